import Testing

/// The language server with a real editor; skipped, and said so, where Debian's `neovim` is missing.
@Suite(.enabled(if: Neovim.isInstalled, "neovim is not installed"))
struct NeovimTests {
    // Letters beyond 16 bits stand before names: columns are UTF-16 code units.
    private static let script = """
        edition 2026
        # 😀 people of all ages
        let note = "😀😀"; cohort people = sex in [m, f]   age 10..80 n 2
        audit a = MelaNet on people with threshold 0.5
        report dpp by age of a

        """

    @Test("a script opened in neovim has findings, hover, completion, definitions, renaming and its form")
    func session() throws {
        let results = try Neovim.results(of: Self.script)
        #expect(results.diagnostics.map(\.code) == ["E0303"])
        #expect(results.diagnostics.map(\.line) == [4])
        #expect(results.diagnostics.map(\.column) == [7])
        #expect(results.diagnostics.first?.message.hasPrefix("no metric `dpp`: did you mean `dp`") == true)
        #expect(results.mended)
        #expect(results.hover.contains("max accuracy - min accuracy over the groups"))
        #expect(results.completion == ["m", "f", "unknown"])
        #expect(results.definition == 2)
        #expect(results.renamed)
        #expect(
            results.text == """
                edition 2026
                # 😀 people of all ages
                let note = "😀😀"
                cohort volunteers = sex in [m, f] age 10..80 n 2
                audit a = MelaNet on volunteers with threshold 0.5
                report dp by age of a

                """)
        #expect(results.ended)
    }
}

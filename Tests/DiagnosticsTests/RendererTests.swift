import Testing

@testable import Diagnostics

@Suite("Renderers")
struct RendererTests {
    private static let text = "cohort sex in [m,f] fst I..VI n 100; audit MelaNet; report dp by age\n"

    private static let finding = Diagnostic(
        "E0501", "cannot report by `age`: this cohort does not vary it", at: SourceSpan(65, 68),
        secondary: [Label(SourceSpan(0, 35), "varies sex (2) and fst (6)")],
        helps: ["add an axis such as `age 10..80`"], edits: [Edit(SourceSpan(65, 68), "sex")])

    @Test("a finding is shown with its line, marks and ways out")
    func terminal() {
        let source = Source(name: "a.audit", text: Self.text)
        #expect(
            TerminalRenderer().render(Self.finding, in: source) == """
                error[E0501]: cannot report by `age`: this cohort does not vary it
                 --> a.audit:1:66
                1 | cohort sex in [m,f] fst I..VI n 100; audit MelaNet; report dp by age
                  | ----------------------------------- varies sex (2) and fst (6)   ^^^
                  = help: add an axis such as `age 10..80`

                """)
    }

    @Test("words that do not fit between two marks get rows of their own")
    func crowded() {
        let source = Source(name: "a", text: "ab cd\n")
        let finding = Diagnostic(
            "E0309", "twice", at: SourceSpan(3, 5), label: "second",
            secondary: [Label(SourceSpan(0, 2), "the first one")])
        #expect(
            TerminalRenderer().render(finding, in: source) == """
                error[E0309]: twice
                 --> a:1:4
                1 | ab cd
                  | -- ^^ second
                  | the first one

                """)
    }

    @Test("labels on other lines are shown with those")
    func lines() {
        let source = Source(name: "a", text: "let n = 1\nlet n = 2\n")
        let finding = Diagnostic(
            "E0307", "twice", at: SourceSpan(14, 15), label: "again",
            secondary: [Label(SourceSpan(4, 5), "here")])
        #expect(
            TerminalRenderer().render(finding, in: source) == """
                error[E0307]: twice
                 --> a:2:5
                1 | let n = 1
                  |     - here
                2 | let n = 2
                  |     ^ again

                """)
    }

    @Test("marks stand right under tabs, wide letters and accents")
    func widths() {
        let source = Source(name: "a", text: "\té日 x")
        let start = Array("\té日 ".utf8).count
        let rows = TerminalRenderer().render(
            Diagnostic("E0101", "x", at: SourceSpan(start, start + 1)), in: source
        )
        .split(separator: "\n")
        #expect(rows[2] == "1 |     é日 x")
        #expect(rows[3] == "  |         ^")
    }

    @Test("a long line is cut around the mark")
    func longLine() {
        let source = Source(
            name: "a", text: String(repeating: "a", count: 5_000) + "!" + String(repeating: "b", count: 5_000)
        )
        let rows = TerminalRenderer().render(
            Diagnostic("E0101", "x", at: SourceSpan(5_000, 5_001)), in: source
        )
        .split(separator: "\n")
        #expect(rows[2].count < 140)
        let mark = rows[3].firstIndex(of: "^").map { rows[3].distance(from: rows[3].startIndex, to: $0) } ?? 0
        #expect(Array(rows[2])[mark] == "!")
    }

    @Test(
        "what is shown of a long line does not depend on its length",
        arguments: ["a", "é", "日", "👩", "e\u{301}"])
    func longerLine(_ letter: String) {
        let shown = [2_000, 2_001, 50_000].map { count -> [Substring] in
            let side = String(repeating: letter, count: count)
            let start = side.utf8.count
            return TerminalRenderer().render(
                Diagnostic("E0101", "x", at: SourceSpan(start, start + 1)),
                in: Source(name: "a", text: side + "!" + side)
            )
            .split(separator: "\n").dropFirst(2).map { $0 }
        }
        #expect(shown[0] == shown[1] && shown[0] == shown[2])
        let scalars = shown[0][0].unicodeScalars
        #expect(scalars.contains("!") && scalars.starts(with: "1 | ...".unicodeScalars))
        #expect(shown[0][0].hasSuffix("..."))
    }

    @Test(
        "a place outside the source is shown at its end", arguments: [SourceSpan(50, 60), SourceSpan(3, 900)])
    func outside(_ span: SourceSpan) {
        let text = TerminalRenderer().render(
            Diagnostic("E0101", "x", at: span), in: Source(name: "a", text: "ab\n"))
        #expect(text.contains("^"))
    }

    @Test("colours stand around words, and only if wanted")
    func colours() {
        let source = Source(name: "a.audit", text: Self.text)
        #expect(
            TerminalRenderer(usesColor: true).render(Self.finding, in: source).contains(
                "\u{1B}[1;31merror[E0501]\u{1B}[0m"))
        #expect(!TerminalRenderer().render(Self.finding, in: source).contains("\u{1B}"))
    }

    @Test("JSON has one object a line, with bytes, lines and columns")
    func json() {
        let source = Source(name: "a\"b", text: Self.text)
        #expect(
            JSONRenderer().render([Self.finding], in: source)
                == #"{"code":"E0501","severity":"error","file":"a\"b","span":{"start":{"byte":65,"line":1,"column":66},"#
                + #""end":{"byte":68,"line":1,"column":69}},"message":"cannot report by `age`: this cohort does not vary it","#
                + #""label":"","labels":[{"span":{"start":{"byte":0,"line":1,"column":1},"end":{"byte":35,"line":1,"column":36}},"#
                + #""text":"varies sex (2) and fst (6)"}],"notes":[],"help":["add an axis such as `age 10..80`"],"#
                + #""edits":[{"span":{"start":{"byte":65,"line":1,"column":66},"end":{"byte":68,"line":1,"column":69}},"#
                + #""replacement":"sex","applicability":"maybe"}]}"# + "\n")
    }

    @Test("control characters are escaped in JSON")
    func control() {
        #expect(JSONText.string("a\u{1}\n\"\\") == #""a\u0001\n\"\\""#)
    }
}

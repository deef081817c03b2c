import Testing

@testable import Reporting

/// Compiles reports as LaTeX; skipped, and said so, where `pdflatex` is missing.
@Suite(.serialized, .enabled(if: LaTeX.isInstalled, "pdflatex is not installed")) struct LaTeXTests {
    /// Reports that together have every layout: narrow, wide, long, titled, with gates, with hostile names.
    static let reports: [(name: String, make: @Sendable () throws -> Report)] = [
        ("card", Fixtures.card), ("table2", Fixtures.tableTwo), ("everything", Fixtures.everything),
        ("compared", Fixtures.compared), ("crossing", Fixtures.crossing), ("empty", Fixtures.empty),
        ("long", Fixtures.long), ("hostile", Fixtures.hostile),
    ]

    @Test("a report compiles, and nothing stands over the margin", arguments: reports.indices)
    func compiles(index: Int) throws {
        let (name, make) = Self.reports[index]
        let gates = name == "hostile" ? Fixtures.hostileGates : Fixtures.gates
        let text = try ReportRenderer().text(make(), gates: gates, as: .latex)
        let log = try LaTeX.log(of: text, packages: LaTeXRenderer.packages, name: name)
        let faults = log.split(separator: "\n").filter {
            $0.hasPrefix("!") || $0.hasPrefix("Overfull") || $0.contains("Float too large")
        }
        #expect(faults == [])
        #expect(log.contains("Output written on"))
    }
}

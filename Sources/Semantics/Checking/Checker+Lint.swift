import Diagnostics
import Syntax

extension Checker {
    /// What a report may show that is easily misread.
    mutating func lint(_ report: ReportDescription, _ judged: [Judged]) {
        lintInterval(report)
        guard isPedantic else { return }
        for one in judged {
            guard case .cohort(let cohort) = one.subject else { continue }
            for grouping in report.groupings { lintSize(grouping, cohort, report) }
        }
        lintTests(report)
    }

    /// A gap without an interval beside its rates says nothing of chance.
    private mutating func lintInterval(_ report: ReportDescription) {
        guard report.options.text("ci") == "none", let span = report.options["ci"]?.span else { return }
        self.report(
            Diagnostic(
                "W1201", "this report shows rates without intervals", at: span,
                label: "nothing tells a difference from chance", helps: ["write `ci wilson 95%`"]))
    }

    /// Groups so small that equal ones would seem to differ.
    ///
    /// The expected range of k equal groups is about d_k sqrt(p(1-p)/n) (specification of the metrics, 5.1), here at p = 1/2.
    private mutating func lintSize(
        _ grouping: Grouping, _ cohort: CohortDescription, _ report: ReportDescription
    ) {
        let groups = grouping.factors.reduce(1) { $0 * (cohort.axis($1.attribute)?.levels.count ?? 1) }
        guard groups > 1, let first = report.metrics.first else { return }
        let size = cohort.imageCount / groups
        let chance = Self.expectedRange(groups) * 0.5 / Double(max(size, 1)).squareRoot()
        guard chance > 0.1 else { return }
        let needed = Int((Self.expectedRange(groups) * 0.5 / 0.03).magnitude.rounded(.up))
        self.report(
            Diagnostic(
                "W1202",
                "\(Words.count(size, "image")) a group cannot tell a gap of \(Self.rounded(chance)) from none",
                at: first.span, label: "by `\(grouping.text)`",
                notes: [
                    "\(groups) equal groups of \(size) differ by about \(Self.rounded(chance)) by chance alone"
                ],
                helps: ["about \(Words.grouped(needed * needed)) a group bring that to 0.03"]))
    }

    /// The expected range of k standard normals, interpolated in ln k between published values (Tippett 1925).
    private static func expectedRange(_ count: Int) -> Double {
        let table: [(count: Int, range: Double)] = [
            (2, 1.128), (3, 1.693), (4, 2.059), (6, 2.534), (8, 2.847), (12, 3.258), (16, 3.532), (24, 3.895),
            (48, 4.47), (96, 4.98), (1000, 6.48),
        ]
        let last = table.last { $0.count <= count } ?? table[0]
        guard let next = table.first(where: { $0.count > count }) else { return last.range }
        let share = Double(count - last.count) / Double(next.count - last.count)
        return last.range + share * (next.range - last.range)
    }

    private static func rounded(_ number: Double) -> String {
        Value.canonical((number * 100).rounded() / 100)
    }

    /// Many tests without a correction find something by chance.
    private mutating func lintTests(_ report: ReportDescription) {
        let gaps = report.metrics.count { catalogue.metric($0.metric)?.comparesGroups ?? false }
        let tests = gaps * report.groupings.count * report.outcomes.count
        guard tests > 20, report.options.text("correct") == "none", let first = report.metrics.first else {
            return
        }
        self.report(
            Diagnostic(
                "W1207", "\(tests) tests without a correction", at: first.span,
                label: "one in twenty finds a gap where there is none", helps: ["add `correct holm`"]))
    }
}

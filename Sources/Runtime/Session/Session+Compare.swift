import Reporting
import Semantics
import Statistics

extension Session {
    /// Makes and prints a comparison: paired where the same images were judged, and it says which.
    func execute(_ description: CompareDescription) async throws(RunError) {
        var outcomes: [Outcome] = []
        for source in description.sides { outcomes.append(try await outcome(source)) }
        var metrics: [MetricRequest] = []
        for metric in description.metrics { metrics.append(try Self.request(metric)) }
        let (subjects, groupings) = try subjects(outcomes, by: description.groupings, arePaired: true)
        let builder = ReportBuilder(
            provenance: try provenance(of: outcomes), options: Self.options(description.options))
        guard let first = subjects.first else { throw .unknownName(description.name) }
        let report: Report
        do {
            report = try builder.comparison(
                metrics, by: groupings, of: first, against: Array(subjects.dropFirst()))
        } catch {
            throw .statistics(error)
        }
        try show(report, named: description.name)
    }
}

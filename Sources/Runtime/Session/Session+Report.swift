import Reporting
import Semantics
import Statistics

extension Session {
    /// Makes and prints a report.
    func execute(_ description: ReportDescription) async throws(RunError) {
        let report = try await report(description)
        reports[description.name] = report
        if options.writesJSON {
            try console.result(Reporting.JSONRenderer().text(report).trimmingLineEnd)
        } else {
            let renderer = TextRenderer(width: options.width, isColoured: options.isColoured)
            try console.result(renderer.text(report).trimmingLineEnd)
        }
    }

    /// The report of a statement.
    private func report(_ description: ReportDescription) async throws(RunError) -> Report {
        var outcomes: [Outcome] = []
        for source in description.outcomes { outcomes.append(try await outcome(source)) }
        var metrics: [MetricRequest] = []
        for metric in description.metrics { metrics.append(try Self.request(metric)) }
        return try report(
            metrics, by: description.groupings, of: outcomes, options: Self.options(description.options),
            excludingUnknown: description.options.has("excluding"))
    }

    /// The report of `metrics` on `outcomes`, from counts.
    func report(
        _ metrics: [MetricRequest], by groupings: [Semantics.Grouping], of outcomes: [Outcome],
        options: ReportOptions, excludingUnknown: Bool
    ) throws(RunError) -> Report {
        var subjects: [ReportSubject] = []
        var named: [Statistics.Grouping] = []
        for outcome in outcomes {
            let cut = try outcome.rows.table(for: groupings, excludingUnknown: excludingUnknown)
            named = cut.groupings
            subjects.append(
                ReportSubject(
                    classifier: outcome.classifier, cohort: outcome.cohort, records: cut.table,
                    modelHash: outcome.modelHash, cohortHash: outcome.cohortHash))
        }
        let provenance = try provenance(
            generators: outcomes.compactMap(\.generator).distinct,
            classifiers: outcomes.compactMap(\.model).distinct,
            seed: outcomes.lazy.compactMap(\.seed).first)
        do {
            return try ReportBuilder(provenance: provenance, options: options)
                .report(metrics, by: named, of: subjects)
        } catch {
            throw .statistics(error)
        }
    }

    /// A metric of the language as the statistics name it.
    static func request(_ reference: MetricReference) throws(RunError) -> MetricRequest {
        let written = "\(reference.aggregate.rawValue)(\(reference.metric))"
        guard reference.aggregate != .none else {
            guard let request = MetricRequest(name: reference.metric) else {
                throw .unsupported(reference.metric)
            }
            return request
        }
        guard let metric = GroupMetric(name: reference.metric),
            let extreme = MetricRequest.Extreme(rawValue: reference.aggregate.rawValue)
        else { throw .unsupported("`\(written)`") }
        return .extreme(extreme, metric)
    }

    /// The options of a `report` as the statistics know them.
    private static func options(_ written: ResolvedOptions) -> ReportOptions {
        var options = ReportOptions()
        let interval = written["ci"]?.values ?? []
        if let method = interval.compactMap(\.asText).first {
            options.interval = ProportionInterval(rawValue: method) ?? options.interval
        }
        if let level = interval.compactMap(\.asDouble).first { options.level = level }
        if let count = written.integer("min_n") { options.minimumCount = count }
        options.correction = written.text("correct").flatMap { TestCorrection(rawValue: $0) }
        return options
    }
}

extension String {
    /// Without the line feed at the end, which the console adds.
    var trimmingLineEnd: String {
        hasSuffix("\n") ? String(dropLast()) : self
    }
}

extension Array where Element: Hashable {
    /// The elements without repetitions, in order.
    var distinct: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

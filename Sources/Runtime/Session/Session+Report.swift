import Reporting
import Semantics
import Statistics

extension Session {
    /// Makes and prints a report.
    func execute(_ description: ReportDescription) async throws(RunError) {
        try show(try await report(description), named: description.name)
    }

    /// Prints a report and keeps it for `export`.
    func show(_ report: Report, named name: String) throws(RunError) {
        reports[name] = report
        let renderer = ReportRenderer(width: options.width, isColoured: options.isColoured)
        let text: String
        do {
            text = try renderer.text(report, as: options.writesJSON ? .json : .text)
        } catch {
            throw .figure(error)
        }
        try console.result(text.trimmingLineEnd)
    }

    /// The report of a statement.
    func report(_ description: ReportDescription) async throws(RunError) -> Report {
        var outcomes: [Outcome] = []
        for source in description.outcomes { outcomes.append(try await outcome(source)) }
        var metrics: [MetricRequest] = []
        for metric in description.metrics { metrics.append(try Self.request(metric)) }
        return try report(
            metrics, by: description.groupings, of: outcomes, options: Self.options(description.options),
            strata: description.strata)
    }

    /// The report of `metrics` on `outcomes`, from counts.
    func report(
        _ metrics: [MetricRequest], by groupings: [Semantics.Grouping], of outcomes: [Outcome],
        options: ReportOptions, strata: Semantics.Grouping? = nil
    ) throws(RunError) -> Report {
        var options = options
        var (subjects, named) = try subjects(outcomes, by: groupings + [strata].compactMap { $0 })
        if strata != nil, let last = named.popLast() { options.strata = last }
        let builder = ReportBuilder(provenance: try provenance(of: outcomes), options: options)
        do {
            return try builder.report(metrics, by: named, of: subjects)
        } catch {
            throw .statistics(error)
        }
    }

    /// The outcomes as reports take them, and the groupings as the statistics know them.
    ///
    /// - Parameter arePaired: whether rows are matched by the names of their images.
    func subjects(
        _ outcomes: [Outcome], by groupings: [Semantics.Grouping], arePaired: Bool = false
    ) throws(RunError) -> (subjects: [ReportSubject], groupings: [Statistics.Grouping]) {
        var subjects: [ReportSubject] = []
        var named: [Statistics.Grouping] = []
        for outcome in outcomes {
            let cut = try outcome.rows.table(for: groupings)
            named = cut.groupings
            subjects.append(
                ReportSubject(
                    classifier: outcome.classifier, cohort: outcome.cohort, records: cut.table,
                    flips: try outcome.rows.flipped?.table(for: groupings).table,
                    modelHash: outcome.modelHash, cohortHash: outcome.cohortHash,
                    ids: arePaired ? outcome.rows.ids : nil,
                    likelyClusters: outcome.rows.likelyClusters, remarks: outcome.remarks,
                    calibration: outcome.calibration))
        }
        return (subjects, named)
    }

    /// What stands above a report of these outcomes.
    func provenance(of outcomes: [Outcome]) throws(RunError) -> ReportProvenance {
        try provenance(
            generators: outcomes.compactMap(\.generator).distinct,
            classifiers: outcomes.compactMap(\.model).distinct,
            seed: outcomes.lazy.compactMap(\.seed).first ?? settings.seed)
    }

    /// A metric of the language as the statistics name it.
    static func request(_ reference: MetricReference) throws(RunError) -> MetricRequest {
        if reference.aggregate == .none, reference.parameter == nil,
            let request = MetricRequest(name: reference.metric)
        {
            return request
        }
        let named = GroupMetric(name: reference.metric)
        guard let metric = reference.parameter.map({ .inequality(alpha: $0) }) ?? named else {
            throw .unsupported("`\(reference.aggregate.rawValue)(\(reference.metric))`")
        }
        switch reference.aggregate {
        case .none: return .quantity(metric)
        case .max, .argmax: return .extreme(.max, metric)
        case .min, .argmin: return .extreme(.min, metric)
        case .mean: return .extreme(.mean, metric)
        case .worst: return .extreme(.worst, metric)
        case .difference: return .gap(.difference(of: metric))
        case .ratio: return .gap(.ratio(of: metric))
        }
    }

    /// Option `threshold`: a score, `youden`, or `recall` and a share.
    static func threshold(_ written: ResolvedOptions) -> DecisionThreshold? {
        if let score = written.number("threshold") { return .score(score) }
        guard let rule = written.text("threshold") else { return nil }
        let share = written["threshold"]?.values.dropFirst().first?.asDouble
        return rule == "youden" ? .youden : share.map { .recall($0) }
    }

    /// The options of a `report` as the statistics know them.
    static func options(_ written: ResolvedOptions) -> ReportOptions {
        var options = ReportOptions()
        let interval = written["ci"]?.values ?? []
        if let method = interval.compactMap(\.asText).first {
            options.hasIntervals = method != "none"
            options.interval = ProportionInterval(rawValue: method) ?? options.interval
            if method == "bca" { options.bootstrap = .bca }
            options.resamplesAll = method == "bootstrap"
            if method == "logit" { options.area = .logit }
        }
        if let level = interval.compactMap(\.asDouble).first { options.level = level }
        options.hasTests = written.text("test") != "none"
        if let draws = written["test"]?.values.compactMap(\.asInteger).first {
            options.permutationDraws = draws
        }
        if let level = written.text("excluding") { options.excludedLevels = [level] }
        options.threshold = threshold(written)
        let reference = written["to"]?.values.compactMap(\.asText) ?? []
        if reference.first == "overall" { options.reference = .overall }
        if reference.count > 1 { options.reference = .group(reference[1]) }
        if let count = written.integer("min_n") { options.minimumCount = count }
        options.keepsClasses = written.text("resample") == "class"
        options.prior = written.text("prior").flatMap { EmpiricalBayes.Method(rawValue: $0) } ?? .moments
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

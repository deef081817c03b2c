import Diagnostics

/// What a run will do and cost, known before it starts.
public struct Plan: Sendable {
    /// The images of a cohort.
    public struct Sampling: Sendable {
        /// The cohort.
        public let cohort: CohortDescription
        /// The images wanted.
        public let images: Int
        /// Those of them that are kept already.
        public let cached: Int
        /// Whether an earlier cohort makes the same images, which are then made and kept once.
        public let isShared: Bool
        /// What an image costs.
        public let cost: GeneratorCost
        /// Seconds for the images that are still to be made.
        public let seconds: Double
        /// Floating-point operations of all images wanted.
        public var flops: Double { cost.flopsPerImage * Double(images) }
        /// Forward passes of all images wanted.
        public var passes: Int { cost.passesPerImage * images }
    }

    /// The inferences of an audit.
    public struct Judging: Sendable {
        /// The audit.
        public let audit: AuditDescription
        /// Images judged, each by every classifier.
        public let inferences: Int
        /// Seconds for all of them.
        public let seconds: Double
    }

    /// What the plan is of, as messages call it.
    public let name: String
    /// The program.
    public let program: CheckedProgram
    /// The images, a cohort each.
    public let samplings: [Sampling]
    /// How many photographs each data set of them has, by its name.
    public let photographs: [String: Int]
    /// The inferences, an audit each.
    public let judgings: [Judging]
    /// The operations a second that the estimates rest on.
    public let flopsPerSecond: Double
    /// Whether those were measured on this machine.
    public let isMeasured: Bool
    /// What the groupings can show.
    public let resolutions: [Resolution]

    /// Plans a program with the costs of this machine.
    public init(_ program: CheckedProgram, name: String, cost: CostDescription) {
        let demand = Demand(program)
        self.name = name
        self.program = program
        flopsPerSecond = cost.flopsPerSecond
        isMeasured = cost.isMeasured
        resolutions = Self.resolutions(program, cost)
        samplings = demand.images.map { wanted in
            let one = cost.generator(wanted.cohort.generator)
            let isShared = demand.images.prefix { $0.cohort.name != wanted.cohort.name }
                .contains { $0.count >= wanted.count && $0.cohort.hasSameImages(as: wanted.cohort) }
            let cached = isShared ? wanted.count : min(cost.cachedImages(wanted.cohort), wanted.count)
            let seconds = one.secondsPerImage ?? one.flopsPerImage / max(cost.flopsPerSecond, 1)
            return Sampling(
                cohort: wanted.cohort, images: wanted.count, cached: cached, isShared: isShared,
                cost: one,
                seconds: seconds * Double(wanted.count - cached))
        }
        photographs = Dictionary(
            program.statements.compactMap { statement in
                guard case .dataset(let dataset) = statement.action, dataset.images != nil else { return nil }
                return (dataset.name, cost.photographs(dataset))
            }, uniquingKeysWith: { $1 })
        judgings = demand.audits.map { audit in
            let images = audit.subjects.reduce(0) { sum, subject in
                switch subject {
                case .cohort(let cohort): sum + cohort.imageCount
                case .dataset(let dataset): sum + cost.photographs(dataset)
                }
            }
            let seconds = audit.classifiers.reduce(0.0) { sum, classifier in
                let one = cost.classifier(classifier)
                return sum + (one.seconds ?? one.flops / max(cost.flopsPerSecond, 1)) * Double(images)
            }
            return Judging(audit: audit, inferences: images * audit.classifiers.count, seconds: seconds)
        }
    }

    /// The images wanted of all cohorts.
    public var images: Int { samplings.reduce(0) { $0 + $1.images } }

    /// Seconds for everything that is still to be done.
    public var seconds: Double {
        samplings.reduce(0) { $0 + $1.seconds } + judgings.reduce(0) { $0 + $1.seconds }
    }

    /// The most memory needed at one time, in bytes.
    public var peakBytes: Int { samplings.map(\.cost.peakBytes).max() ?? 0 }

    /// Bytes on disk for the images wanted; those that several cohorts share count once.
    public var diskBytes: Int {
        samplings.filter { !$0.isShared }.reduce(0) { $0 + $1.images * $1.cost.bytesPerImage }
    }

    /// What the script left out and the plan filled in: `diagnosis = melanoma`, then a text for each classifier.
    public var defaults: [String] { commonDefaults + classifierDefaults.map { "\($0.name): \($0.text)" } }

    /// What the script left out of its classifiers, one text for each.
    var classifierDefaults: [(name: String, text: String)] {
        program.statements.compactMap { statement in
            guard case .classifier(let classifier) = statement.action else { return nil }
            return classifier.defaults.map { (classifier.name, $0) }
        }
    }

    /// What the script left out besides.
    var commonDefaults: [String] {
        var found: [String] = []
        func note(_ text: String) {
            if !found.contains(text) { found.append(text) }
        }
        for sampling in samplings {
            for axis in sampling.cohort.axes where axis.isDefault {
                note("\(axis.attribute) = \(axis.levels.map(\.text).joined(separator: ", "))")
            }
            if sampling.cohort.generator.span == nil { note("generator = \(sampling.cohort.generator.name)") }
        }
        for judging in judgings where !judging.audit.options.has("threshold") {
            note("threshold = each classifier's own")
        }
        for case .report(let report) in program.statements.map(\.action) {
            let isWeighted = report.outcomes.contains(where: program.isWeighted)
            if isWeighted { note("no ci and no test (weighted rows)") }
            for entry in report.options.entries
            where entry.isDefault && !(isWeighted && ["ci", "test", "correct"].contains(entry.name)) {
                note("\(entry.name) = \(entry.values.map(\.shown).joined(separator: " "))")
            }
        }
        return found
    }
}

import Diagnostics

/// The names that earlier statements have bound, so that a REPL can check one statement at a time.
public struct CheckEnvironment: Sendable {
    /// What a name stands for.
    public enum Binding: Sendable, Hashable {
        /// A constant.
        case constant(Value)
        /// A generator.
        case generator(GeneratorDescription)
        /// A classifier.
        case classifier(ClassifierDescription)
        /// A data set.
        case dataset(DatasetDescription)
        /// The columns and quirks of tables.
        case schema(DatasetSchema)
        /// A cohort.
        case cohort(CohortDescription)
        /// An audit.
        case audit(AuditDescription)
        /// A report.
        case report(ReportDescription)
        /// A comparison.
        case comparison(CompareDescription)

        /// What it is, in a word: `cohort`.
        package var noun: String {
            switch self {
            case .constant: "constant"
            case .generator: "generator"
            case .classifier: "classifier"
            case .dataset: "dataset"
            case .schema: "schema"
            case .cohort: "cohort"
            case .audit: "audit"
            case .report: "report"
            case .comparison: "comparison"
            }
        }
    }

    /// A name with what it stands for and where that was written.
    package struct Entry: Sendable {
        /// What the name stands for.
        package let binding: Binding
        /// Where it was bound; nil for an earlier source.
        package var span: SourceSpan?
        /// Where that was written, if it was another file or module.
        package var origin: BindingPlace?

        /// Where that was written; nil for an earlier source.
        package var place: BindingPlace? { origin ?? span.map { BindingPlace(span: $0) } }
    }

    /// The bound names.
    package internal(set) var entries: [String: Entry] = [:]
    /// The settings so far.
    public internal(set) var settings = Settings()
    /// The edition, if one was named.
    package internal(set) var edition: Int?
    /// The names of the last cohort, audit and report, which statements without a subject mean.
    package internal(set) var lastCohort: String?
    /// The last audit.
    package internal(set) var lastAudit: String?
    /// The last report.
    package internal(set) var lastReport: String?
    /// Whether the outcomes named last were a data set's, and which.
    package internal(set) var lastDataset: String?
    /// How many results without a name there are; the next is `_` and this number plus one.
    package internal(set) var resultCount = 0
    /// Whether a name may be bound anew, as in a REPL.
    public var allowsRebinding: Bool

    /// An environment with no names.
    public init(allowsRebinding: Bool = false) {
        self.allowsRebinding = allowsRebinding
    }

    /// The bound names, sorted.
    public var names: [String] { entries.keys.sorted() }

    /// What a name stands for.
    public func binding(of name: String) -> Binding? {
        entries[name]?.binding
    }
}

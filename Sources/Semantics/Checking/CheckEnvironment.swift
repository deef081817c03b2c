import Diagnostics

/// The names that earlier statements have bound, so that a REPL can check one statement at a time.
public struct CheckEnvironment: Sendable {
    /// What a name stands for; boxed, so that looking it up copies no description.
    public indirect enum Binding: Sendable, Hashable {
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
        /// A function.
        case function(FunctionDescription)

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
            case .function: "function"
            }
        }

        /// The same with its article: `an audit`.
        package var phrase: String { noun == "audit" ? "an audit" : "a \(noun)" }

        /// Whether it is neither a value nor a function, so that a loop or a parameter may stand for it.
        var isThing: Bool {
            switch self {
            case .constant, .function: false
            default: true
            }
        }

        /// What text and the names of passes show: a value, or the name of a thing.
        var shown: String {
            switch self {
            case .constant(let value): value.shown
            case .generator(let generator): generator.name
            case .classifier(let classifier): classifier.name
            case .dataset(let dataset): dataset.name
            case .schema(let schema): schema.name
            case .cohort(let cohort): cohort.name
            case .audit(let audit): audit.name
            case .report(let report): report.name
            case .comparison(let comparison): comparison.name
            case .function(let function): function.name
            }
        }
    }

    /// A name with what it stands for and where that was written.
    package final class Entry: Sendable {
        /// What the name stands for.
        package let binding: Binding
        /// Where it was bound; nil for an earlier source.
        package let span: SourceSpan?
        /// Where that was written, if it was another file or module.
        package let origin: BindingPlace?
        /// Where the alias was given behind which the name stands; nil without one.
        let alias: SourceSpan?
        /// How many blocks were open around it.
        let depth: Int
        /// The doc comment before its declaration.
        package let documentation: String?

        /// Says what a name stands for.
        init(
            binding: Binding, span: SourceSpan?, origin: BindingPlace? = nil, alias: SourceSpan? = nil,
            depth: Int = 0, documentation: String? = nil
        ) {
            self.binding = binding
            self.span = span
            self.origin = origin
            self.alias = alias
            self.depth = depth
            self.documentation = documentation
        }

        /// Where that was written; nil for an earlier source.
        package var place: BindingPlace? { origin ?? span.map { BindingPlace(span: $0) } }
    }

    /// The bound names.
    package internal(set) var entries: [String: Entry] = [:]
    /// The settings so far.
    public internal(set) var settings = Settings()
    /// The attributes that scripts have declared, beside the catalogue's.
    package internal(set) var attributes: [AttributeDefinition] = []
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
    /// Everything that results come from, by the name that results know it by: names of blocks that have ended included.
    package internal(set) var made: [String: Entry] = [:]
    /// What tells the passes and calls apart that are open around the checker, outermost first: `type I`, `n 5`.
    var passes: [String] = []
    /// The call that is being written out, as results are named after it: `band([I, II])`; nil outside functions.
    var call: String?
    /// How many results without a name there are; the next is `_` and this number plus one.
    package internal(set) var resultCount = 0
    /// What the names of results from a file begin with that is used under an alias; nil for none.
    var space: String?
    /// The folder of a file that is used, as the script sees it; empty for the script itself and for modules.
    var folder = ""
    /// The generator of cohorts that name none; nil for the catalogue's.
    var defaultGenerator: String?
    /// Whether a name may be bound anew, as in a REPL.
    public var allowsRebinding: Bool

    /// An environment with no names.
    public init(allowsRebinding: Bool = false) {
        self.allowsRebinding = allowsRebinding
    }

    /// An environment of declared attributes and nothing else.
    package init(attributes: [AttributeDefinition]) {
        self.init()
        self.attributes = attributes
    }

    /// Takes over from the environment of an inner block, or of a function's body, what does not end with it.
    mutating func keepResults(of inner: CheckEnvironment) {
        resultCount = inner.resultCount
        made = inner.made
    }

    /// The environment in which a function's body is checked: the names where it stands, the state where it is called.
    func forCall(from caller: CheckEnvironment) -> CheckEnvironment {
        var environment = self
        environment.settings = caller.settings
        environment.attributes = caller.attributes
        environment.passes = caller.passes
        environment.space = caller.space
        environment.defaultGenerator = caller.defaultGenerator
        environment.keepResults(of: caller)
        (environment.lastCohort, environment.lastAudit) = (nil, nil)
        (environment.lastReport, environment.lastDataset) = (nil, nil)
        return environment
    }

    /// The bound names, sorted.
    public var names: [String] { entries.keys.sorted() }

    /// The name that `it.cohort`, `it.audit` or `it.report` stands for behind the last statement, by the word behind the dot.
    package func implicitName(_ kind: some StringProtocol) -> String? {
        switch kind {
        case "cohort": lastCohort
        case "audit": lastAudit
        case "report": lastReport
        default: nil
        }
    }

    /// What a name stands for.
    public func binding(of name: String) -> Binding? {
        entries[name]?.binding
    }
}

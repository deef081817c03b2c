import Diagnostics
import Syntax

extension Checker {
    /// How a network takes what is known of a person, where its options say so.
    mutating func metadata(of options: ResolvedOptions) throws(CheckFailure) -> MetadataEncoding? {
        guard let entry = options["metadata"], let record = entry.values.first else { return nil }
        let fixed = Set(Self.names(of: options["fixed"]?.values.first))
        do throws(MetadataEncoding.Fault) {
            let encoding = try MetadataEncoding(record, catalogue)
            if let twice = encoding.inputs.first(where: { fixed.contains($0.name) }) {
                throw MetadataEncoding.Fault(text: twice.name, reason: "is filled by `fixed` already")
            }
            return encoding
        } catch {
            throw fail(
                Diagnostic(
                    "E0435", "`metadata` cannot be read: `\(error.text)` \(error.reason)",
                    at: entry.span ?? SourceSpan(0, 0),
                    helps: [
                        "each place of an input is a number, a value as `\"sex f\"`, `\"sex unknown\"`, or a number of a person as `\"age / 90 else 0.5\"`"
                    ]))
        }
    }

    /// The classifiers of an audit, those that take metadata followed by the same as of each value of what is varied.
    mutating func varied(
        _ classifiers: [ClassifierDescription], _ options: ResolvedOptions, on subjects: [Subject]
    ) throws(CheckFailure) -> [ClassifierDescription] {
        for classifier in classifiers { try checkMetadata(classifier, on: subjects) }
        guard let entry = options["vary"], let name = entry.values.first?.asText else { return classifiers }
        let span = entry.span ?? SourceSpan(0, 0)
        guard catalogue.attribute(name) != nil else {
            throw fail(
                unknown("E0302", "attribute", name, span, among: catalogue.attributes.map(\.name)))
        }
        var varied: [ClassifierDescription] = []
        for classifier in classifiers {
            let values = try values(of: name, in: classifier, span)
            varied.append(classifier)
            for value in values {
                var other = classifier.named("\(classifier.name)_\(value.text)")
                other.counterfactual = Counterfactual(
                    classifier: classifier.name, attribute: name, value: value)
                varied.append(other)
            }
        }
        let names = varied.map(\.name)
        if let twice = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
            throw fail(
                Diagnostic(
                    "E0309", "`\(names[twice])` is named twice", at: span,
                    label: "`vary` makes a classifier of this name"))
        }
        return varied
    }

    /// The values that a classifier can be told of an attribute; at least two.
    private mutating func values(
        of attribute: String, in classifier: ClassifierDescription, _ span: SourceSpan
    ) throws(CheckFailure) -> [AttributeValue] {
        let values = classifier.metadata?.values(of: attribute) ?? []
        if values.count > 1 { return values }
        let taken = classifier.metadata?.attributes ?? []
        let label =
            classifier.metadata == nil
            ? "`\(classifier.name)` takes images alone"
            : taken.contains(attribute)
                ? "`\(classifier.name)` takes `\(attribute)` as a number, or as one value"
                : "`\(classifier.name)` takes \(Words.list(taken))"
        throw fail(
            Diagnostic(
                "E0514", "`\(attribute)` cannot be varied: `\(classifier.name)` is told no values of it",
                at: span, label: label,
                helps: [
                    "a network with a further input says how in its declaration: `metadata {input: [\"\(attribute) ...\", ...]}`"
                ]))
    }

    /// Checks that the rows of every subject have the attributes that a classifier is told.
    private mutating func checkMetadata(
        _ classifier: ClassifierDescription, on subjects: [Subject]
    ) throws(CheckFailure) {
        guard let metadata = classifier.metadata else { return }
        for subject in subjects {
            let mapped: [String]
            switch subject {
            case .cohort(let cohort): mapped = cohort.axes.map(\.attribute)
            case .dataset(let dataset): mapped = dataset.mappings.map(\.attribute)
            }
            guard let missing = metadata.attributes.first(where: { !mapped.contains($0) }) else { continue }
            throw fail(
                Diagnostic(
                    "E0514",
                    "`\(classifier.name)` is told `\(missing)`, and `\(subject.name)` has no such attribute",
                    at: classifier.span ?? SourceSpan(0, 0), label: "its `metadata` looks at `\(missing)`",
                    helps: [
                        "name the column in the data set: `map {\(missing): COLUMN}`",
                        "or write the number of an unknown one in its place",
                    ]))
        }
    }

    // MARK: Flips

    /// Checks that some of the outcomes are of a classifier that an audit also asks as of every value.
    mutating func requireVaried(_ reference: MetricReference, _ judged: [Judged]) throws(CheckFailure) {
        guard !judged.contains(where: { isVaried($0) }) else { return }
        let name = source.text(of: reference.span)
        if let told = judged.compactMap({ told($0) }).first {
            throw fail(
                Diagnostic(
                    "E0521",
                    "`\(name)` compares what a classifier is told, and `\(told.name)` is told one value",
                    at: reference.span,
                    helps: ["name the classifier itself: `\(told.counterfactual.classifier)`"]))
        }
        throw fail(
            Diagnostic(
                "E0521", "`\(name)` needs an audit that varies what its classifiers are told",
                at: reference.span,
                helps: ["write `audit ... with vary sex`, of a classifier whose `metadata` takes it"]))
    }

    /// Checks that no metric of a statement is about flips, which have one threshold and one classifier.
    mutating func refuseFlips(_ metrics: [MetricReference], _ reason: String, _ help: String)
        throws(CheckFailure)
    {
        for metric in metrics {
            guard catalogue.metric(metric.metric)?.needs.contains(.counterfactual) ?? false else { continue }
            throw fail(
                Diagnostic(
                    "E0521", "`\(source.text(of: metric.span))` \(reason)", at: metric.span, helps: [help]))
        }
    }

    private func isVaried(_ judged: Judged) -> Bool {
        guard let (audit, name) = audit(of: judged) else { return false }
        return audit.classifiers.contains { $0.counterfactual?.classifier == name }
    }

    /// The classifier of an outcome where it is told one value of everybody.
    private func told(_ judged: Judged) -> (name: String, counterfactual: Counterfactual)? {
        guard let (audit, name) = audit(of: judged),
            let told = audit.classifiers.first(where: { $0.name == name })?.counterfactual
        else { return nil }
        return (name, told)
    }

    private func audit(of judged: Judged) -> (AuditDescription, classifier: String)? {
        guard case .audit(let name, let classifier, _) = judged.outcome,
            case .audit(let audit)? = environment.binding(of: name)
        else { return nil }
        return (audit, classifier)
    }

    private static func names(of record: Value?) -> [String] {
        guard case .record(let fields)? = record else { return [] }
        return fields.map(\.name)
    }
}

import Diagnostics
import Semantics

extension ScriptCommands {
    /// Explains a code of a diagnostic, or a metric.
    package func explain(_ topic: String) -> ExitStatus {
        if topic == TopicKind.metric.plural { return show(catalogue.metricGuide) ?? .success }
        let known = guide.topics(for: topic)
        if let entry = known.first(where: { $0.kind == .code || $0.kind == .metric }) {
            return show(entry.text) ?? .success
        }
        guard known.isEmpty else {
            notice(
                "error: `\(topic)` is neither a code nor a metric\n  help: `dermaudit doc \(topic)` tells of it"
            )
            return .usage
        }
        let names = catalogue.metrics.flatMap { [$0.name] + $0.aliases }
        let nearest = CodeRegistry.nearest(to: topic) ?? Suggestion.nearest(to: topic, among: names)
        let hint =
            nearest.map { ": did you mean `\($0)`?" }
            ?? ": write a code such as E0302, or a metric such as dp"
        notice("error: nothing is known of `\(topic)`\(hint)")
        return .usage
    }

    /// Tells what is known of a word: what `help` and the REPL tell; of everything in a few lines without one.
    package func document(_ topic: String?, writesJSON: Bool) -> ExitStatus {
        guard let topic else { return show(guide.overview) ?? .success }
        if writesJSON {
            let topics = guide.allTopics(for: topic)
            if !topics.isEmpty { return show(topics.map(\.json).joined(separator: "\n")) ?? .success }
        } else if let text = guide.text(for: topic) {
            return show(text) ?? .success
        }
        let hint =
            guide.nearest(to: topic).map { ": did you mean `\($0)`?" }
            ?? "; `dermaudit doc` alone lists what is known"
        notice("error: nothing is known of `\(topic)`\(hint)")
        return .usage
    }

    /// What is known of words, the standard library's included.
    private var guide: Documentation {
        Documentation(catalogue: catalogue, library: FolderSchema(folder: ""))
    }
}

extension DocumentedTopic {
    /// The topic as one object.
    fileprivate var json: String {
        JSONText.object([
            ("kind", JSONText.string(kind.rawValue)), ("name", JSONText.string(name)),
            ("summary", JSONText.string(summary)), ("markdown", JSONText.string(markdown)),
        ])
    }
}

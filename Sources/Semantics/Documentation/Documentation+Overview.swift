import Diagnostics

extension Documentation {
    /// What is asked about without a topic: the words of every kind.
    package var overview: String {
        let kinds: [TopicKind] = [
            .name, .statement, .attribute, .metric, .generator, .classifier, .network, .dataset, .plot,
            .format,
            .setting, .option, .module,
        ]
        let rows = kinds.map { ($0, words(of: $0)) }.filter { !$0.1.isEmpty }.map { kind, words in
            Self.row(kind.plural, words)
        }
        let codes = CodeRegistry.entries.map(\.code.description)
        let ends = "\(codes.first ?? "") to \(codes.last ?? ""), \(codes.count) of them"
        return """
            `help WORD`, or `dermaudit doc WORD`, tells of a word; `doc options`, say, tells of all of a kind in a line each.

            \((rows + [Self.row(TopicKind.code.plural, [ends])]).joined(separator: "\n"))
            """
    }

    /// Everything that is known of a word, or of all words of a kind: `options`.
    package func allTopics(for word: String) -> [DocumentedTopic] {
        TopicKind(plural: word).map(topics) ?? topics(for: word)
    }

    private func topics(of kind: TopicKind) -> [DocumentedTopic] {
        words(of: kind).flatMap { word in topics(for: word).filter { $0.kind == kind } }
    }

    /// All words of a kind, each with what it is, in a line.
    func list(of kind: TopicKind) -> String {
        let told = topics(of: kind)
        let width = min(28, told.map(\.name.count).max() ?? 0)
        let lines = told.map { topic in
            let space = String(repeating: " ", count: max(0, width - topic.name.count))
            return "\(topic.name)\(space)  \(topic.summary)"
        }
        // What stands in several places and says the same there is one line.
        return lines.enumerated().filter { $0.offset == 0 || $0.element != lines[$0.offset - 1] }.map(
            \.element
        )
        .joined(separator: "\n")
    }

    /// The most characters of a line.
    private static let width = 110

    /// Words behind what they are, on as many lines as they need.
    private static func row(_ title: String, _ words: [String]) -> String {
        let margin = String(repeating: " ", count: 13)
        var lines = [title + margin.dropFirst(title.count)]
        for (place, word) in words.enumerated() {
            let line = lines[lines.count - 1]
            if place > 0, line.count + 1 + word.count > width {
                lines.append(margin + word)
            } else {
                lines[lines.count - 1] = line + (place > 0 ? " " : "") + word
            }
        }
        return lines.joined(separator: "\n")
    }
}

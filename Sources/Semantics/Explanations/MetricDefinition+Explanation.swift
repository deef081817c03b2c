extension MetricDefinition {
    /// What `explain` says of a metric, as lines of plain text.
    package var explanation: String {
        let facts = facts.map { "\($0.name): \($0.text)" }
        return (["\(name): \(title)"] + facts).joined(separator: "\n")
    }

    /// The same as a section of docs/metrics.md.
    package var section: String {
        let facts = facts.map { fact in
            fact.name == Self.formulaName
                ? "- **\(fact.name):** `\(fact.text)`" : "- **\(fact.name):** \(Self.escaped(fact.text))"
        }
        let heading = title == name ? "### `\(name)`" : "### `\(name)`: \(Self.escaped(title))"
        return ([heading, ""] + facts).joined(separator: "\n")
    }

    private static let formulaName = "formula"

    /// Everything there is to say, in the order of interest.
    private var facts: [(name: String, text: String)] {
        let explained = MetricExplanation.quantities[name] ?? MetricExplanation.gaps[name]
        return [
            ("asks", explained?.asks ?? ""),
            ("misleads", explained?.misleads ?? ""),
            (Self.formulaName, explained?.formula ?? ""),
            ("no value where", explained?.undefined ?? ""),
            ("better", better),
            ("needs", needed.joined(separator: "; ")),
            ("parameter", parameter.map(Self.phrase) ?? ""),
            ("also written", aliases.joined(separator: ", ")),
            ("in the literature", literature),
            ("source", explained?.source ?? ""),
        ].filter { !$0.1.isEmpty }
    }

    /// `alpha, from -10 to 10: ...`
    private static func phrase(_ parameter: Parameter) -> String {
        let range = parameter.range
        return "\(parameter.name), from \(Value.canonical(range.lowerBound)) to "
            + "\(Value.canonical(range.upperBound)), \(Value.canonical(parameter.usual)) where none is written: "
            + parameter.summary
    }

    private var better: String {
        switch direction {
        case .higher: "larger"
        case .lower: "smaller"
        case .neutral: "neither larger nor smaller"
        }
    }

    private var needed: [String] {
        let named: [(Needs, String)] = [
            (.labels, "the true class of every image"), (.positives, "positive images in every group"),
            (.negatives, "negative images in every group"),
            (.probabilities, "probabilities, not only decisions"),
            (.groups, "two groups at least (`by`)"),
        ]
        return named.filter { needs.contains($0.0) }.map(\.1)
    }

    /// Text with the signs that Markdown would take for its own made plain.
    private static func escaped(_ text: String) -> String {
        text.replacing("*", with: "\\*").replacing("_{", with: "\\_{").replacing("|", with: "\\|")
    }
}

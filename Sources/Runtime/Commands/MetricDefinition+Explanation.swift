import Semantics

extension MetricDefinition {
    /// What `explain` says of a metric; several lines.
    var explanation: String {
        var lines = ["\(name): \(title)"]
        if !aliases.isEmpty { lines.append("also written: " + aliases.joined(separator: ", ")) }
        if !literature.isEmpty { lines.append("in the literature: " + literature) }
        let named: [(Needs, String)] = [
            (.labels, "the true class of every image"), (.positives, "positive images in every group"),
            (.negatives, "negative images in every group"),
            (.probabilities, "probabilities, not only decisions"),
            (.groups, "two groups at least (`by`)"),
        ]
        let needed = named.filter { needs.contains($0.0) }.map(\.1)
        if !needed.isEmpty { lines.append("needs: " + needed.joined(separator: "; ")) }
        switch direction {
        case .higher: lines.append("larger is better")
        case .lower: lines.append("smaller is better")
        case .neutral: lines.append("neither larger nor smaller is better")
        }
        return lines.joined(separator: "\n")
    }
}

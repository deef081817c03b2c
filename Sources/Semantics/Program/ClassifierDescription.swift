import Diagnostics

/// A classifier as the script names it, with its options.
public struct ClassifierDescription: Sendable, Hashable {
    /// What a classifier is made of.
    public enum Origin: Sendable, Hashable {
        /// The embedded classifier of this name.
        case embedded(String)
        /// A manifest's file, which names the weights beside it.
        case manifest(path: String)
        /// Files of weights for an architecture, which the options describe.
        case network(graph: String, weights: [String])
    }

    /// Its name in the script and in reports.
    public private(set) var name: String
    /// What it is made of.
    public let origin: Origin
    /// The options of `classifier NAME = ... with`; of a network, completed by its files and by defaults.
    public let options: ResolvedOptions
    /// Where the script declares it; nil for one of the zoo.
    public let span: SourceSpan?
    /// What it is told of a person beside the image; nil where it takes images alone.
    public var metadata: MetadataEncoding?
    /// What it is told of every person in place of what is recorded; nil for nothing.
    public var counterfactual: Counterfactual?

    /// The classifier under another name.
    func named(_ name: String) -> ClassifierDescription {
        var other = self
        other.name = name
        return other
    }

    /// The classifier that is told what is recorded, and under its own name.
    package func asRecorded(named name: String) -> ClassifierDescription {
        var other = named(name)
        other.counterfactual = nil
        return other
    }

    /// The name of the embedded classifier that it is; nil for one of the user's.
    package var embedded: String? {
        if case .embedded(let name) = origin { name } else { nil }
    }

    /// How the images come to the network's extents; nil where its manifest's file says it.
    public var resize: ResizePhrase? {
        options["resize"].flatMap { ResizePhrase($0.values) }
    }

    /// What the script left to others, as a plan shows it: `scale 255; by config.json: input 224, mean [...]`.
    package var defaults: String? {
        let entries = options.entries.filter(\.isDefault)
        guard !entries.isEmpty else { return nil }
        var origins: [String?] = []
        for entry in entries where !origins.contains(entry.origin) { origins.append(entry.origin) }
        let parts = origins.map { origin in
            let said = entries.filter { $0.origin == origin }.map { entry in
                ([entry.name] + entry.values.map(\.shown)).joined(separator: " ")
            }
            return (origin.map { "by \($0): " } ?? "") + said.joined(separator: ", ")
        }
        return parts.joined(separator: "; ")
    }
}

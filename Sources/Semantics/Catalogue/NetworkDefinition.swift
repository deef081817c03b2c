/// A network that a script runs from a file: an architecture, a kind of file that says its own, or a published model.
public struct NetworkDefinition: Sendable, Hashable {
    /// What must be known of a family of files to run it.
    public struct Contract: Sendable, Hashable {
        /// The files that it is for.
        public let format: NetworkFacts.Format
        /// The architecture, as a manifest's `graph` names it.
        public let graph: String
        /// Options that its authors settled.
        public var settings: [NetworkSetting] = []
    }

    /// A named treatment that differs from the contract's.
    public struct Profile: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// What differs.
        public let changes: [NetworkSetting]
    }

    /// Its name in scripts.
    public let name: String
    /// What it is, in one line.
    public let title: String
    /// The families of files that it runs, the usual one first.
    public let contracts: [Contract]
    /// Its named treatments, the default first; none for most.
    public var profiles: [Profile] = []
    /// How many files it takes.
    public var files = 1

    /// The options of `classifier NAME = ... with`.
    public var options: [OptionDefinition] {
        guard !profiles.isEmpty else { return Catalogue.networkOptions }
        let profile = OptionDefinition(
            "profile", [.word(profiles.map(\.name))], "which of its published treatments an image gets")
        return Catalogue.networkOptions + [profile]
    }

    /// The contract for files of `format`; nil where it runs none.
    func contract(for format: NetworkFacts.Format) -> Contract? {
        contracts.first { $0.format == format }
    }

    /// How it is written with its files.
    package var spelling: String {
        let suffix =
            switch contracts.first?.format {
            case .keras: "h5"
            case .onnx: "onnx"
            case .tensors, nil: "pth"
            }
        let names = files == 1 ? ["weights"] : (1...files).map { "weights-\($0)" }
        return "\(name)(\(names.map { "\"\($0).\(suffix)\"" }.joined(separator: ", ")))"
    }
}

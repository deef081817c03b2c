/// Where the numbers of a report come from; its banner stands before everything else.
package struct ReportProvenance: Sendable, Hashable {
    /// The tool and its version, such as `dermaudit 0.1.0`.
    package var tool: String
    /// The language edition of the script.
    package var edition: Int
    /// The SHA-256 of the script, in hex.
    package var scriptHash: String
    /// The script's text, so that a report tells what was asked.
    package var script: String?
    /// The script's name, such as `paper.audit`.
    package var scriptName: String?
    /// The root seed, where images were generated.
    package var seed: UInt64?
    /// The engine with its library version, core type and float format.
    package var engine: String?
    /// The generators of the images.
    package var generators: [ModelFacts]
    /// The classifiers that were audited.
    package var classifiers: [ModelFacts]

    /// The provenance of a report.
    package init(
        tool: String, edition: Int, scriptHash: String, seed: UInt64? = nil, engine: String? = nil,
        generators: [ModelFacts] = [], classifiers: [ModelFacts] = [], script: String? = nil,
        scriptName: String? = nil
    ) {
        self.tool = tool
        self.edition = edition
        self.scriptHash = scriptHash
        self.seed = seed
        self.engine = engine
        self.generators = generators
        self.classifiers = classifiers
        self.script = script
        self.scriptName = scriptName
    }

    /// The words that stand first wherever a phantom model took part.
    package static let phantomWarning = "phantom weights: drawn lesions, not patients"

    /// Whether any model was made from drawn lesions.
    package var isPhantom: Bool {
        (generators + classifiers).contains { $0.isPhantom }
    }
}

import OracleSupport
import Classification
import Tensors
import Testing

/// Runs a classifier of the oracle through the engine and compares every output.
struct ClassifierOracle {
    private let oracle: OracleCase
    private let part: OracleCase.Part
    private let engine: Engine

    init(_ name: String, _ choice: EngineChoice) throws {
        oracle = try OracleCase.read(name)
        part = try #require(oracle.parts.first)
        engine = try Engine.load(choice, threads: 2)
    }

    /// The names of all cases of classifiers.
    static var names: [String] {
        OracleCatalogue.names.filter { $0.hasPrefix("classifier-") || $0.hasPrefix("melanet") }
    }

    /// The architecture that the reference calls by another name.
    private var graph: ClassifierGraph? {
        switch part.network {
        case "melanet": .vgg16GAP
        case "fid_inception": .inceptionFID
        default: ClassifierGraph(rawValue: part.network)
        }
    }

    func run() throws {
        let graph = try #require(graph, "unknown network \(part.network)")
        let network = try graph.network(from: SyntheticSource(part, of: oracle), on: engine)
        let batch = try oracle.input("x")
        let images = (0..<batch.shape[0]).map { index in
            batch.rows(index..<index + 1).reshaped(Array(batch.shape.dropFirst())).channelsLast()
        }
        let features = try images.map { image in
            try network.features(of: graph == .inceptionFID ? InceptionV3.fidInput(image) : image)
        }
        try expect("features", features)
        let scores = features.map { network.scores(of: $0) }
        try expect("logits", scores)
        try expect("softmax", scores.map { $0.softmax() })
    }

    /// Compares rows with an output, where the case has it.
    private func expect(_ key: String, _ rows: [Tensor]) throws {
        guard oracle.outputs[key] != nil else { return }
        let first = try #require(rows.first)
        try oracle.expect(key, shape: [rows.count] + first.shape, values: rows.flatMap(\.values))
    }
}

import Classification
import OracleSupport
import Tensors
import Weights

/// The classifiers whose speed is measured: eight images, beside each other on the engine's threads, one thread each.
enum ClassifierBenchmarks {
    /// A network by name, built on an engine.
    typealias Build = (Engine) throws -> Benchmarks.Run

    /// Networks of published size, with weights from the oracles' formula.
    static var networks: [String: Build] {
        let oracles = ["vgg16", "densenet201", "resnext101_32x8d", "efficientnet_b0", "inception_v3"]
        var result = Dictionary(
            uniqueKeysWithValues: oracles.map { name in
                (
                    name,
                    { try run(name, side: name == "inception_v3" ? 299 : 224, weights(name), on: $0) }
                        as Build
                )
            })
        result["vit_b_16"] = { engine in
            let oracle = try LibraryCase.read("full-vit_b_16")
            return try run("vit_b_16", side: 224, oracle.weights(named: "vit_b_16"), on: engine)
        }
        return result
    }

    private static func weights(_ name: String) throws -> SyntheticSource {
        let oracle = try OracleCase.read("classifier-" + name)
        return SyntheticSource(oracle.parts[0], of: oracle)
    }

    private static func run(
        _ name: String, side: Int, _ source: any WeightSource, on engine: Engine
    ) throws -> Benchmarks.Run {
        guard let graph = ClassifierGraph.named(name) else { throw OracleFailure.noInput(name, oracle: name) }
        let network = try graph.network(from: source, on: engine.with(threads: 1))
        let images = (0..<8).map {
            SyntheticWeights.tensor("input/x", shape: [side, side, 3], kind: "noise", seed: $0)
        }
        return {
            _ = try engine.map(images) { image throws(ClassificationError) in
                network.scores(of: try network.features(of: image))
            }
        }
    }
}

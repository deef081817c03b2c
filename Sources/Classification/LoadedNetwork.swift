import Hashing
import Tensors
import Weights

/// A network that is ready to run, and what a report says of its file.
package struct LoadedNetwork: Sendable {
    package let network: any ClassifierNetwork
    /// The digest of the weight file.
    package let weights: SHA256
    /// What runs it where that is another program, such as `ONNX Runtime 1.22.1`.
    package var runtime: String?
}

extension LoadedNetwork {
    /// Loads the network of a manifest: the one place that knows which graph is run by what.
    ///
    /// - Parameters:
    ///   - path: what errors call the manifest.
    ///   - weights: its files; most networks are in one.
    package static func load(
        _ manifest: ClassifierManifest, path: String, weights: [String], on engine: Engine
    ) throws(ClassificationError) -> LoadedNetwork {
        if manifest.graph == .onnx {
            let network = try ONNXNetwork(weights.first ?? "", manifest, path: path)
            return LoadedNetwork(network: network, weights: network.digest, runtime: network.runtime)
        }
        let file: WeightFile
        do { file = try WeightFile.open(weights.first ?? "") } catch { throw .weights(error) }
        let network: any ClassifierNetwork =
            switch manifest.graph {
            case .keras: try KerasImageNetwork(file, manifest, path: path, on: engine)
            default: try manifest.graph.network(from: joined(file, weights), on: engine)
            }
        return LoadedNetwork(network: network, weights: file.sha256)
    }

    /// The tensors of a file, with those of the other one where a head has a file of its own.
    private static func joined(
        _ file: WeightFile, _ paths: [String]
    ) throws(ClassificationError) -> any WeightSource {
        guard paths.count > 1 else { return file }
        do { return JoinedWeights(file, try WeightFile.open(paths[1])) } catch { throw .weights(error) }
    }
}

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
    ///   - weights: its files; most networks are in one, a head may be in another.
    package static func load(
        _ manifest: ClassifierManifest, path: String, weights: [String], on engine: Engine
    ) throws(ClassificationError) -> LoadedNetwork {
        if manifest.graph == .onnx {
            let network = try ONNXNetwork(weights.first ?? "", manifest, path: path)
            return LoadedNetwork(network: network, weights: network.digest, runtime: network.runtime)
        }
        let file: WeightFile
        let head: WeightFile?
        do {
            file = try WeightFile.open(weights.first ?? "")
            head = weights.count > 1 ? try WeightFile.open(weights[1]) : nil
        } catch { throw .weights(error) }
        let source: any WeightSource = if let head { JoinedWeights(file, head) } else { file }
        let network: any ClassifierNetwork =
            switch manifest.graph {
            case .keras: try KerasImageNetwork(file, manifest, path: path, on: engine)
            default: try manifest.graph.network(from: source, hidden: manifest.hidden, on: engine)
            }
        let digest = head.map { SHA256(hashing: "\(file.sha256) \($0.sha256)") } ?? file.sha256
        return LoadedNetwork(network: network, weights: digest)
    }
}

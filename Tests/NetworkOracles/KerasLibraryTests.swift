import Tensors
import Testing

@testable import Classification

/// Keras' own networks by their names of layers, against Keras.
@Suite("Networks of Keras by name", .serialized)
struct KerasLibraryTests {
    @Test("there are cases")
    func present() { #expect(KerasCase.names.count == 6) }

    @Test("scores are Keras', and the names tell the network", arguments: KerasCase.names)
    func scores(name: String) throws {
        let oracle = try KerasCase.read(name)
        let weights = KerasCaseWeights(oracle)
        #expect(NetworkIdentity(of: weights)?.graph.rawValue == oracle.graph)
        let graph = try #require(ClassifierGraph(rawValue: oracle.graph))
        let network = try graph.network(from: weights, on: Engine.load(.auto, threads: 2))
        for (image, expected) in zip(oracle.images, oracle.logits) {
            let found = network.scores(of: try network.features(of: image)).values
            let worst = zip(found, expected).map { abs(Double($0) - $1) }.max() ?? .infinity
            #expect(worst <= oracle.tolerance, "\(name): \(worst) above \(oracle.tolerance)")
        }
    }
}

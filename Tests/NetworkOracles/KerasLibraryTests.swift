import Tensors
import Testing

@testable import Classification

/// Keras' own networks by their names of layers, against Keras.
@Suite("Networks of Keras by name", .serialized)
struct KerasLibraryTests {
    @Test("there are cases")
    func present() { #expect(KerasCase.names.count == 8) }

    @Test("scores are Keras', and the names tell the network", arguments: KerasCase.names)
    func scores(name: String) throws {
        let oracle = try KerasCase.read(name)
        let weights = KerasCaseWeights(oracle)
        #expect(
            ClassifierGraph(rawValue: oracle.graph)?.mismatch(weights, nil).details == ["another network"])
        #expect(NetworkIdentity(of: weights)?.graph.rawValue == oracle.graph)
        let graph = try #require(ClassifierGraph(rawValue: oracle.graph))
        let network = try graph.network(from: weights, on: Engine.load(.auto, threads: 2))
        for (image, expected) in zip(oracle.images, oracle.logits) {
            let found = network.scores(of: try network.features(of: image)).values
            let worst = zip(found, expected).map { abs(Double($0) - $1) }.max() ?? .infinity
            #expect(worst <= oracle.tolerance, "\(name): \(worst) above \(oracle.tolerance)")
        }
    }

    @Test(
        "every layer is found where Keras 3 files it by its class, with the names beside and by the order alone",
        arguments: KerasCase.names, [KerasCaseWeights.Filing.namedClasses, .classes])
    func filings(name: String, filing: KerasCaseWeights.Filing) throws {
        let oracle = try KerasCase.read(name)
        let graph = try #require(ClassifierGraph(rawValue: oracle.graph))
        let found = try Self.places(of: graph, in: KerasCaseWeights(oracle, filing: filing))
        #expect(found == (try Self.places(of: graph, in: KerasCaseWeights(oracle))))
        #expect(found.count > 20)
        #expect(NetworkIdentity(of: KerasCaseWeights(oracle, filing: filing))?.graph == graph)
    }

    /// The file's tensor of each name that the network is built by.
    private static func places(
        of graph: ClassifierGraph, in weights: KerasCaseWeights
    ) throws -> [String: String] {
        let plain = try #require(ClassifierGraph.plain(weights, as: graph) as? KerasWeights)
        let family = try #require(graph.family)
        let located = try #require(graph.located(family, in: plain)).weights
        // A linear layer at the end stands in the head's own place, whatever it is called.
        let head = try #require(NetworkHead(graph.headNames, in: located)).plain(located)
        let pairs = head.names.compactMap { name in
            head.original(of: name).flatMap { located.original(of: $0) }.flatMap { plain.stored($0) }
                .map { (name, $0) }
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}

import Foundation
import OracleSupport
import Tensors
import Testing

@testable import Classification

/// Networks under the names of each library, against the library.
@Suite("Networks of the libraries", .serialized)
struct LibraryNetworkTests {
    @Test(
        "scores are the library's", arguments: LibraryCase.names.filter { !$0.hasPrefix("full-") },
        [EngineChoice.onednn, .openblas])
    func scores(name: String, choice: EngineChoice) throws {
        let (found, allowed) = try LibraryNetworkTests.difference(name, choice)
        #expect(found <= allowed)
    }

    @Test("there are cases of every family", arguments: NetworkFamily.allCases)
    func families(family: NetworkFamily) throws {
        let graphs = try LibraryCase.names.compactMap {
            ClassifierGraph(rawValue: try LibraryCase.read($0).graph)
        }
        let reference = ["inception_v3"].compactMap(ClassifierGraph.init(rawValue:))
        #expect((graphs + reference).contains { $0.family == family })
    }

    @Test("the file's names tell the network", arguments: LibraryCase.names)
    func identity(name: String) throws {
        let oracle = try LibraryCase.read(name)
        let found = try #require(NetworkIdentity(of: oracle.weights(named: name)), "unknown")
        // TensorFlow's networks in timm bear the names of timm's own.
        let expected = oracle.graph.hasPrefix("tf_") ? String(oracle.graph.dropFirst(3)) : oracle.graph
        #expect(found.graph.rawValue == expected)
        #expect(found.outputs == oracle.logits[0].count)
    }

    @Test(
        "a head that is a sequence is no guess",
        arguments: LibraryCase.names.filter { $0.hasSuffix("-sequence") })
    func sequence(name: String) throws {
        let oracle = try LibraryCase.read(name)
        let graph = try #require(ClassifierGraph(rawValue: oracle.graph))
        #expect {
            try graph.network(from: oracle.weights(named: name), on: Engine.load(.openblas))
        } throws: { error in
            guard case .unsaidHidden(_, let linears)? = error as? ClassificationError else { return false }
            return linears.count > 1
        }
        let head = try #require(graph.head(of: oracle.weights(named: name)))
        #expect(head.linears.count > 1 && head.norms.isEmpty)
    }

    @Test("the architecture's tensors are the library's", arguments: LibraryCase.names)
    func listing(name: String) throws {
        let oracle = try LibraryCase.read(name)
        let graph = try #require(ClassifierGraph(rawValue: oracle.graph))
        let error = graph.mismatch(oracle.weights(named: name), nil)
        #expect(error.details == ["another network"])
    }

    /// Runs a case: the largest difference of a score from the library's among its images, and the one that is allowed.
    static func difference(_ name: String, _ choice: EngineChoice) throws -> (found: Double, allowed: Double)
    {
        let oracle = try LibraryCase.read(name)
        let graph = try #require(ClassifierGraph(rawValue: oracle.graph), "no graph \(oracle.graph)")
        let engine = try Engine.load(choice, threads: 2)
        let network = try graph.network(
            from: oracle.weights(named: name),
            hidden: oracle.hidden.flatMap(HiddenActivation.init(rawValue:)),
            on: engine)
        var worst = 0.0
        for (image, expected) in zip(oracle.images, oracle.logits) {
            var found = network.scores(of: try network.features(of: image))
            // MAGIC's network ends in a log-softmax, which is left to the manifest's activation here.
            if graph == .vgg16Magic {
                found = Tensor(
                    shape: found.shape, values: found.softmax().values.map { Float(log(Double($0))) })
            }
            try #require(found.values.count == expected.count)
            for (score, wanted) in zip(found.values, expected) {
                let difference = abs(Double(score) - wanted)
                worst = difference.isNaN ? .infinity : max(worst, difference)
            }
        }
        return (worst, oracle.tolerance)
    }
}

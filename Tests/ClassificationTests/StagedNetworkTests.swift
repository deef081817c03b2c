import Classification
import Foundation
import Tensors
import Testing

@Suite struct StagedNetworkTests {
    private func image(_ side: Int) -> Tensor {
        var stream = RandomStream(seed: 5, stream: 1)
        return Tensor(
            shape: [side, side, 3],
            values: (0..<(side * side * 3)).map { (_: Int) -> Float in Float(stream.nextUniform()) })
    }

    private func scores(
        _ graph: ClassifierGraph, _ table: WeightTable, side: Int, threads: Int = 1
    ) throws -> [Float] {
        let network = try graph.network(from: table, on: Engine.load(.openblas, threads: threads))
        return try network.scores(of: network.features(of: image(side))).values
    }

    @Test("a narrow VGG equals a naive one")
    func naiveVGG() throws {
        let table = WeightTable.vgg()
        let network = try ClassifierGraph.vgg16GAP.network(from: table, on: Engine.load(.openblas))
        let found = try network.scores(of: network.features(of: image(8))).values
        let expected = try NaiveVGG(table).scores(of: image(8))
        let differences = zip(found, expected).map { (pair: (Float, Float)) -> Float in abs(pair.0 - pair.1) }
        #expect(differences.max() ?? .infinity <= 1e-5)
    }

    @Test("a DenseNet of any width loads, in both spellings, to the same bits")
    func spellings() throws {
        let table = WeightTable.denseNet()
        let dotted = table.renamed { (name: String) -> String in
            guard name.contains("denselayer") else { return name }
            var result = name
            for part in ["norm", "conv"] {
                for index in 1...2 {
                    result = result.replacingOccurrences(of: "\(part)\(index)", with: "\(part).\(index)")
                }
            }
            return result
        }
        let found = try scores(.densenet, table, side: 32)
        #expect(found.count == 3)
        #expect(try scores(.densenet, dotted, side: 32) == found)
    }

    @Test("prefixes of training code are looked through", arguments: ["module.", "model.net.", "backbone."])
    func prefixes(prefix: String) throws {
        let table = WeightTable.vgg()
        #expect(
            try scores(.vgg16GAP, table.renamed { prefix + $0 }, side: 8) == scores(.vgg16GAP, table, side: 8)
        )
    }

    @Test("results have the same bits with any number of threads")
    func threads() throws {
        let table = WeightTable.denseNet()
        #expect(try scores(.densenet, table, side: 64, threads: 2) == scores(.densenet, table, side: 64))
    }

    @Test("another block layout than the name says is an error")
    func layout() {
        #expect(throws: ClassificationError.self) { try scores(.densenet121, .denseNet(), side: 32) }
    }

    @Test(
        "a missing tensor is an error that names it",
        arguments: WeightTable.denseNet().names.filter { !$0.contains("norm") })
    func missing(name: String) {
        var table = WeightTable.denseNet()
        table.tensors[name] = nil
        #expect(throws: ClassificationError.self) { try scores(.densenet, table, side: 32) }
    }

    @Test("a tensor of another shape is an error, never a trap", arguments: WeightTable.denseNet().names)
    func wrongShape(name: String) throws {
        var table = WeightTable.denseNet()
        let shape = try #require(table.shape(of: name))
        table.add(name, [shape[0] + 1] + shape.dropFirst())
        #expect(throws: ClassificationError.self) { try scores(.densenet, table, side: 32) }
    }

    @Test("a value that is not finite is named with its stage and image")
    func notFinite() throws {
        var table = WeightTable.vgg()
        table.tensors["features.3.weight"] = Tensor(repeating: 3e38, shape: [6, 4, 3, 3])
        let network = try ClassifierGraph.vgg16GAP.network(from: table, on: Engine.load(.openblas))
        #expect(throws: ClassificationError.notFinite(classifier: "M", place: "features.3", image: "a.png")) {
            try network.features(of: image(8), classifier: "M", image: "a.png")
        }
    }
}

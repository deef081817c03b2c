import Foundation
import Tensors
import Testing
import Weights

@testable import Classification

/// Files of weights that Keras 3 wrote, without a configuration (`make_models.py`).
@Suite("Keras 3's files of weights for a named architecture")
struct KerasWeightFileTests {
    private static let models = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Models")

    private struct Expected: Decodable {
        let output: [Double]
    }

    @Test(
        "the scores are Keras', by the names in the file, and by the order of layers where it has none",
        arguments: ["narrow.weights.h5", "unnamed.weights.h5"])
    func scores(name: String) throws {
        let file = try WeightFile.open(Self.models.appending(path: name).path)
        #expect(file.keras?.layers.contains { $0.name == "block3_conv2" } == (name == "narrow.weights.h5"))
        #expect(NetworkIdentity(of: file)?.graph == .vgg16GAP)
        #expect(NetworkIdentity(of: file)?.outputs == 3)
        let network = try ClassifierGraph.vgg16GAP.network(
            from: file, hidden: .relu, on: Engine.load(.openblas))
        let count: Int = 64 * 64 * 3
        let ramp: [Float] = (0..<count).map { (place: Int) -> Float in
            let level = Float(place * 37 % 101)
            return level / 50 - 1
        }
        let found = network.scores(of: try network.features(of: Tensor(shape: [64, 64, 3], values: ramp)))
            .values
        let data = try Data(contentsOf: Self.models.appending(path: "expected.json"))
        let expected = try #require(try JSONDecoder().decode([String: Expected].self, from: data)["narrow"])
            .output
        #expect(found.count == expected.count)
        let largest = expected.map(abs).max() ?? 0
        for (value, wanted) in zip(found, expected) { #expect(abs(Double(value) - wanted) <= 1e-4 * largest) }
    }

    @Test("as another architecture such a file is refused, with what it looks like")
    func other() throws {
        let file = try WeightFile.open(Self.models.appending(path: "unnamed.weights.h5").path)
        let error = #expect(throws: ClassificationError.self) {
            try ClassifierGraph.densenet121.network(from: file, on: Engine.load(.openblas))
        }
        #expect(error?.details.last == "the file looks like VGG-16 with mean pooling (Keras): `vgg16_gap`")
    }

    @Test("a kernel whose axes do not fit its layer is left out")
    func wrongAxes() {
        var table = WeightTable()
        table.add("layers/separable_conv2d/vars/0", [5])
        table.add("layers/separable_conv2d/vars/1", [1, 1, 3, 4])
        let layer = KerasArchive.Layer(
            path: "layers/separable_conv2d", weights: table.names, name: "block2_sepconv1")
        let archive = KerasArchive(layout: .byClassName, layers: [layer])
        let weights = KerasWeights(archive, of: table, as: nil)
        #expect(weights?.names == ["block2_sepconv1.pointwise.weight"])
    }
}

import Foundation
import Tensors
import TestSupport
import Weights

/// Weights in memory, by name.
struct WeightTable: WeightSource {
    let path = "table"
    var tensors: [String: Tensor] = [:]

    var names: [String] { tensors.keys.sorted() }

    func shape(of name: String) -> [Int]? { tensors[name]?.shape }

    func tensor(_ name: String, shape: [Int]?) throws(WeightsError) -> Tensor {
        guard let tensor = tensors[name] else { throw missing(name) }
        if let shape, shape != tensor.shape {
            throw .wrongShape(path: path, tensor: name, expected: shape, found: tensor.shape)
        }
        return tensor
    }

    /// Adds a tensor of small numbers that follow from its name.
    mutating func add(_ name: String, _ shape: [Int]) {
        var seed: UInt64 = 7
        for byte in name.utf8 { seed = seed &* 31 &+ UInt64(byte) }
        var stream = RandomStream(seed: seed, stream: 0)
        let count = shape.reduce(1, *)
        let isVariance = name.hasSuffix("running_var")
        var values: [Float] = []
        for _ in 0..<count {
            let value = Float(stream.nextUniform())
            values.append(isVariance ? 0.5 + value : 0.5 * (value - 0.5))
        }
        tensors[name] = Tensor(shape: shape, values: values)
    }

    /// Adds the four tensors of a batch norm.
    mutating func addNorm(_ name: String, _ channels: Int) {
        for part in ["weight", "bias", "running_mean", "running_var"] { add("\(name).\(part)", [channels]) }
    }

    /// A narrow VGG with two convolutions, one of them before a pool, and a head behind the mean.
    static func vgg() -> WeightTable {
        var table = WeightTable()
        table.add("features.0.weight", [4, 3, 3, 3])
        table.add("features.0.bias", [4])
        table.add("features.3.weight", [6, 4, 3, 3])
        table.add("features.3.bias", [6])
        table.add("classifier.weight", [2, 6])
        table.add("classifier.bias", [2])
        return table
    }

    /// A DenseNet with blocks of 2 and 1 layers, growth 2.
    static func denseNet() -> WeightTable {
        var table = WeightTable()
        table.add("features.conv0.weight", [4, 3, 7, 7])
        table.addNorm("features.norm0", 4)
        var channels = 4
        for (block, count) in [2, 1].enumerated() {
            for layer in 1...count {
                let name = "features.denseblock\(block + 1).denselayer\(layer)"
                table.addNorm(name + ".norm1", channels)
                table.add(name + ".conv1.weight", [8, channels, 1, 1])
                table.addNorm(name + ".norm2", 8)
                table.add(name + ".conv2.weight", [2, 8, 3, 3])
                channels += 2
            }
            guard block == 0 else { continue }
            table.addNorm("features.transition1.norm", channels)
            table.add("features.transition1.conv.weight", [channels / 2, channels, 1, 1])
            channels /= 2
        }
        table.addNorm("features.norm5", channels)
        table.add("classifier.weight", [3, channels])
        table.add("classifier.bias", [3])
        return table
    }

    /// The same tensors under other names.
    func renamed(_ name: (String) -> String) -> WeightTable {
        WeightTable(tensors: Dictionary(uniqueKeysWithValues: tensors.map { (name($0.key), $0.value) }))
    }

    /// A safetensors file of all tensors.
    func safetensors() throws -> Data {
        try SafetensorsFile.data(
            try names.map { name in
                let tensor = try tensor(name)
                return (name, tensor.shape, tensor.values)
            })
    }
}

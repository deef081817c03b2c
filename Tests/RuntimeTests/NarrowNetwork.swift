import Foundation
import TestSupport

/// The weights of a network of few channels as a safetensors file, made when a test runs.
struct NarrowNetwork {
    private(set) var tensors: [(name: String, shape: [Int], values: [Float])] = []

    /// Adds a tensor of small numbers that follow from its name.
    mutating func add(_ name: String, _ shape: [Int]) {
        var state = name.utf8.reduce(UInt64(7)) { $0 &* 31 &+ UInt64($1) }
        let count = shape.reduce(1, *)
        let reach = (3 / Float(max(1, shape.dropFirst().reduce(1, *)))).squareRoot()
        let values = (0..<count).map { _ -> Float in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (Float(state >> 40) / Float(1 << 23) - 1) * reach
        }
        tensors.append((name, shape, values))
    }

    /// Adds a tensor of one number.
    mutating func add(_ name: String, _ shape: [Int], all value: Float) {
        tensors.append((name, shape, [Float](repeating: value, count: shape.reduce(1, *))))
    }

    /// Adds the four tensors of a batch norm that changes nothing.
    mutating func addNorm(_ name: String, _ channels: Int) {
        for (part, value) in [("weight", 1), ("bias", 0), ("running_mean", 0), ("running_var", 1)]
            as [(String, Float)]
        {
            add("\(name).\(part)", [channels], all: value)
        }
    }

    /// Writes the file, sorted by name.
    func write(to path: String) throws {
        try SafetensorsFile.data(tensors.sorted { $0.name < $1.name }).write(to: URL(fileURLWithPath: path))
    }
}

extension NarrowNetwork {
    /// DermDiT's encoder: a ResNeXt-101 32x8d with as few channels as its first level leaves.
    static func dermDiTEncoder() -> NarrowNetwork {
        var network = NarrowNetwork()
        network.add("module.enet.conv1.weight", [4, 3, 7, 7])
        network.addNorm("module.enet.bn1", 4)
        var channels = 4
        for (level, count) in [3, 4, 23, 3].enumerated() {
            for index in 0..<count {
                let name = "module.enet.layer\(level + 1).\(index)"
                let (inner, group) = level == 0 ? (256, 8) : (32, 1)
                network.add(name + ".conv1.weight", [inner, channels, 1, 1])
                network.add(name + ".conv2.weight", [inner, group, 3, 3])
                network.add(name + ".conv3.weight", [8, inner, 1, 1])
                for (number, width) in [(1, inner), (2, inner), (3, 8)] {
                    network.addNorm("\(name).bn\(number)", width)
                }
                guard index == 0 else { continue }
                network.add(name + ".downsample.0.weight", [8, channels, 1, 1])
                network.addNorm(name + ".downsample.1", 8)
                channels = 8
            }
        }
        return network
    }

    /// Patch-Lesion: a DenseNet-121 of growth 2 under both of its prefixes' names, and an attention over `crops`.
    ///
    /// - Parameter scores: the bias of the head; its weights are small.
    static func patchLesion(crops: Int, scores: [Float]) -> NarrowNetwork {
        var network = NarrowNetwork()
        let body = "cnn_features."
        network.add(body + "conv0.weight", [4, 3, 7, 7])
        network.addNorm(body + "norm0", 4)
        var channels = 4
        for (block, count) in [6, 12, 24, 16].enumerated() {
            for layer in 1...count {
                let name = "\(body)denseblock\(block + 1).denselayer\(layer)"
                network.addNorm(name + ".norm1", channels)
                network.add(name + ".conv1.weight", [4, channels, 1, 1])
                network.addNorm(name + ".norm2", 4)
                network.add(name + ".conv2.weight", [2, 4, 3, 3])
                channels += 2
            }
            guard block < 3 else { continue }
            network.addNorm("\(body)transition\(block + 1).norm", channels)
            network.add("\(body)transition\(block + 1).conv.weight", [channels / 2, channels, 1, 1])
            channels /= 2
        }
        network.addNorm(body + "norm5", channels)
        network.add("initial_attention_layer.fc.0.weight", [crops, crops])
        network.add("initial_attention_layer.fc.0.bias", [crops])
        network.add("classifier.weight", [scores.count, channels], all: 1e-6)
        network.tensors.append(("classifier.bias", [scores.count], scores))
        return network
    }
}

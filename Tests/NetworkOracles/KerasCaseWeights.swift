import OracleSupport
import Tensors
import Weights

/// The weights of a case as Keras files them: by the names of layers, in Keras' order of axes.
struct KerasCaseWeights: KerasWeightSource {
    let path = "weights.h5"
    let keras: KerasArchive?
    private let entries: [String: OracleCase.Entry]
    private let gain: Double

    /// - Parameter filing: how the file's groups are named.
    init(_ oracle: KerasCase, filing: Filing = .layers) {
        gain = oracle.gain
        var entries: [String: OracleCase.Entry] = [:]
        var layers: [KerasArchive.Layer] = []
        var counts: [String: Int] = [:]
        for layer in oracle.layers {
            for variable in layer.variables { entries["\(layer.name)/\(variable.name)"] = variable }
            let weights = layer.variables.map { "\(layer.name)/\($0.name)" }
            let kind = layer.kind
            let number = counts[kind, default: 0]
            counts[kind] = number + 1
            let group = "layers/" + kind + (number == 0 ? "" : "_\(number)")
            layers.append(
                KerasArchive.Layer(
                    path: filing == .layers ? layer.name : group, weights: weights,
                    name: filing == .namedClasses ? layer.name : nil))
        }
        self.entries = entries
        let layout: KerasArchive.Layout = filing == .layers ? .byLayerName : .byClassName
        // Groups are listed by path in such a file.
        keras = KerasArchive(
            layout: layout, layers: filing == .layers ? layers : layers.sorted { $0.path < $1.path })
    }

    /// How a file's groups are named.
    enum Filing: Sendable, CaseIterable {
        /// By layers, as Keras 1 and 2 wrote.
        case layers
        /// By classes, with the layers' names beside, as Keras 3 writes since 3.10.
        case namedClasses
        /// By classes alone, as it wrote before.
        case classes
    }

    var names: [String] { entries.keys.sorted() }

    func shape(of name: String) -> [Int]? { entries[name]?.shape }

    func tensor(_ name: String, shape: [Int]?) throws(WeightsError) -> Tensor {
        guard let entry = entries[name] else { throw missing(name) }
        let extents = entry.shape
        switch entry.kind {
        case "linear": return drawn(name, [extents[1], extents[0]]).transposed()
        case "convolution":
            return turned(drawn(name, [extents[3], extents[2], extents[0], extents[1]]), to: extents) {
                ($3, $2, $0, $1)
            }
        case "depthwise":
            return turned(drawn(name, [extents[2], extents[3], extents[0], extents[1]]), to: extents) {
                ($2, $3, $0, $1)
            }
        default: return SyntheticWeights.tensor(name, shape: extents, kind: entry.kind, seed: 0)
        }
    }

    private func drawn(_ name: String, _ shape: [Int]) -> Tensor {
        SyntheticWeights.tensor(name, shape: shape, kind: "matrix", seed: 0, gain: gain)
    }

    /// The elements in the order of `shape`; `place` gives the indices in `tensor` of those in the result.
    private func turned(
        _ tensor: Tensor, to shape: [Int], _ place: (Int, Int, Int, Int) -> (Int, Int, Int, Int)
    ) -> Tensor {
        let (source, from) = (tensor.values, tensor.shape)
        let values = (0..<source.count).map { (index: Int) -> Float in
            let last = index % shape[3]
            let third = index / shape[3] % shape[2]
            let second = index / (shape[3] * shape[2]) % shape[1]
            let (a, b, c, d) = place(index / (shape[3] * shape[2] * shape[1]), second, third, last)
            return source[((a * from[1] + b) * from[2] + c) * from[3] + d]
        }
        return Tensor(shape: shape, values: values)
    }
}

import Tensors
import Weights

/// The weights of one layer in a Keras file.
struct KerasLayerWeights: Sendable {
    let source: any WeightSource
    let layout: KerasArchive.Layout
    /// The tensors' names in the file, in the layer's own order.
    let names: [String]
    /// What an error calls the layer.
    let layer: String

    /// Variable `variable` of those in `order`, which the layer has.
    ///
    /// Files that name variables are asked for the name, the others for the place in `order`.
    ///
    /// - Parameter alias: another name that a version of Keras gives the variable.
    func tensor(
        _ variable: String, of order: [String], shape: [Int], alias: String? = nil
    ) throws(ClassificationError) -> Tensor {
        let found: String?
        switch layout {
        case .byLayerName:
            let named = names.map { (name: $0, variable: String(Self.variable(of: $0))) }
            found = (named.first { $0.variable == variable } ?? named.first { $0.variable == alias })?.name
        case .byClassName:
            let place = order.firstIndex(of: variable)
            found = place.flatMap { names.indices.contains($0) ? names[$0] : nil }
        }
        guard let found else {
            throw .weights(
                .unsuitable(
                    path: source.path, expected: "`\(variable)` \(shape) of layer `\(layer)`",
                    found: names.isEmpty ? "no weights" : names.map { "`\($0)`" }.joined(separator: ", ")))
        }
        do { return try source.tensor(found, shape: shape) } catch { throw .weights(error) }
    }

    /// `kernel` of `conv/kernel:0`.
    private static func variable(of name: String) -> Substring {
        let last = name[(name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex)...]
        return last.prefix { $0 != ":" }
    }
}

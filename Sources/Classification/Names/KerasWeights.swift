import Tensors
import Weights

/// The weights of a Keras file by the names of its layers, in the order of axes and with the endings that PyTorch has:
/// `conv1_conv.weight` `[outputs, inputs, rows, columns]`, `conv1_bn.running_mean`, `predictions.bias`.
struct KerasWeights: WeightSource {
    /// How an array is turned.
    enum Order: Sendable {
        /// As it is.
        case same
        /// `[rows, columns, inputs, outputs]` of a convolution.
        case convolution
        /// `[rows, columns, channels, multiplier]` of a depthwise convolution.
        case depthwise
        /// `[inputs, outputs]` of a linear layer.
        case linear
    }

    struct Entry: Sendable {
        let name: String
        let order: Order
        let shape: [Int]
    }

    private let source: any WeightSource
    private let entries: [String: Entry]

    /// The weights of a file by the names of its layers; nil where these are neither in the file nor follow from `graph`.
    ///
    /// - Parameters:
    ///   - archive: which tensors belong to which layer.
    ///   - graph: the network that it should be; nil tries what is known.
    init?(_ archive: KerasArchive, of source: any WeightSource, as graph: ClassifierGraph?) {
        let entries =
            switch archive.layout {
            case .byLayerName: Self.entriesByName(archive, of: source)
            case .byClassName: Self.entriesByClass(archive, of: source, as: graph)
            }
        guard let entries else { return nil }
        (self.source, self.entries) = (source, entries)
    }

    private static func entriesByName(_ archive: KerasArchive, of source: any WeightSource) -> [String:
        Entry]?
    {
        var entries: [String: Entry] = [:]
        for layer in archive.layers {
            // A nested model is one layer whose weights are told apart by the names of the inner layers.
            for name in layer.weights {
                let parts = name.split(separator: "/")
                guard let variable = parts.last, let shape = source.shape(of: name) else { continue }
                let owner = parts.count > 1 ? String(parts[parts.count - 2]) : layer.path
                let kind = variable.split(separator: ":").first.map(String.init) ?? ""
                guard let (ending, order) = Self.ending(kind, owner: owner, shape: shape) else { continue }
                entries["\(owner).\(ending)"] = Entry(
                    name: name, order: order, shape: Self.extents(shape, order))
            }
        }
        return entries
    }

    var path: String { source.path }

    var names: [String] { entries.keys.sorted() }

    /// What the file calls a tensor; nil where there is none of that name.
    func stored(_ name: String) -> String? { entries[name]?.name }

    func shape(of name: String) -> [Int]? { entries[name]?.shape }

    func tensor(_ name: String, shape: [Int]?) throws(WeightsError) -> Tensor {
        guard let entry = entries[name] else { throw missing(name) }
        if let shape, shape != entry.shape {
            throw .wrongShape(path: path, tensor: entry.name, expected: shape, found: entry.shape)
        }
        let stored = try source.tensor(entry.name)
        switch entry.order {
        case .same: return stored
        case .linear: return stored.transposed()
        case .convolution: return KerasKernel.outputsFirst(stored)
        case .depthwise:
            let extents = stored.shape
            return KerasKernel.outputsFirst(
                stored.reshaped([extents[0], extents[1], 1, extents[2] * extents[3]]))
        }
    }

    /// The layers called `name`, `name_1`, `name_2`..., by their numbers.
    static func counted(_ name: String, in source: any WeightSource) -> [String] {
        let pattern = NamePattern(name + "_#")
        let owners = Set(source.names.compactMap { $0.split(separator: ".").first.map(String.init) })
        let numbered = owners.compactMap { owner -> (Int, String)? in
            owner == name ? (0, owner) : pattern.match(owner).map { ($0.numbers[0], owner) }
        }
        return numbered.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Files the linear layers at the end under one name: `predictions` in its place, others as parts of a sequence.
    static func addHead(_ source: any WeightSource, as head: String, to table: inout [String: String]) {
        InvertedResidualNames.add(source, "predictions", as: head, to: &table)
        for (number, layer) in counted("dense", in: source).enumerated() {
            InvertedResidualNames.add(source, layer, as: "\(head).\(number)", to: &table)
        }
    }

    /// PyTorch's word for a variable of Keras, and how its array is turned.
    static func ending(_ variable: String, owner: String, shape: [Int]) -> (String, Order)? {
        switch variable {
        case "kernel" where shape.count == 4:
            // Keras 3 calls the kernel of a depthwise convolution a kernel too.
            owner.contains("depthwise") || owner.contains("dwconv")
                ? ("weight", .depthwise) : ("weight", .convolution)
        case "kernel" where shape.count == 2: ("weight", .linear)
        case "depthwise_kernel" where shape.count == 4:
            owner.contains("sepconv") ? ("depthwise.weight", .depthwise) : ("weight", .depthwise)
        case "pointwise_kernel" where shape.count == 4: ("pointwise.weight", .convolution)
        case "bias", "beta": ("bias", .same)
        case "gamma": ("weight", .same)
        case "moving_mean": ("running_mean", .same)
        case "moving_variance": ("running_var", .same)
        default: nil
        }
    }

    static func extents(_ shape: [Int], _ order: Order) -> [Int] {
        switch order {
        case .same: shape
        case .linear: [shape[1], shape[0]]
        case .convolution: [shape[3], shape[2], shape[0], shape[1]]
        case .depthwise: [shape[2] * shape[3], 1, shape[0], shape[1]]
        }
    }
}

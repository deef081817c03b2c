import Weights

/// Where the weights of a container's layers lie in a Keras file.
struct KerasWeightGroups: Sendable {
    private let source: any WeightSource
    private let layout: KerasArchive.Layout
    private let weights: [String: [String]]
    /// The path of the container's group with a slash behind it; empty for the whole file.
    private let prefix: String
    /// The layer of the file that holds a nested model's weights in one flat list.
    private let outer: String?

    /// The groups of a whole file.
    init(_ archive: KerasArchive, in source: any WeightSource) {
        let pairs = archive.layers.map { ($0.path, $0.weights) }
        self.init(
            source: source, layout: archive.layout,
            weights: Dictionary(pairs, uniquingKeysWith: { first, _ in first }),
            prefix: archive.layout == .byClassName ? "layers/" : "", outer: nil)
    }

    private init(
        source: any WeightSource, layout: KerasArchive.Layout, weights: [String: [String]], prefix: String,
        outer: String?
    ) {
        self.source = source
        self.layout = layout
        self.weights = weights
        self.prefix = prefix
        self.outer = outer
    }

    /// The file, for errors.
    var path: String { source.path }

    /// The weights of each layer of `model`, in the order of its layers.
    func layers(of model: KerasModelDescription) -> [KerasLayerWeights] {
        let groups = KerasArchive.groups(ofClasses: model.layers.map(\.className))
        return zip(model.layers, groups).map { layer, group in
            KerasLayerWeights(
                source: source, layout: layout, names: names(of: layer.name, group: group), layer: layer.name)
        }
    }

    /// The groups of a model that is a layer of `model`, the one at `index`.
    func nested(in model: KerasModelDescription, at index: Int) -> KerasWeightGroups {
        let group = KerasArchive.groups(ofClasses: model.layers.map(\.className))[index]
        return KerasWeightGroups(
            source: source, layout: layout, weights: weights, prefix: prefix + group + "/layers/",
            outer: outer ?? model.layers[index].name)
    }

    private func names(of layer: String, group: String) -> [String] {
        switch layout {
        case .byClassName: return weights[prefix + group] ?? []
        case .byLayerName:
            guard let outer else { return weights[layer] ?? [] }
            // A nested model's weights are one list, told apart by the inner layer's name before the variable's.
            return (weights[outer] ?? []).filter { name in
                name.split(separator: "/").dropLast().last.map(String.init) == layer
            }
        }
    }
}

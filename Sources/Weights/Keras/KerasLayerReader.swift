/// Reads the HDF5 layout of Keras 1 and 2: a group for each layer, its weights listed by an attribute.
enum KerasLayerReader {
    /// The group of weights that belong to no layer.
    private static let topLevel = "top_level_model_weights"

    /// - Parameters:
    ///   - names: the layers in the model's order.
    ///   - group: the one that holds the layers' groups.
    ///   - root: the one with the model's configuration.
    static func read(
        _ names: [String], of group: HDF5Object, root: HDF5Object
    ) throws(WeightsError) -> WeightContents {
        let path = group.file.region.file.path
        var groups: [(layer: String, weights: [(name: String, tensor: StoredTensor)])] = []
        // Listed once: a look-up by name would read the group's table for each layer.
        let links = Dictionary(
            try group.links().map { ($0.name, $0.target) }, uniquingKeysWith: { first, _ in first })
        for name in names + (links[topLevel] == nil ? [] : [topLevel]) {
            guard let target = links[name] else {
                throw .malformed(
                    path: path, place: "layer \(TensorName.shown(name))", expected: "its group", found: "none"
                )
            }
            let layer = try group.child(name, target)
            guard name != topLevel || layer.isGroup else { continue }
            groups.append((name, try weights(of: layer)))
        }
        return try contents(groups, root: root, path: path)
    }

    private static func weights(
        of layer: HDF5Object
    ) throws(WeightsError) -> [(name: String, tensor: StoredTensor)] {
        var weights: [(name: String, tensor: StoredTensor)] = []
        for name in try layer.chunkedStrings("weight_names") ?? [] {
            guard let object = try layer.descendant(name) else {
                throw .malformed(
                    path: layer.file.region.file.path, place: "layer \(TensorName.shown(layer.name))",
                    expected: "weight \(TensorName.shown(name))", found: "none")
            }
            weights.append((name, try object.tensor()))
        }
        return weights
    }

    private static func contents(
        _ groups: [(layer: String, weights: [(name: String, tensor: StoredTensor)])], root: HDF5Object,
        path: String
    ) throws(WeightsError) -> WeightContents {
        let counts = Dictionary(groups.flatMap { $0.weights.map { ($0.name, 1) } }, uniquingKeysWith: +)
        var tensors: [String: StoredTensor] = [:]
        var layers: [KerasArchive.Layer] = []
        for group in groups {
            var names: [String] = []
            for weight in group.weights {
                // A name that several layers use, as shared inner layers do, is told apart by the layer's.
                let isUnique = counts[weight.name] == 1
                let name = isUnique ? weight.name : group.layer + "/" + weight.name
                guard TensorName.isAllowed(name), tensors.updateValue(weight.tensor, forKey: name) == nil
                else {
                    throw .malformed(
                        path: path, place: "layer \(TensorName.shown(group.layer))",
                        expected: "weights with names of their own, of \(TensorName.rule)",
                        found: TensorName.shown(name))
                }
                names.append(name)
            }
            layers.append(KerasArchive.Layer(path: group.layer, weights: names))
        }
        guard !tensors.isEmpty else {
            throw .unsuitable(path: path, expected: "layers with weights", found: "none")
        }
        let keras = KerasArchive(
            layout: .byLayerName, configuration: try root.strings("model_config")?.first,
            version: try root.strings("keras_version")?.first, layers: layers)
        return WeightContents(format: .kerasHDF5, tensors: tensors, keras: keras)
    }
}

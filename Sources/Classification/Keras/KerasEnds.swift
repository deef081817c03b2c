import Weights

/// What a Keras model's configuration tells of its two ends, before a layer is built.
package struct KerasEnds: Sendable, Equatable {
    /// Something that goes in.
    package struct Input: Sendable, Equatable {
        /// The name of the input layer.
        package let name: String
        /// The extents without the batch; nil stands for one that is left open.
        package let shape: [Int?]
    }

    /// What goes in, in the model's order.
    package let inputs: [Input]
    /// The scores of the only output; nil where the last layer does not say.
    package let outputs: Int?
    /// The activation of the last layer, as `softmax`; nil where it has none.
    package let activation: String?
    /// Whether a layer of the model brings levels of 0...255 to its scale.
    package let scalesItself: Bool

    /// Reads the configuration of a file; nil where it has none that describes a model.
    package init?(_ archive: KerasArchive) {
        guard let text = archive.configuration, let model = KerasModelDescription(json: text) else {
            return nil
        }
        inputs = Self.inputs(of: model)
        scalesItself = model.allLayers.contains { ["Rescaling", "Normalization"].contains($0.className) }
        let last = Self.lastLayer(of: model)
        outputs = last?.units
        activation = last?.activation
    }

    private static func inputs(of model: KerasModelDescription) -> [Input] {
        var layers = KerasContainer.inputs(of: model).compactMap { reference in
            model.layers.first { $0.name == reference.layer }
        }
        if layers.isEmpty, let first = model.layers.first { layers = [first] }
        return layers.compactMap { layer in
            layer.statedShape.map { Input(name: layer.name, shape: $0) }
        }
    }

    /// The scores and the activation of the layer that gives the only output.
    private static func lastLayer(of model: KerasModelDescription) -> (units: Int?, activation: String?)? {
        let layer: KerasLayerDescription?
        if model.isSequential || model.outputs.isEmpty {
            layer = model.layers.last
        } else {
            guard model.outputs.count == 1 else { return nil }
            layer = model.layers.first { $0.name == model.outputs[0].layer }
        }
        guard let layer else { return nil }
        if let inner = layer.model { return lastLayer(of: inner) }
        return ends(of: layer, in: model)
    }

    /// What a layer says of scores; a layer of activation alone has those of the layer before it.
    private static func ends(
        of layer: KerasLayerDescription, in model: KerasModelDescription
    ) -> (units: Int?, activation: String?) {
        let units = layer.configuration["units"].integer
        guard ["Activation", "Softmax"].contains(layer.className), units == nil else {
            return (units, name(of: layer.configuration["activation"]))
        }
        let activation =
            layer.className == "Softmax" ? "softmax" : name(of: layer.configuration["activation"])
        let place = model.layers.firstIndex { $0.name == layer.name } ?? 0
        let before = layer.calls.first?.first?.layer ?? (place > 0 ? model.layers[place - 1].name : nil)
        let source = model.layers.first { $0.name == before }
        return (source?.configuration["units"].integer, activation)
    }

    /// The name of an activation, which stands alone or in an object; nil for none.
    private static func name(of value: KerasValue) -> String? {
        let name = value.text ?? value["config"].text ?? value["class_name"].text
        return name == "linear" ? nil : name
    }
}

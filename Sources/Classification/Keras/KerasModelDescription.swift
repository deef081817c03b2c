import Foundation

/// A model as a configuration has it: layers, which calls they make, and which results go in and out.
struct KerasModelDescription: Sendable {
    /// Models within models, at most.
    private static let deepest = 16

    let name: String
    let className: String
    let layers: [KerasLayerDescription]
    let inputs: [KerasReference]
    let outputs: [KerasReference]

    /// Whether each layer's result is the next one's input.
    var isSequential: Bool { className == "Sequential" }

    /// Reads the JSON text of a whole model; nil where it is none.
    init?(json: String) {
        guard let value = try? JSONDecoder().decode(KerasValue.self, from: Data(json.utf8)) else {
            return nil
        }
        self.init(value, depth: 0)
    }

    /// Reads a model, or a layer that is one; nil where it is none, or models are nested too deeply.
    init?(_ value: KerasValue, depth: Int) {
        guard depth < Self.deepest, let className = value["class_name"].text else { return nil }
        // The first versions of Keras gave a Sequential's layers as its configuration.
        guard let list = value["config"]["layers"].list ?? value["config"].list else { return nil }
        var layers: [KerasLayerDescription] = []
        for member in list {
            guard let layer = KerasLayerDescription(member, depth: depth) else { return nil }
            layers.append(layer)
        }
        guard !layers.isEmpty, Set(layers.map(\.name)).count == layers.count else { return nil }
        name = value["config"]["name"].text ?? value["name"].text ?? "model"
        self.className = className
        self.layers = layers
        inputs = KerasReference.all(in: value["config"]["input_layers"])
        outputs = KerasReference.all(in: value["config"]["output_layers"])
    }

    /// The layers with those of nested models, in order.
    var allLayers: [KerasLayerDescription] {
        layers.flatMap { layer in layer.model.map(\.allLayers) ?? [layer] }
    }
}

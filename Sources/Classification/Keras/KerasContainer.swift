/// A functional model while its calls are lined up.
struct KerasContainer {
    let model: KerasModelDescription
    let groups: KerasWeightGroups
    /// The weights of each layer.
    let weights: [KerasLayerWeights]
    /// The names of the models around, each with a slash behind it.
    let scope: String
    /// The place of each result that is known.
    var places: [KerasReference: Int] = [:]

    private let indices: [String: Int]
    private let path: String

    init(
        _ model: KerasModelDescription, _ groups: KerasWeightGroups, scope: String, path: String
    ) throws(ClassificationError) {
        self.model = model
        self.groups = groups
        self.scope = scope
        self.path = path
        weights = groups.layers(of: model)
        indices = Dictionary(
            model.layers.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The model's inputs: as its configuration lists them, else its input layers in order.
    static func inputs(of model: KerasModelDescription) -> [KerasReference] {
        guard model.inputs.isEmpty else { return model.inputs }
        return model.layers.filter { $0.className == "InputLayer" }.map {
            KerasReference(layer: $0.name, node: 0, tensor: 0)
        }
    }

    /// Says where the results lie that go into the model.
    mutating func place(_ inputs: [Int]) throws(ClassificationError) {
        let expected = Self.inputs(of: model)
        guard expected.count == inputs.count else {
            throw .weights(
                .unsuitable(
                    path: path, expected: "\(expected.count) inputs of model `\(model.name)`",
                    found: "\(inputs.count)"))
        }
        for (reference, place) in zip(expected, inputs) { places[reference] = place }
    }

    /// The place of a layer in the model.
    func index(of layer: String) throws(ClassificationError) -> Int {
        guard let index = indices[layer] else {
            throw .weights(
                .unsuitable(
                    path: path, expected: "layer `\(layer)`, which another one names",
                    found: "none in model `\(model.name)`"))
        }
        return index
    }

    /// The results that go into a call. A layer with a single call is known by any number: Keras 2 counts the calls
    /// that were made outside the model as well.
    func arguments(of call: KerasReference) throws(ClassificationError) -> [KerasReference] {
        let layer = model.layers[try index(of: call.layer)]
        let node = layer.calls.count == 1 ? 0 : call.node
        guard layer.calls.indices.contains(node) else {
            throw .weights(
                .unsuitable(
                    path: path, expected: "call \(call.node) of layer `\(call.layer)`",
                    found: "\(layer.calls.count) calls"))
        }
        return layer.calls[node]
    }
}

import Tensors

/// Lines up the calls of a model and of the models in it, each with the extents that reach it.
struct KerasGraphBuilder {
    private static let mostSteps = 100_000

    let engine: Engine
    /// The file, for errors.
    let path: String
    /// The extents of the network's inputs.
    let inputShapes: [[Int]]
    private(set) var steps: [KerasStep] = []

    init(inputShapes: [[Int]], path: String, engine: Engine) {
        self.inputShapes = inputShapes
        self.path = path
        self.engine = engine
    }

    /// Adds what `outputs` of `model` need.
    ///
    /// - Parameters:
    ///   - outputs: results of the model; none takes the model's own.
    ///   - inputs: the places of what goes into the model.
    ///   - scope: the names of the models around, each with a slash behind it.
    /// - Returns: the place of each output.
    mutating func add(
        _ model: KerasModelDescription, _ groups: KerasWeightGroups, inputs: [Int],
        outputs: [KerasReference] = [], scope: String = ""
    ) throws(ClassificationError) -> [Int] {
        if model.isSequential, outputs.isEmpty {
            return [try addSequence(model, groups, inputs: inputs, scope: scope)]
        }
        var container = try KerasContainer(model, groups, scope: scope, path: path)
        try container.place(inputs)
        let wanted = outputs.isEmpty ? model.outputs : outputs
        guard !wanted.isEmpty else { throw unsuitable("outputs of model `\(model.name)`", found: "none") }
        for output in wanted { try resolve(output, in: &container) }
        return wanted.compactMap { container.places[$0] }
    }

    /// Adds the calls that `output` depends on, those before others first, without recursion: chains may be long.
    private mutating func resolve(
        _ output: KerasReference, in container: inout KerasContainer
    ) throws(ClassificationError) {
        var pending = [output]
        var started: Set<KerasReference> = []
        while let next = pending.last {
            guard container.places[next] == nil else {
                pending.removeLast()
                continue
            }
            let arguments = try container.arguments(of: next)
            let missing = arguments.filter { container.places[$0] == nil }
            guard !missing.isEmpty else {
                pending.removeLast()
                try add(next, arguments.compactMap { container.places[$0] }, in: &container)
                continue
            }
            guard started.insert(next).inserted else {
                throw unsuitable("layers that do not need themselves", found: "a circle at `\(next.layer)`")
            }
            pending += missing
        }
    }

    private mutating func add(
        _ call: KerasReference, _ inputs: [Int], in container: inout KerasContainer
    ) throws(ClassificationError) {
        let index = try container.index(of: call.layer)
        let layer = container.model.layers[index]
        if let nested = layer.model {
            let results = try add(
                nested, container.groups.nested(in: container.model, at: index), inputs: inputs,
                scope: container.scope + layer.name + "/")
            for (number, place) in results.enumerated() {
                container.places[KerasReference(layer: call.layer, node: call.node, tensor: number)] = place
            }
        } else {
            container.places[call] = try add(layer, container.weights[index], inputs, scope: container.scope)
        }
        guard container.places[call] != nil else {
            throw unsuitable("result \(call.tensor) of layer `\(call.layer)`", found: "none")
        }
    }

    private mutating func addSequence(
        _ model: KerasModelDescription, _ groups: KerasWeightGroups, inputs: [Int], scope: String
    ) throws(ClassificationError) -> Int {
        guard inputs.count == 1 else {
            throw unsuitable("one input of model `\(model.name)`", found: "\(inputs.count)")
        }
        let weights = groups.layers(of: model)
        var place = inputs[0]
        for (index, layer) in model.layers.enumerated() where layer.className != "InputLayer" {
            if let nested = layer.model {
                let results = try add(
                    nested, groups.nested(in: model, at: index), inputs: [place],
                    scope: scope + layer.name + "/")
                guard results.count == 1 else {
                    throw unsuitable("one output of model `\(layer.name)`", found: "\(results.count)")
                }
                place = results[0]
            } else {
                place = try add(layer, weights[index], [place], scope: scope)
            }
        }
        return place
    }

    private mutating func add(
        _ layer: KerasLayerDescription, _ weights: KerasLayerWeights, _ inputs: [Int], scope: String
    ) throws(ClassificationError) -> Int {
        guard steps.count < Self.mostSteps else {
            throw unsuitable("at most \(Self.mostSteps) calls of layers", found: "more")
        }
        let shapes = inputs.map {
            $0 < inputShapes.count ? inputShapes[$0] : steps[$0 - inputShapes.count].operation.shape
        }
        guard !shapes.isEmpty else { throw unsuitable("an input of layer `\(layer.name)`", found: "none") }
        let builder = KerasLayerBuilder(layer: layer, weights: weights, inputs: shapes, engine: engine)
        steps.append(KerasStep(name: scope + layer.name, operation: try builder.operation(), inputs: inputs))
        return inputShapes.count + steps.count - 1
    }

    private func unsuitable(_ expected: String, found: String) -> ClassificationError {
        .weights(.unsuitable(path: path, expected: expected, found: found))
    }
}

import Tensors
import Weights

/// A network that runs as its Keras file describes it.
///
/// It works on one image: its arithmetic cannot depend on what is computed beside it.
package struct KerasNetwork: Sendable {
    /// Something that goes into the network.
    package struct Input: Sendable, Equatable {
        /// The name of the input layer.
        package let name: String
        /// `[height, width, channels]` of an image, `[features]` of a vector, or other extents; without the batch.
        package let shape: [Int]
    }

    /// What goes in, in the model's order.
    package let inputs: [Input]
    /// The extents of the result.
    package var outputShape: [Int] { shape(at: output) }

    private let steps: [KerasStep]
    /// The place of the result.
    private let output: Int
    /// The last step that needs each place.
    private let lastUse: [Int]

    /// Builds the network of a file.
    ///
    /// - Parameters:
    ///   - archive: what the file says besides the weights.
    ///   - source: the weights.
    ///   - image: rows and columns of an image, for inputs that leave them open.
    ///   - layer: the layer whose result is wanted, as `vis_out_derm` or, in a nested model, `xception/block4_pool`;
    ///     nil takes the model's output.
    package init(
        _ archive: KerasArchive, from source: any WeightSource, image: (rows: Int, columns: Int)? = nil,
        output layer: String? = nil, on engine: Engine
    ) throws(ClassificationError) {
        let model = try Self.model(of: archive, path: source.path)
        inputs = try Self.inputs(of: model, image: image, path: source.path)
        let groups = KerasWeightGroups(archive, in: source)
        var builder = KerasGraphBuilder(inputShapes: inputs.map(\.shape), path: source.path, engine: engine)
        let places = Array(inputs.indices)
        let isOwn = model.layers.contains { $0.name == layer } && !model.isSequential
        let wanted = isOwn ? layer.map { [KerasReference(layer: $0, node: 0, tensor: 0)] } ?? [] : []
        let results = try builder.add(model, groups, inputs: places, outputs: wanted)
        steps = builder.steps
        if let layer, !isOwn {
            guard let index = steps.lastIndex(where: { $0.name == layer }) else {
                let near = NearestName.of(layer, among: steps.map(\.name)).map { "nearest is `\($0)`" }
                throw Self.unsuitable("a layer `\(layer)`", near ?? "none like it", path: source.path)
            }
            output = places.count + index
        } else {
            guard results.count == 1 else {
                throw Self.unsuitable(
                    "one output, or the name of a layer to stop at", "\(results.count) outputs",
                    path: source.path)
            }
            output = results[0]
        }
        lastUse = Self.lastUses(of: steps, inputs: places.count, output: output)
    }

    /// The result for `values`, one for each input, of its extents.
    ///
    /// - Parameters:
    ///   - classifier: what an error calls the network.
    ///   - image: what an error calls the image.
    package func callAsFunction(
        _ values: [Tensor], classifier: String = "network", image: String = "an image"
    ) throws(ClassificationError) -> Tensor {
        precondition(values.map(\.shape) == inputs.map(\.shape), "inputs of \(inputs.map(\.shape))")
        var results: [Tensor?] = values
        for (index, step) in steps.enumerated() {
            guard lastUse[inputs.count + index] >= 0 else {
                results.append(nil)
                continue
            }
            let result = step.operation.run(step.inputs.compactMap { results[$0] })
            guard result.firstNonFinite == nil else {
                throw .notFinite(classifier: classifier, place: step.name, image: image)
            }
            results.append(result)
            for place in step.inputs where lastUse[place] == index { results[place] = nil }
        }
        guard let result = results[output] else { preconditionFailure("the output is kept to the end") }
        return result
    }

    private func shape(at place: Int) -> [Int] {
        place < inputs.count ? inputs[place].shape : steps[place - inputs.count].operation.shape
    }

    /// The last step that needs each place; -1 where none does, beyond the last step for the output.
    private static func lastUses(of steps: [KerasStep], inputs: Int, output: Int) -> [Int] {
        var result = [Int](repeating: -1, count: inputs + steps.count)
        result[output] = steps.count
        for (index, step) in steps.enumerated().reversed() where result[inputs + index] >= 0 {
            for place in step.inputs { result[place] = max(result[place], index) }
        }
        return result
    }

    /// The model that the file describes, all of whose layers are known.
    private static func model(
        of archive: KerasArchive, path: String
    ) throws(ClassificationError) -> KerasModelDescription {
        guard let text = archive.configuration else {
            throw unsuitable("a Keras file with its model's configuration", "weights only", path: path)
        }
        guard let model = KerasModelDescription(json: text) else {
            throw unsuitable(
                "the configuration of a functional or sequential Keras model", "something else", path: path)
        }
        let strangers = unknownClasses(in: model)
        guard strangers.isEmpty else {
            throw unsuitable(
                "Keras layers that are known here",
                "custom or unknown: " + strangers.map { "`\($0)`" }.joined(separator: ", "), path: path)
        }
        return model
    }

    private static func unsuitable(_ expected: String, _ found: String, path: String) -> ClassificationError {
        .weights(.unsuitable(path: path, expected: expected, found: found))
    }

    /// The classes of layers that cannot be built, sorted.
    private static func unknownClasses(in model: KerasModelDescription) -> [String] {
        Set(model.allLayers.map(\.className)).subtracting(KerasLayerKind.allCases.map(\.rawValue)).sorted()
    }

    private static func inputs(
        of model: KerasModelDescription, image: (rows: Int, columns: Int)?, path: String
    ) throws(ClassificationError) -> [Input] {
        var layers = KerasContainer.inputs(of: model).compactMap { reference in
            model.layers.first { $0.name == reference.layer }
        }
        if layers.isEmpty, let first = model.layers.first { layers = [first] }
        var result: [Input] = []
        for layer in layers {
            var shape = layer.statedShape ?? []
            if let image, shape.count == 3 {
                if shape[0] == nil { shape[0] = image.rows }
                if shape[1] == nil { shape[1] = image.columns }
            }
            guard !shape.isEmpty, shape.allSatisfy({ (1...65_536).contains($0 ?? 0) }) else {
                throw unsuitable(
                    "known extents of input `\(layer.name)`",
                    shape.isEmpty ? "none" : "\(shape.map { $0.map(String.init) ?? "open" })", path: path)
            }
            result.append(Input(name: layer.name, shape: shape.compactMap(\.self)))
        }
        return result
    }
}

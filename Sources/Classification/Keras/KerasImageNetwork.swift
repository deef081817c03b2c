import Tensors
import Weights

/// A Keras network that classifies images: one input takes the image, all others are constants of the manifest.
struct KerasImageNetwork: ClassifierNetwork {
    private let network: KerasNetwork
    /// The inputs' values, the image's place being empty.
    private let constants: [Tensor?]

    /// - Parameters:
    ///   - file: the weights.
    ///   - manifest: names the image's input where there are several maps, the layer to stop at, and the constants.
    ///   - path: the manifest's, for errors.
    init(
        _ file: WeightFile, _ manifest: ClassifierManifest, path: String, on engine: Engine
    ) throws(ClassificationError) {
        guard let archive = file.keras else {
            throw .weights(
                .unsuitable(path: file.path, expected: "a file that Keras wrote", found: "\(file.format)"))
        }
        let extents = (rows: manifest.input.height, columns: manifest.input.width)
        network = try KerasNetwork(archive, from: file, image: extents, output: manifest.head, on: engine)
        let image = try Self.imageInput(of: network, manifest, path: path)
        let shape = [extents.rows, extents.columns, 3]
        guard image.shape == shape else {
            throw .manifest(
                path: path, place: "input", expected: "\(image.shape), as the file says", found: "\(shape)")
        }
        let fixed = manifest.fixedInputs ?? [:]
        let inputs = network.inputs
        if let stranger = Set(fixed.keys).subtracting(inputs.map(\.name)).min() {
            let names = inputs.map { "`\($0.name)`" }.joined(separator: ", ")
            throw .manifest(path: path, place: "fixed_inputs", expected: names, found: "`\(stranger)`")
        }
        var constants: [Tensor?] = []
        for input in inputs {
            guard input != image else {
                constants.append(nil)
                continue
            }
            guard let value = fixed[input.name] else {
                throw .manifest(
                    path: path, place: "fixed_inputs", expected: "a number for input `\(input.name)`",
                    found: "none")
            }
            let count = input.shape.reduce(1, *)
            guard let values = value.values(for: count) else {
                throw .manifest(
                    path: path, place: "fixed_inputs",
                    expected: "1 or \(count) numbers for input `\(input.name)`",
                    found: "\(value.values.count)")
            }
            constants.append(Tensor(shape: input.shape, values: values))
        }
        self.constants = constants
        scalesItself = KerasEnds(archive)?.scalesItself
    }

    var outputs: Int { network.outputShape.reduce(1, *) }

    var leastSide: Int { 1 }

    let scalesItself: Bool?

    func scores(
        ofImage x: Tensor, classifier: String, image: String
    ) throws(ClassificationError) -> Tensor {
        try scores(ofImage: x, told: [:], classifier: classifier, image: image)
    }

    func scores(
        ofImage x: Tensor, told: [String: [Float]], classifier: String, image: String
    ) throws(ClassificationError) -> Tensor {
        let inputs = zip(network.inputs, constants).map { input, constant -> Tensor in
            guard let constant else { return x }
            let values = told[input.name].flatMap {
                FixedInput(values: $0).values(for: constant.values.count)
            }
            return values.map { Tensor(shape: constant.shape, values: $0) } ?? constant
        }
        return try network(inputs, classifier: classifier, image: image).reshaped([outputs])
    }

    /// The input that the manifest names, else the only one with three channels.
    private static func imageInput(
        of network: KerasNetwork, _ manifest: ClassifierManifest, path: String
    ) throws(ClassificationError) -> KerasNetwork.Input {
        let maps = network.inputs.filter { $0.shape.count == 3 && $0.shape[2] == 3 }
        if let named = maps.first(where: { $0.name == manifest.input.name }) { return named }
        guard maps.count == 1 else {
            let names = maps.map { "`\($0.name)`" }.joined(separator: ", ")
            throw .manifest(
                path: path, place: "input.name",
                expected: maps.isEmpty ? "an input of three channels" : names,
                found: manifest.input.name.map { "`\($0)`" } ?? "none")
        }
        return maps[0]
    }
}

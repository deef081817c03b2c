import Hashing
import Tensors
import Weights

/// An ONNX model that classifies images: one input takes the image, all others are constants of the manifest.
struct ONNXNetwork: ClassifierNetwork {
    /// Most scores of an image.
    private static let mostOutputs = 100_000

    /// The digest of the model's files.
    let digest: SHA256
    /// What runs it, with its version.
    let runtime: String
    let outputs: Int
    var leastSide: Int { 1 }
    var scalesItself: Bool? { nil }

    private let session: ONNXSession
    private let image: ONNXImageInput
    private let imageType: ONNXElements.ElementType
    private let constants: [ONNXSession.Input]
    private let output: String

    /// Makes a model ready, and runs it once on a black image.
    ///
    /// - Parameters:
    ///   - file: the model's.
    ///   - manifest: names the image's input where there are several, its layout where the model leaves it open, the
    ///     output to read where there are several, and the constants.
    ///   - path: what errors call the manifest.
    init(_ file: String, _ manifest: ClassifierManifest, path: String) throws(ClassificationError) {
        let model: ONNXModel
        do { model = try ONNXModel.open(file) } catch { throw .weights(error) }
        let library = try ONNXRuntimeLibrary()
        image = try Self.imageInput(of: model, manifest, path: path)
        imageType = try Self.elementType(image.type, of: image.name, model)
        constants = try Self.constants(of: model, besides: image.name, manifest, path: path)
        output = try Self.output(of: model, manifest, path: path)
        session = try ONNXSession(file, in: library)
        runtime = library.name
        digest = model.digest
        let black = Tensor(repeating: 0, shape: [manifest.input.height, manifest.input.width, 3])
        outputs = try Self.run(session, black, image, imageType, constants, output).count
    }

    func scores(
        ofImage x: Tensor, classifier: String, image name: String
    ) throws(ClassificationError) -> Tensor {
        try scores(ofImage: x, told: [:], classifier: classifier, image: name)
    }

    func scores(
        ofImage x: Tensor, told: [String: [Float]], classifier: String, image name: String
    ) throws(ClassificationError) -> Tensor {
        let others = constants.map { input in
            let count = input.shape.reduce(1, *)
            guard let values = told[input.name].flatMap({ FixedInput(values: $0).values(for: count) }) else {
                return input
            }
            return ONNXSession.Input(
                name: input.name, type: input.type, shape: input.shape,
                elements: ONNXElements(values, input.type))
        }
        let values = try Self.run(session, x, image, imageType, others, output)
        guard values.count == outputs else {
            throw .refused(
                path: classifier, runtime: runtime,
                reason: "\(values.count) scores for \(name), \(outputs) for others")
        }
        return Tensor(shape: [outputs], values: values)
    }

    /// The scores of one image: models of a fixed batch of 1 take no more.
    private static func run(
        _ session: ONNXSession, _ x: Tensor, _ image: ONNXImageInput, _ type: ONNXElements.ElementType,
        _ constants: [ONNXSession.Input], _ output: String
    ) throws(ClassificationError) -> [Float] {
        let lying = image.isChannelsFirst ? x.channelsFirst() : x
        let input = ONNXSession.Input(
            name: image.name, type: type, shape: [1] + lying.shape,
            elements: ONNXElements(lying.values, type))
        return try session.run([input] + constants, output: output, most: mostOutputs)
    }

    private static func imageInput(
        of model: ONNXModel, _ manifest: ClassifierManifest, path: String
    ) throws(ClassificationError) -> ONNXImageInput {
        let named =
            manifest.input.name.map { name in model.inputs.filter { $0.name == name } } ?? model.inputs
        let layout = manifest.input.layout?.lowercased()
        let images = named.compactMap { ONNXImageInput($0, layout: layout) }
        guard images.count == 1 else {
            let shapes = model.inputs.map { "`\($0.name)` \(text($0.shape))" }.joined(separator: ", ")
            throw .manifest(
                path: path, place: images.isEmpty ? "layout" : "image",
                expected: "an input of three channels, with its layout said where the model leaves it open",
                found: shapes)
        }
        let extents = (images[0].height ?? manifest.input.height, images[0].width ?? manifest.input.width)
        guard extents == (manifest.input.height, manifest.input.width) else {
            throw .manifest(
                path: path, place: "input", expected: "\(extents.1) x \(extents.0), as the model says",
                found: "\(manifest.input.width) x \(manifest.input.height)")
        }
        try checkBatch(of: model)
        return images[0]
    }

    private static func checkBatch(of model: ONNXModel) throws(ClassificationError) {
        for input in model.inputs {
            guard let batch = input.shape?.first ?? nil, batch != 1 else { continue }
            throw .weights(
                .unsuitable(
                    path: model.path, expected: "a model of one image, or of any number of them",
                    found: "input `\(input.name)` of \(batch) images"))
        }
    }

    /// The inputs besides the image, each filled with its number of the manifest.
    private static func constants(
        of model: ONNXModel, besides image: String, _ manifest: ClassifierManifest, path: String
    ) throws(ClassificationError) -> [ONNXSession.Input] {
        let fixed = manifest.fixedInputs ?? [:]
        let others = model.inputs.filter { $0.name != image }
        if let stranger = Set(fixed.keys).subtracting(others.map(\.name)).min() {
            let names = others.map { "`\($0.name)`" }.joined(separator: ", ")
            throw .manifest(
                path: path, place: "fixed_inputs", expected: names.isEmpty ? "none" : names,
                found: "`\(stranger)`")
        }
        var result: [ONNXSession.Input] = []
        for input in others {
            guard let value = fixed[input.name] else {
                throw .manifest(
                    path: path, place: "fixed_inputs", expected: "a number for input `\(input.name)`",
                    found: "none")
            }
            let shape = (input.shape ?? []).enumerated().map { place, extent in extent ?? (place == 0 ? 1 : 0)
            }
            let count = shape.reduce(1, *)
            guard (1...1 << 28).contains(count) else {
                throw .weights(
                    .unsuitable(
                        path: model.path, expected: "known extents of input `\(input.name)`",
                        found: text(input.shape)))
            }
            guard let values = value.values(for: count) else {
                throw .manifest(
                    path: path, place: "fixed_inputs",
                    expected: "1 or \(count) numbers for input `\(input.name)`",
                    found: "\(value.values.count)")
            }
            let type = try elementType(input.type, of: input.name, model)
            result.append(
                ONNXSession.Input(
                    name: input.name, type: type, shape: shape,
                    elements: ONNXElements(values, type)))
        }
        return result
    }

    private static func elementType(
        _ number: Int, of name: String, _ model: ONNXModel
    ) throws(ClassificationError) -> ONNXElements.ElementType {
        guard let type = Int32(exactly: number).flatMap(ONNXElements.ElementType.init(rawValue:)) else {
            throw .weights(
                .unsuitable(
                    path: model.path, expected: "float, double, int64 or uint8 in input `\(name)`",
                    found: "ONNX's type \(number)"))
        }
        return type
    }

    /// The output that the manifest's `head` names, else the only one.
    private static func output(
        of model: ONNXModel, _ manifest: ClassifierManifest, path: String
    ) throws(ClassificationError) -> String {
        let names = model.outputs.map(\.name)
        let wanted = manifest.head ?? (names.count == 1 ? names[0] : nil)
        guard let wanted, names.contains(wanted) else {
            throw .manifest(
                path: path, place: "head",
                expected: "one of " + names.map { "`\($0)`" }.joined(separator: ", "),
                found: manifest.head.map { "`\($0)`" } ?? "none")
        }
        return wanted
    }

    private static func text(_ shape: [Int?]?) -> String {
        guard let shape else { return "of unknown extents" }
        return "[" + shape.map { $0.map(String.init) ?? "?" }.joined(separator: ", ") + "]"
    }
}

import OracleSupport
import Generation
import Tensors
import Testing
import Weights

/// Runs the networks of a case through the engine and compares every output.
struct OracleRunner {
    let oracle: OracleCase
    let engine: Engine

    init(_ name: String, _ choice: EngineChoice) throws {
        oracle = try OracleCase.read(name)
        engine = try Engine.load(choice)
    }

    /// The parts of a batch `[B, ...]`, one for each image.
    static func images(_ batch: Tensor) -> [Tensor] {
        (0..<batch.shape[0]).map { batch.rows($0..<$0 + 1).reshaped(Array(batch.shape.dropFirst())) }
    }

    /// The network of the part with this role.
    func denoiser() throws -> LightningDiT {
        let part = try #require(oracle.parts.first { $0.network == "lightningdit" })
        let hints = LightningDiTConfiguration.Hints(
            heads: part.config["num_heads"].int, usesRotary: part.config["use_rope"].bool ?? false,
            latentSide: part.config["input_size"].int)
        return try LightningDiT(from: SyntheticSource(part, of: oracle), hints: hints, on: engine)
    }

    /// The autoencoder of the case.
    func autoencoder() throws -> Autoencoder {
        let part = try #require(oracle.parts.first { $0.network.hasSuffix("vae") })
        return try Autoencoder(from: SyntheticSource(part, of: oracle), on: engine)
    }

    /// The text tower of the case.
    func textEncoder() throws -> CLIPTextEncoder {
        let part = try #require(oracle.parts.first { $0.network == "clip-text" })
        let activation: Activation = part.config["quick_gelu"].bool == false ? .gelu : .quickGelu
        return try CLIPTextEncoder(
            from: SyntheticSource(part, of: oracle),
            hints: .init(heads: part.config["heads"].int, activation: activation), on: engine)
    }

    /// The condition of each image: input `y`, labels or text vectors, and none where `drop` is set.
    func conditions(_ network: LightningDiT) throws -> [Condition] {
        let y = try #require(oracle.inputs["y"])
        let dropped = oracle.inputs["drop"]?.flags ?? [Bool](repeating: false, count: y.shape[0])
        let given: [Condition] =
            if case .labels = network.configuration.conditioning {
                y.integers.map { .label($0) }
            } else {
                Self.images(try oracle.input("y")).map { .text($0) }
            }
        return zip(given, dropped).map { $1 ? .none : $0 }
    }

    /// Compares images `[H, W, C]` with an output `[B, C, H, W]`.
    func expect(_ key: String, _ images: [Tensor], leading: [Int] = []) throws {
        let first = try #require(images.first)
        let shape =
            leading + [images.count / leading.reduce(1, *), first.shape[2], first.shape[0], first.shape[1]]
        try oracle.expect(key, shape: shape, values: images.flatMap { $0.channelsFirst().values })
    }

    /// Compares rows with an output `[B, ...]`.
    func expectRows(_ key: String, _ rows: [Tensor]) throws {
        let first = try #require(rows.first)
        try oracle.expect(key, shape: [rows.count] + first.shape, values: rows.flatMap(\.values))
    }

    /// Compares decoded images and their bytes.
    func expectImages(_ key: String, _ images: [Tensor]) throws {
        try expect(key, images)
        guard oracle.outputs["bytes"] != nil else { return }
        let pixels = images.map { image in
            Tensor(shape: image.shape, values: Autoencoder.pixels(of: image).pixels.map(Float.init))
        }
        try expect("bytes", pixels)
    }
}

import Hashing
import Weights

/// The opened weight files of a model.
struct ModelWeights {
    let denoiser: WeightFile
    let autoencoder: WeightFile
    let text: WeightFile?
    let statistics: WeightFile?
    /// The digests of all files, in a fixed order.
    let digests: [GeneratorIdentity.File]

    init(_ model: DiffusionModel) throws(GenerationError) {
        denoiser = try Self.open(model.denoiser)
        autoencoder = try Self.open(model.autoencoder)
        text = try model.text.map(Self.open)
        statistics = try model.statistics.map(Self.open)
        var digests = [("dit", denoiser), ("vae", autoencoder), ("text", text), ("stats", statistics)]
            .compactMap { role, file in
                file.map { GeneratorIdentity.File(role: role, path: $0.path, digest: $0.sha256) }
            }
        if let merges = model.merges, model.text != nil {
            let digest = SHA256(hashing: try TextFile.bytes(at: merges, limit: CLIPTokenizer.longestFile))
            digests.append(GeneratorIdentity.File(role: "merges", path: merges, digest: digest))
        }
        self.digests = digests
    }

    private static func open(_ path: String) throws(GenerationError) -> WeightFile {
        do { return try WeightFile.open(path) } catch { throw .weights(error) }
    }
}

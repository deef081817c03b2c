import Foundation

extension DiffusionModel {
    /// The model of a folder with `config.json`, as `stdlib/models/phantom`.
    package static func folder(_ path: String) throws(GenerationError) -> DiffusionModel {
        let root = URL(fileURLWithPath: path, isDirectory: true)
        let configuration = root.appendingPathComponent("config.json").path
        let file = try ModelConfigurationFile.read(configuration)
        func located(_ name: String?, _ key: String) throws(GenerationError) -> String {
            guard let name, isPlain(name) else {
                throw .malformed(
                    path: configuration, place: "`\(key)`", expected: "the name of a file in the same folder",
                    found: name.map { "`\($0.prefix(80))`" } ?? "nothing")
            }
            return root.appendingPathComponent(name).path
        }
        var model = DiffusionModel(
            name: file.name ?? root.lastPathComponent,
            denoiser: try located(file.denoiser?.weights, "dit.weights"),
            autoencoder: try located(file.autoencoder?.weights, "autoencoder.weights"),
            text: try located(file.text?.weights, "text.weights"),
            merges: try located(file.text?.merges, "text.merges"),
            statistics: try located(file.statistics?.weights, "latents_stats.weights"))
        model.notice = file.notice
        model.promptTemplate = file.promptTemplate
        model.denoiserHints = file.denoiserHints
        model.textHints = .init(heads: file.textHeads, activation: try file.activation(path: configuration))
        if let name = file.text?.vector {
            guard let vector = CLIPTextEncoder.Vector(rawValue: name) else {
                throw .malformed(
                    path: configuration, place: "`text.vector`", expected: "projected or pooled",
                    found: "`\(name.prefix(40))`")
            }
            model.textVector = vector
        }
        model.latentMultiplier = file.latentMultiplier ?? 1
        let options = try file.sampling?.options(path: configuration) ?? SamplerOptions()
        model.sampling = options.completed(by: FlowSettings())
        return model
    }

    /// Whether a file name of a configuration stays in its folder.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && !name.contains("/") && !name.contains("\0") && name != "." && name != ".."
    }
}

import Foundation
import Tensors

extension DiffusionModel {
    /// A user's LightningDiT checkpoint: `lightningdit("FILE") with vae, text, stats`.
    ///
    /// A `config.json` beside the checkpoint may give `num_heads`, `use_rope` and `input_size`; one beside the text
    /// tower `num_attention_heads` and `hidden_act`. `merges.txt` lies beside the text tower, or is given.
    package static func lightningDiT(
        _ path: String, autoencoder: String, text: String?, statistics: String?, merges: String? = nil
    ) throws(GenerationError) -> DiffusionModel {
        let mergeFile = merges ?? text.map { beside($0, "merges.txt") }
        var model = DiffusionModel(
            name: "lightningdit", denoiser: path, autoencoder: autoencoder, text: text, merges: mergeFile,
            statistics: statistics)
        if let file = try ModelConfigurationFile.read(ifThereIsOneAt: beside(path, "config.json")) {
            model.denoiserHints = file.denoiserHints
        }
        if let text, let file = try ModelConfigurationFile.read(ifThereIsOneAt: beside(text, "config.json")) {
            let activation = try file.activation(path: beside(text, "config.json"))
            model.textHints = CLIPTextConfiguration.Hints(heads: file.textHeads, activation: activation)
        }
        return model
    }

    private static func beside(_ path: String, _ name: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(name).path
    }
}

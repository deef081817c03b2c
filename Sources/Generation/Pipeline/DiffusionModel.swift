import Tensors

/// The files of a text-to-image model and what its configuration says, before any weight is read.
package struct DiffusionModel: Sendable {
    /// The name that reports print.
    package var name: String
    /// What every report must say first; nil for a user's weights.
    package var notice: String?
    /// The velocity network.
    package var denoiser: String
    package var autoencoder: String
    /// The text tower; nil for a network that is conditioned on labels.
    package var text: String?
    /// The text tower's merges.
    package var merges: String?
    /// Mean and deviation of the latents; nil where they are not normalised.
    package var statistics: String?
    /// The wording of prompts, with attributes in braces, or nil when the model does not say.
    package var promptTemplate: String?
    package var denoiserHints = LightningDiTConfiguration.Hints()
    package var textHints = CLIPTextConfiguration.Hints()
    /// The vector that stands for a text.
    package var textVector = CLIPTextEncoder.Vector.projected
    package var cleaning = TextCleaning.openAI
    /// What latents are multiplied by before sampling: 1 for VA-VAE.
    package var latentMultiplier: Double = 1
    package var sampling = FlowSettings()
    /// The class, for a network that is conditioned on labels.
    package var label: Int?

    /// A model of these files, with the published settings.
    package init(
        name: String, denoiser: String, autoencoder: String, text: String?, merges: String?,
        statistics: String?
    ) {
        self.name = name
        self.denoiser = denoiser
        self.autoencoder = autoencoder
        self.text = text
        self.merges = merges
        self.statistics = statistics
    }
}

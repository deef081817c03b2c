import Tensors
import Weights

/// Mean and deviation of the latents a denoiser was trained on: `latent = sample * std / multiplier + mean`.
package struct LatentStatistics: Sendable {
    private let mean: Tensor
    private let deviation: Tensor
    private let multiplier: Float

    /// - Parameters:
    ///   - mean: one number for each channel.
    ///   - deviation: one number for each channel.
    ///   - multiplier: 1 for VA-VAE; 0.18215, with mean 0 and deviation 1, for Stable Diffusion's autoencoder.
    package init(mean: Tensor, deviation: Tensor, multiplier: Float = 1) {
        precondition(mean.count == deviation.count && multiplier != 0, "as many means as deviations")
        self.mean = mean.reshaped([mean.count])
        self.deviation = deviation.reshaped([deviation.count])
        self.multiplier = multiplier
    }

    /// Reads tensors `mean` and `std`, each `[C]` or `[1, C, 1, 1]`.
    package init(
        from source: any WeightSource, channels: Int, multiplier: Float = 1
    ) throws(GenerationError) {
        do {
            let tensors = try ["mean", "std"].map { name throws(WeightsError) in
                let found = source.shape(of: name) ?? []
                return try source.tensor(name, shape: found == [channels] ? found : [1, channels, 1, 1])
            }
            self.init(mean: tensors[0], deviation: tensors[1], multiplier: multiplier)
        } catch { throw .weights(error) }
    }

    /// The latent that the autoencoder decodes, from a sample `[h, w, C]`.
    package func denormalised(_ sample: Tensor) -> Tensor {
        precondition(sample.lastExtent == mean.count, "\(mean.count) channels, found \(sample.shape)")
        return sample.scaledByColumn(deviation.scaled(by: 1 / multiplier), shift: mean)
    }
}

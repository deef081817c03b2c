import Images
import Tensors
import Weights

/// The KL autoencoder of latent diffusion (Rombach et al. 2022): VA-VAE, Stable Diffusion's and their narrow kin.
///
/// Levels, blocks, widths and attention are read from the tensors that exist; a file without encoder decodes only.
package struct Autoencoder: Sendable {
    private let decoder: LatentDecoder
    private let encoder: ImageEncoder?

    /// Loads the autoencoder; `source` may have prefixes, and the names of LDM or of diffusers.
    package init(from source: any WeightSource, on engine: Engine) throws(GenerationError) {
        let named: RenamedWeights
        do { named = try AutoencoderNames.ldm(source) } catch { throw .weights(error) }
        let layers = LayerLoader(named, engine)
        decoder = try LatentDecoder(layers)
        encoder =
            layers.hasAny(under: "encoder.")
            ? try ImageEncoder(layers, latentChannels: decoder.latentChannels) : nil
    }

    /// Channels of the latent.
    package var latentChannels: Int { decoder.latentChannels }

    /// Pixels along one side for each element of the latent.
    package var scale: Int { decoder.scale }

    /// Whether the file held an encoder.
    package var canEncode: Bool { encoder != nil }

    /// The image of a latent.
    ///
    /// - Parameter latent: `[h, w, latentChannels]`, not normalised.
    /// - Returns: `[h * scale, w * scale, 3]`, nominally in -1...1.
    package func decode(_ latent: Tensor) throws(GenerationError) -> Tensor {
        precondition(latent.shape.count == 3 && latent.lastExtent == latentChannels, "\(latent.shape)")
        let image = try decoder(latent)
        guard image.firstNonFinite == nil else {
            throw .notFinite(network: "autoencoder", place: "the decoded image", step: nil)
        }
        return image
    }

    /// Mean and logarithm of the variance of an image's latent, each `[h, w, latentChannels]`.
    ///
    /// - Parameter image: `[H, W, 3]` in -1...1, H and W multiples of `scale`.
    package func encode(_ image: Tensor) throws(GenerationError) -> (mean: Tensor, logVariance: Tensor) {
        guard let encoder else {
            throw .setting(name: "vae", expected: "an autoencoder with its encoder", found: "a decoder only")
        }
        guard image.shape.count == 3, image.lastExtent == 3, image.shape[0] % scale == 0,
            image.shape[1] % scale == 0
        else {
            throw .setting(
                name: "image", expected: "sides that are multiples of \(scale)", found: "\(image.shape)")
        }
        return encoder(image)
    }

    /// The pixels of a decoded image: `127.5 y + 128`, clamped to 0...255 and truncated (va-vae.md, section 3).
    package static func pixels(of image: Tensor) -> RGBImage {
        let bytes = image.withUnsafeBuffer { values in
            values.map { UInt8(min(max(127.5 * $0 + 128, 0), 255)) }
        }
        return RGBImage(width: image.shape[1], height: image.shape[0], pixels: bytes)
    }

    /// An image as the encoder takes it, `[H, W, 3]`: `(u / 255 - 0.5) / 0.5`.
    package static func tensor(of image: RGBImage) -> Tensor {
        let values = image.pixels.map { (Float($0) / 255 - 0.5) / 0.5 }
        return Tensor(shape: [image.height, image.width, 3], values: values)
    }
}

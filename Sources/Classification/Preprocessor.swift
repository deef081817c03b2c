import Images
import Tensors

/// Turns an image into a network's input, exactly as the program that the network was trained with.
package struct Preprocessor: Sendable {
    private let manifest: ClassifierManifest

    /// The preprocessing that `manifest` describes.
    package init(_ manifest: ClassifierManifest) {
        self.manifest = manifest
    }

    /// - Returns: `[height, width, 3]`, channels in the network's order.
    package func callAsFunction(_ image: RGBImage) -> Tensor {
        let levels = resized(manifest.decode?.colour == .red ? image.redOnly() : image)
        var result = FloatImage(
            width: levels.width, height: levels.height,
            values: levels.values.map { $0 / manifest.scale.divide })
        if manifest.channelOrder == .bgr { result = result.bgr() }
        if let normalise = manifest.normalise {
            result = result.normalised(mean: normalise.mean, deviation: normalise.std)
        }
        return Tensor(shape: [result.height, result.width, 3], values: result.values)
    }

    /// The image at the input's extents, in levels 0...255.
    private func resized(_ image: RGBImage) -> FloatImage {
        let recipe = manifest.resize
        var extents = (width: manifest.input.width, height: manifest.input.height)
        if recipe.mode == .shortSideCrop, let side = recipe.shortSide {
            extents = image.shape(withShortSide: side)
        }
        let result: FloatImage
        switch recipe.on {
        case .levels:
            let levels = image.resized(width: extents.width, height: extents.height, kernel: recipe.kernel)
            result = FloatImage(levels, divisor: 1)
        case .floats:
            result = FloatImage(image, divisor: 1)
                .resized(width: extents.width, height: extents.height, kernel: recipe.kernel)
        }
        return recipe.mode == .shortSideCrop ? result.centreCropped(to: manifest.input.width) : result
    }
}

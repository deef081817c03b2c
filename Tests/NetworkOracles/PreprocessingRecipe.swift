import Images

/// What a result's name in the preprocessing oracle asks for.
enum PreprocessingRecipe {
    /// The image as it is.
    case decoded
    /// 8-bit resize.
    case levels(ResizeKernel, width: Int, height: Int)
    /// Resize of floats in 0...1.
    case floats(ResizeKernel, width: Int, height: Int)
    /// The autoencoder's crop, as levels.
    case crop(Int)
    /// The autoencoder's crop, in -1...1.
    case signedCrop(Int)
    /// Short side, centre crop, ImageNet normalisation.
    case evaluation(short: Int, crop: Int)

    /// The recipe that `name` stands for; nil for an unknown one.
    init?(_ name: String) {
        let parts = name.split(separator: "-").map(String.init)
        let numbers = name.split { !$0.isNumber }.compactMap { Int($0) }
        switch (parts[0], numbers.count) {
        case ("decoded", 0): self = .decoded
        case ("adm", 1): self = .crop(numbers[0])
        case ("vae", 1): self = .signedCrop(numbers[0])
        case ("eval", 2): self = .evaluation(short: numbers[0], crop: numbers[1])
        case ("float", 2):
            guard let kernel = ResizeKernel(rawValue: parts.dropFirst().dropLast().joined(separator: "-"))
            else {
                return nil
            }
            self = .floats(kernel, width: numbers[0], height: numbers[1])
        case (let window, 2):
            // Pillow's kernels are all antialiased, but for `nearest`.
            guard let kernel = ResizeKernel(rawValue: window == "nearest" ? window : window + "-antialias")
            else {
                return nil
            }
            self = .levels(kernel, width: numbers[0], height: numbers[1])
        default: return nil
        }
    }

    /// The values in the oracle's order: levels `[H, W, 3]`, floats `[3, H, W]`.
    func values(of image: RGBImage) -> [Float] {
        switch self {
        case .decoded: return image.pixels.map(Float.init)
        case .levels(let kernel, let width, let height):
            return image.resized(width: width, height: height, kernel: kernel).pixels.map(Float.init)
        case .floats(let kernel, let width, let height):
            return planes(
                FloatImage(image, divisor: 255).resized(width: width, height: height, kernel: kernel))
        case .crop(let size): return image.autoencoderCrop(to: size).pixels.map(Float.init)
        case .signedCrop(let size):
            let crop = FloatImage(image.autoencoderCrop(to: size), divisor: 255)
            return planes(crop.normalised(mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5]))
        case .evaluation(let short, let crop):
            let shape = image.shape(withShortSide: short)
            let resized = image.resized(width: shape.width, height: shape.height, kernel: .bilinearAntialias)
            return planes(
                FloatImage(resized.centreCropped(to: crop), divisor: 255)
                    .normalised(mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225]))
        }
    }

    private func planes(_ image: FloatImage) -> [Float] {
        let count = image.width * image.height
        return (0..<(3 * count)).map { image.values[3 * ($0 % count) + $0 / count] }
    }
}

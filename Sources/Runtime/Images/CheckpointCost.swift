import Generation
import Semantics
import Weights

/// What an image of a network costs, read from the headers of its files.
struct CheckpointCost {
    private let configuration: LightningDiTConfiguration
    private let autoencoder: any WeightSource
    private let model: DiffusionModel

    /// Reads the headers; no weight is read.
    init(_ model: DiffusionModel) throws(WeightsError) {
        self.model = model
        let weights = try WeightFile.open(model.denoiser).locating("x_embedder.proj.weight")
        configuration = try LightningDiTConfiguration(of: weights, hints: model.denoiserHints)
        autoencoder = try WeightFile.open(model.autoencoder).unwrapped(prefersAverage: true)
    }

    /// The cost with these settings, where `threads` images are made at once.
    func cost(_ settings: FlowSettings, threads: Int) -> GeneratorCost {
        let decoder = decoderCost
        let passes = settings.evaluations
        let side = configuration.latentSide * decoder.scale
        let largest = configuration.tokens * configuration.hidden * 4 * 8 + decoder.peakBytes
        return GeneratorCost(
            passesPerImage: passes, flopsPerImage: Double(passes) * flopsPerPass + decoder.flops,
            peakBytes: weightBytes + threads * largest, bytesPerImage: side * side * 2)
    }

    /// Multiplications and additions of one forward pass: the linear layers of each token, and attention.
    private var flopsPerPass: Double {
        let (width, tokens) = (Double(configuration.width), Double(configuration.tokens))
        let feedForward = Double(configuration.hidden) * (configuration.usesSwiGLU ? 3 : 2)
        let linear = 2 * tokens * width * (4 * width + feedForward)
        let attention = 4 * tokens * tokens * width
        return Double(configuration.depth) * (linear + attention)
    }

    /// The decoder's convolutions, each at the resolution of its level.
    private var decoderCost: (flops: Double, peakBytes: Int, scale: Int) {
        let names = autoencoder.names.filter { $0.hasPrefix("decoder.") }
        let levels = (0..<16).last { level in names.contains { $0.hasPrefix("decoder.up.\(level).") } } ?? 0
        var flops = 0.0
        var peak = 0
        for name in names {
            guard let shape = autoencoder.shape(of: name), shape.count == 4 else { continue }
            let side = configuration.latentSide * Self.scale(of: name, levels: levels)
            flops += 2 * Double(shape.reduce(1, *)) * Double(side * side)
            peak = max(peak, shape[0] * side * side * 4 * 4)
        }
        return (flops, peak, 1 << levels)
    }

    /// How much larger than the latent the output of a convolution is.
    private static func scale(of name: String, levels: Int) -> Int {
        let parts = name.split(separator: ".")
        guard parts.count > 2, parts[1] == "up", let level = Int(parts[2]) else {
            return name.hasPrefix("decoder.conv_out") ? 1 << levels : 1
        }
        let isUpsampling = name.contains(".upsample.") ? 1 : 0
        return 1 << (levels - level + isUpsampling)
    }

    private var weightBytes: Int {
        [model.denoiser, model.autoencoder, model.text].compactMap { $0 }.reduce(0) { sum, path in
            guard let file = try? WeightFile.open(path).unwrapped(prefersAverage: true) else { return sum }
            return sum + file.names.reduce(0) { $0 + 4 * (file.shape(of: $1)?.reduce(1, *) ?? 0) }
        }
    }
}

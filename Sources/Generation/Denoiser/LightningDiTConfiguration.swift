import Weights

/// The extents and switches of a LightningDiT, read from the names and shapes of its tensors.
package struct LightningDiTConfiguration: Sendable, Equatable {
    /// How queries and keys are normalised before attention.
    package enum QueryKeyNorm: Sendable, Equatable {
        case none, rms, layer
    }

    /// What the network is told about the image it makes.
    package enum Conditioning: Sendable, Equatable {
        /// One of so many classes; the table has one more row, the unconditional class.
        case labels(classes: Int)
        /// A text vector of so many numbers; whether there is a learned vector for no text.
        case text(width: Int, hasNull: Bool)
    }

    /// What tensors do not tell, from a `config.json`; nil where it does not say.
    package struct Hints: Sendable, Equatable {
        package var heads: Int?
        package var usesRotary: Bool?
        /// Rows of the latent, for checkpoints without a position table.
        package var latentSide: Int?

        package init(heads: Int? = nil, usesRotary: Bool? = nil, latentSide: Int? = nil) {
            self.heads = heads
            self.usesRotary = usesRotary
            self.latentSide = latentSide
        }
    }

    /// Channels of the latent.
    package let channels: Int
    /// Rows and columns of one patch.
    package let patch: Int
    /// Rows and columns of patches.
    package let grid: Int
    /// Features of a token.
    package let width: Int
    package let depth: Int
    package let heads: Int
    /// Features inside the feed-forward network.
    package let hidden: Int
    package let usesSwiGLU: Bool
    package let usesRotary: Bool
    package let usesRMSNorm: Bool
    package let queryKeyNorm: QueryKeyNorm
    /// Whether modulation only scales (`wo_shift`).
    package let withoutShift: Bool
    /// Whether the output has a second half, the variance, which sampling drops.
    package let learnsSigma: Bool
    package let conditioning: Conditioning

    /// Rows and columns of the latent.
    package var latentSide: Int { grid * patch }
    /// Tokens of one image.
    package var tokens: Int { grid * grid }
    /// Vectors that modulate one block: shift, scale and gate, twice.
    package var modulationParts: Int { withoutShift ? 4 : 6 }
    /// Channels of the output, dropped ones included.
    package var outputChannels: Int { learnsSigma ? 2 * channels : channels }

    /// Reads the configuration off the tensors of `source`, which bear the published names without prefix.
    package init(of source: any WeightSource, hints: Hints = Hints()) throws(WeightsError) {
        let embedding = try source.shape(of: "x_embedder.proj.weight", rank: 4)
        (width, channels, patch) = (embedding[0], embedding[1], embedding[2])
        guard channels > 0, patch > 0, embedding[3] == patch, width > 0, width % 4 == 0 else {
            throw .unsuitable(
                path: source.path, expected: "a square patch and a width divisible by 4",
                found: "\(embedding)")
        }
        depth = Self.depth(of: source)
        guard depth > 0 else { throw source.missing("blocks.0.attn.qkv.weight") }
        usesSwiGLU = source.has("blocks.0.mlp.w12.weight")
        let feedForward = try source.shape(of: "blocks.0.mlp.\(usesSwiGLU ? "w12" : "fc1").weight", rank: 2)
        hidden = usesSwiGLU ? feedForward[0] / 2 : feedForward[0]
        usesRMSNorm = Self.any(of: source, ".norm1.weight", ".norm2.weight", ".norm_final.weight")
        let hasNorm = Self.any(of: source, ".q_norm.weight", ".k_norm.weight", ".q_norm.bias", ".k_norm.bias")
        queryKeyNorm = !hasNorm ? .none : Self.any(of: source, ".q_norm.bias", ".k_norm.bias") ? .layer : .rms
        withoutShift = source.shape(of: "blocks.0.adaLN_modulation.1.weight")?.first == 4 * width
        let output = try source.shape(of: "final_layer.linear.weight", rank: 2)
        learnsSigma = output[0] == 2 * channels * patch * patch
        usesRotary = hints.usesRotary ?? source.has("feat_rope.freqs_cos")
        heads = try Self.heads(of: source, width: width, hint: hints.heads)
        grid = try Self.grid(of: source, patch: patch, hint: hints.latentSide)
        conditioning = try Self.conditioning(of: source)
        guard !usesRotary || width / heads % 4 == 0 else {
            throw .unsuitable(
                path: source.path, expected: "heads whose width is a multiple of 4, for rotary positions",
                found: "\(heads) heads in \(width)")
        }
    }

    /// Whether any tensor's name ends so: a switch is on for the whole network, and a file must then be whole.
    private static func any(of source: any WeightSource, _ endings: String...) -> Bool {
        source.names.contains { name in endings.contains { name.hasSuffix($0) } }
    }

    /// One more than the largest index of a block, so that a block that is missing is noticed.
    private static func depth(of source: any WeightSource) -> Int {
        let indices = source.names.compactMap { name -> Int? in
            guard name.hasPrefix("blocks.") else { return nil }
            return Int(name.dropFirst(7).prefix { $0 != "." })
        }
        return (indices.max() ?? -1) + 1
    }

    /// From the configuration, else the rotary table or query norm, else the published sizes: 16 heads of 72 in
    /// XL, heads of 64 in all others.
    private static func heads(of source: any WeightSource, width: Int, hint: Int?) throws(WeightsError) -> Int
    {
        let headWidth =
            source.shape(of: "feat_rope.freqs_cos")?.last ?? source.shape(of: "blocks.0.attn.q_norm.weight")?
            .first
            ?? (width == 1152 ? 72 : 64)
        let heads = hint ?? (headWidth > 0 ? width / headWidth : 0)
        guard heads > 0, width % heads == 0, hint != nil || heads * headWidth == width else {
            throw .unsuitable(
                path: source.path, expected: "`num_heads` in config.json that divides the width \(width)",
                found: hint.map { "\($0)" } ?? "none")
        }
        return heads
    }

    /// From the position table, else the rotary table, else the configuration.
    private static func grid(of source: any WeightSource, patch: Int, hint: Int?) throws(WeightsError) -> Int
    {
        let tokens =
            source.shape(of: "pos_embed")?.dropFirst().first ?? source.shape(of: "feat_rope.freqs_cos")?.first
            ?? hint.map { ($0 / patch) * ($0 / patch) }
        guard let tokens, tokens > 0 else {
            throw .unsuitable(
                path: source.path, expected: "tensor `pos_embed`, or `input_size` in config.json",
                found: "neither")
        }
        let grid = Int(Double(tokens).squareRoot().rounded())
        guard grid * grid == tokens else {
            throw .unsuitable(path: source.path, expected: "a square number of tokens", found: "\(tokens)")
        }
        return grid
    }

    private static func conditioning(of source: any WeightSource) throws(WeightsError) -> Conditioning {
        if source.has("y_embedder.embedding_table.weight") {
            return .labels(classes: try source.shape(of: "y_embedder.embedding_table.weight", rank: 2)[0] - 1)
        }
        let hasNull = source.has("y_embedder.null_embedding")
        for name in ["y_embedder.text_proj.weight", "y_embedder.proj.weight"] where source.has(name) {
            return .text(width: try source.shape(of: name, rank: 2)[1], hasNull: hasNull)
        }
        throw source.missing("y_embedder.text_proj.weight")
    }
}

import Tensors
import Weights

/// The vision transformer (Dosovitskiy et al. 2021), also as DINOv2 has it (Oquab et al. 2024), with timm's names; widths
/// and depth follow from the file.
enum VisionTransformer {
    /// The width and the blocks of the published networks, and the side of their patches.
    static let published: [String: Shape] = [
        "vit_ti_16": Shape(width: 192, blocks: 12, patch: 16),
        "vit_s_16": Shape(width: 384, blocks: 12, patch: 16),
        "vit_b_16": Shape(width: 768, blocks: 12, patch: 16),
        "vit_b_32": Shape(width: 768, blocks: 12, patch: 32),
        "vit_l_16": Shape(width: 1024, blocks: 24, patch: 16),
        "vit_l_32": Shape(width: 1024, blocks: 24, patch: 32),
        "vit_h_14": Shape(width: 1280, blocks: 32, patch: 14),
        "dinov2_s_14": Shape(width: 384, blocks: 12, patch: 14),
        "dinov2_b_14": Shape(width: 768, blocks: 12, patch: 14),
        "dinov2_l_14": Shape(width: 1024, blocks: 24, patch: 14),
        "dinov2_g_14": Shape(width: 1536, blocks: 40, patch: 14),
    ]

    /// What tells one vision transformer from another.
    struct Shape: Hashable, Sendable, CustomStringConvertible {
        let width, blocks, patch: Int

        var description: String { "\(blocks) blocks of \(width), patches of \(patch)" }
    }

    /// The shape of the network in `source`; nil where it is none.
    static func shape(of source: any WeightSource) -> Shape? {
        guard let patch = source.shape(of: "patch_embed.proj.weight"), patch.count == 4 else { return nil }
        return Shape(width: patch[0], blocks: blocks(of: source), patch: patch[2])
    }

    /// The network in `source`.
    ///
    /// - Parameters:
    ///   - shape: what is expected; nil takes what the file has.
    ///   - library: whose conventions it follows.
    static func network(
        from source: any WeightSource, shape expected: Shape?, library: NamingLibrary, on engine: Engine
    ) throws(ClassificationError) -> StagedNetwork {
        let layers = ClassifierLayers(source, on: engine)
        let found = shape(of: source)
        guard let found, found.blocks > 0, expected == nil || found == expected else {
            throw layers.unsuitable(
                "a ViT of \(expected.map { "\($0)" } ?? "any shape")", found: found.map { "\($0)" } ?? "none")
        }
        let epsilon: Float = library == .transformers && !source.has("blocks.0.ls1.gamma") ? 1e-12 : 1e-6
        let (embedding, width, patch) = try embedding(layers, resampling: resampling(library, source))
        var stages = [StagedNetwork.NamedStage(name: "patch_embed", stage: embedding)]
        for index in 0..<found.blocks {
            let block = try block(layers, "blocks.\(index)", width: width, epsilon: epsilon)
            stages.append(.init(name: "blocks.\(index)", stage: block))
        }
        let first = embedding.prefix.shape[0]
        // timm's networks that take the mean of the patches have a norm behind it, and none before.
        let isMean = layers.has("fc_norm.weight") && !layers.has("norm.weight")
        let norm = try layers.layerNorm(isMean ? "fc_norm" : "norm", width: width, epsilon: epsilon)
        let head = try layers.headName(["head", "classifier", "linear_head", "fc", "linear"])
        let inputs = try layers.shape(head + ".weight", rank: 2)[1]
        let summary: StagedNetwork.Summary =
            switch inputs {
            case _ where isMean: .tokenMean(patches: first, norm: norm)
            case 2 * width: .firstTokenAndMean(patches: first)
            case 5 * width where found.blocks >= 4: .lastTokens(stages: 4, patches: first, norm: norm)
            default: .firstToken
            }
        let isNormedLater = isMean || summary.earlier > 0
        if !isNormedLater { stages.append(.init(name: "norm", stage: TokenNorm(norm: norm))) }
        let wanted = summary.earlier > 0 ? 5 * width : inputs == 2 * width && !isMean ? 2 * width : width
        let linear = try layers.linear(head, inputs: wanted)
        return StagedNetwork(
            stages: stages, summary: summary, head: [.init(linear: linear, activation: .none)],
            leastSide: patch)
    }

    /// The blocks, numbered from 0.
    private static func blocks(of source: any WeightSource) -> Int {
        (0..<512).prefix(while: { source.has("blocks.\($0).norm1.weight") }).count
    }

    /// How the library resamples positions.
    private static func resampling(_ library: NamingLibrary, _ source: any WeightSource) -> PositionResampling
    {
        switch library {
        case .transformers: .nearest
        case .dinoV2: source.has("register_tokens") ? .antialiased : .shifted(0.1)
        default: .antialiased
        }
    }

    /// Patches, tokens before them and positions; the width and the side of a patch.
    private static func embedding(
        _ layers: ClassifierLayers, resampling: PositionResampling
    ) throws(ClassificationError) -> (stage: PatchEmbedding, width: Int, patch: Int) {
        let shape = try layers.shape("patch_embed.proj.weight", rank: 4)
        let (width, patch) = (shape[0], shape[2])
        guard shape[3] == patch else {
            throw layers.unsuitable("square patches in `patch_embed.proj.weight`", found: "shape \(shape)")
        }
        let projection = try layers.patches("patch_embed.proj", inputs: 3, side: patch)
        var prefix = try layers.tensor("cls_token", [1, 1, width]).reshaped([1, width])
        let all = try layers.shape("pos_embed", rank: 3)
        let side = Int(Double(max(0, all[1])).squareRoot())
        let hasPlace = side * side != all[1]
        guard all[0] == 1, all[2] == width, side > 0, side * side + (hasPlace ? 1 : 0) == all[1] else {
            throw layers.unsuitable(
                "tensor `pos_embed` of a square of patches, `[1, n * n + 1, \(width)]`", found: "shape \(all)"
            )
        }
        var positions = try layers.tensor("pos_embed", all).reshaped([all[1], width])
        if hasPlace {
            prefix.add(positions.rows(0..<1))
            positions = positions.rows(1..<all[1])
        }
        for name in ["reg_token", "register_tokens"] where layers.has(name) {
            let registers = try layers.shape(name, rank: 3)
            let tokens = try layers.tensor(name, [1, registers[1], width]).reshaped([registers[1], width])
            prefix = Tensor.concatenatingRows([prefix, tokens])
        }
        let stage = PatchEmbedding(
            projection: projection, prefix: prefix, positions: positions.reshaped([side, side, width]),
            resampling: resampling)
        return (stage, width, patch)
    }

    private static func block(
        _ layers: ClassifierLayers, _ name: String, width: Int, epsilon: Float
    ) throws(ClassificationError) -> TransformerBlock {
        func norm(_ part: String) throws(ClassificationError) -> LayerNorm {
            try layers.layerNorm("\(name).\(part)", width: width, epsilon: epsilon)
        }
        func scale(_ part: String) throws(ClassificationError) -> Tensor? {
            layers.has("\(name).\(part).gamma") ? try layers.tensor("\(name).\(part).gamma", [width]) : nil
        }
        // Heads are 64 wide, but 80 in the huge network: no tensor says how many there are.
        let headWidth = width == 1280 ? 80 : 64
        guard width % headWidth == 0 else {
            throw layers.unsuitable("a width in heads of \(headWidth)", found: "\(width)")
        }
        return TransformerBlock(
            engine: layers.engine, heads: width / headWidth, attentionNorm: try norm("norm1"),
            queriesKeysValues: try queriesKeysValues(layers, name + ".attn", width: width),
            projection: try layers.linear(name + ".attn.proj", inputs: width, outputs: width),
            perceptronNorm: try norm("norm2"),
            perceptron: try perceptron(layers, name + ".mlp", width: width),
            attentionScale: try scale("ls1"), perceptronScale: try scale("ls2"))
    }

    /// One layer to queries, keys and values, also of a file that has one for each.
    private static func queriesKeysValues(
        _ layers: ClassifierLayers, _ name: String, width: Int
    ) throws(ClassificationError) -> Linear {
        guard layers.has(name + ".query.weight") else {
            return try layers.linear(name + ".qkv", inputs: width, outputs: 3 * width)
        }
        guard try layers.shape(name + ".query.weight", rank: 2)[0] == width else {
            throw layers.unsuitable("\(width) rows of `\(name).query.weight`", found: "another number")
        }
        return try joined(layers, ["query", "key", "value"].map { "\(name).\($0)" }, inputs: width)
    }

    /// Layers with the same number of outputs as one, the outputs one behind the other.
    private static func joined(
        _ layers: ClassifierLayers, _ names: [String], inputs: Int
    ) throws(ClassificationError) -> Linear {
        let outputs = try layers.shape(names[0] + ".weight", rank: 2)[0]
        var (weights, biases): ([Tensor], [Tensor]) = ([], [])
        for name in names {
            weights.append(try layers.tensor(name + ".weight", [outputs, inputs]))
            biases.append(try layers.tensor(name + ".bias", [outputs]))
        }
        return try layers.linear(
            weight: Tensor.concatenatingRows(weights), bias: Tensor.concatenatingRows(biases))
    }

    /// Two layers with GELU between them, or SwiGLU's where there are `w12` and `w3`.
    private static func perceptron(
        _ layers: ClassifierLayers, _ name: String, width: Int
    ) throws(ClassificationError) -> Perceptron {
        let isParted = layers.has(name + ".gate_proj.weight")
        let isGated = isParted || layers.has(name + ".w12.weight")
        let first =
            isParted
            ? try joined(layers, [name + ".gate_proj", name + ".up_proj"], inputs: width)
            : try layers.linear(name + (isGated ? ".w12" : ".fc1"), inputs: width)
        guard !isGated || first.outputs % 2 == 0 else {
            throw layers.unsuitable("an even number of rows in `\(name).w12`", found: "\(first.outputs)")
        }
        let second = try layers.linear(
            name + (isGated ? ".w3" : ".fc2"), inputs: isGated ? first.outputs / 2 : first.outputs,
            outputs: width)
        return Perceptron(first: first, second: second, isGated: isGated)
    }
}

import Weights

/// Gives the tensors of an autoencoder the names of the original LDM code, whichever of the public layouts they are in.
///
/// The layouts: LDM (VA-VAE, also under `first_stage_model.` in a full checkpoint) and HuggingFace diffusers
/// (`AutoencoderKL`), whose decoder levels count from the lowest resolution.
enum AutoencoderNames {
    /// A view of `source` with LDM names; names of the same text in both layouts stay.
    static func ldm(_ source: any WeightSource) throws(WeightsError) -> RenamedWeights {
        let located = try source.locating("decoder.conv_in.weight")
        let names = located.names
        let levels =
            names.compactMap { number(after: "decoder.up_blocks.", in: $0) }.max().map { $0 + 1 } ?? 0
        let pairs = names.map { (levels > 0 ? ldmName($0, levels: levels) : $0, $0) }
        return RenamedWeights(of: located, names: Dictionary(pairs) { first, _ in first })
    }

    private static func number(after prefix: String, in name: String) -> Int? {
        guard name.hasPrefix(prefix) else { return nil }
        return Int(name.dropFirst(prefix.count).prefix { $0 != "." })
    }

    /// The LDM name of a diffusers name.
    private static func ldmName(_ name: String, levels: Int) -> String {
        var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 2 else { return name }
        switch parts[1] {
        case "conv_norm_out": parts[1] = "norm_out"
        case "down_blocks", "up_blocks":
            guard parts.count > 4, let level = Int(parts[2]), level < levels else { return name }
            let isUp = parts[1] == "up_blocks"
            let inner = innerName(Array(parts[3...]))
            parts = [parts[0], isUp ? "up" : "down", "\(isUp ? levels - 1 - level : level)"] + inner
        case "mid_block":
            guard parts.count > 4, let index = Int(parts[3]) else { return name }
            let inner = innerName(Array(parts[2...])).dropFirst(2)
            parts = [parts[0], "mid", parts[2] == "attentions" ? "attn_1" : "block_\(index + 1)"] + inner
        default: return name
        }
        return parts.joined(separator: ".")
    }

    /// The part of a name behind its level: `resnets.0.conv_shortcut.weight` becomes `block.0.nin_shortcut.weight`.
    private static func innerName(_ parts: [String]) -> [String] {
        var parts = parts
        switch parts[0] {
        case "resnets":
            parts[0] = "block"
            if parts[2] == "conv_shortcut" { parts[2] = "nin_shortcut" }
        case "attentions":
            parts[0] = "attn"
            if parts[2] == "to_out" { parts.remove(at: 3) }
            parts[2] = attentionNames[parts[2]] ?? parts[2]
        case "downsamplers", "upsamplers":
            parts = [parts[0] == "upsamplers" ? "upsample" : "downsample"] + parts[2...]
        default: break
        }
        return parts
    }

    /// Names of today's diffusers and of the time before 0.17.
    private static let attentionNames = [
        "group_norm": "norm", "to_q": "q", "to_k": "k", "to_v": "v", "to_out": "proj_out",
        "query": "q", "key": "k", "value": "v", "proj_attn": "proj_out",
    ]
}

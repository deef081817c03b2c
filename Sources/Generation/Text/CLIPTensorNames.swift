import Weights

/// Gives the tensors of a CLIP text tower the names of HuggingFace's `CLIPTextModel`, without `text_model.`.
///
/// OpenAI's layout packs query, key and value and stores the projection the other way round; those two stay visible
/// under their own names (`encoder.layers.i.self_attn.in_proj_*`, `text_projection`).
enum CLIPTensorNames {
    /// A view of `source` with these names, whichever of the public layouts it has.
    static func huggingFace(_ source: any WeightSource) throws(WeightsError) -> RenamedWeights {
        let landmark = "text_model.embeddings.token_embedding.weight"
        if source.names.contains(where: { $0.hasSuffix(landmark) }) {
            let located = try source.locating(landmark)
            let pairs = located.names.map {
                ($0.hasPrefix("text_model.") ? String($0.dropFirst(11)) : $0, $0)
            }
            return RenamedWeights(of: located, names: Dictionary(pairs) { first, _ in first })
        }
        let located = try source.locating("token_embedding.weight")
        let pairs = located.names.map { (fromOpenAI($0), $0) }
        return RenamedWeights(of: located, names: Dictionary(pairs) { first, _ in first })
    }

    private static let roots = [
        "token_embedding.weight": "embeddings.token_embedding.weight",
        "positional_embedding": "embeddings.position_embedding.weight",
        "ln_final.weight": "final_layer_norm.weight", "ln_final.bias": "final_layer_norm.bias",
    ]

    private static let inner = [
        "ln_1": "layer_norm1", "ln_2": "layer_norm2", "mlp.c_fc": "mlp.fc1", "mlp.c_proj": "mlp.fc2",
        "attn.out_proj": "self_attn.out_proj", "attn.in_proj_weight": "self_attn.in_proj_weight",
        "attn.in_proj_bias": "self_attn.in_proj_bias",
    ]

    private static func fromOpenAI(_ name: String) -> String {
        if let root = roots[name] { return root }
        let prefix = "transformer.resblocks."
        guard name.hasPrefix(prefix) else { return name }
        let rest = name.dropFirst(prefix.count)
        let index = rest.prefix { $0 != "." }
        let local = String(rest.dropFirst(index.count + 1))
        if let whole = inner[local] { return "encoder.layers.\(index).\(whole)" }
        guard let dot = local.lastIndex(of: "."), let stem = inner[String(local[..<dot])] else { return name }
        return "encoder.layers.\(index).\(stem)\(local[dot...])"
    }
}

/// The tensors of the tiny configuration A of the specification: 4 x 4 latents, 8 channels, width 48, 2 blocks.
enum TinyLightningDiT {
    static let width = 48

    /// Shapes by name, the position tables left out.
    static func shapes(depth: Int = 2) -> [String: [Int]] {
        var shapes = [
            "x_embedder.proj.weight": [48, 8, 1, 1], "x_embedder.proj.bias": [48],
            "t_embedder.mlp.0.weight": [48, 256], "t_embedder.mlp.0.bias": [48],
            "t_embedder.mlp.2.weight": [48, 48], "t_embedder.mlp.2.bias": [48],
            "y_embedder.embedding_table.weight": [6, 48], "final_layer.norm_final.weight": [48],
            "final_layer.linear.weight": [8, 48], "final_layer.linear.bias": [8],
            "final_layer.adaLN_modulation.1.weight": [96, 48], "final_layer.adaLN_modulation.1.bias": [96],
        ]
        for index in 0..<depth {
            let block = [
                "norm1.weight": [48], "norm2.weight": [48], "attn.qkv.weight": [144, 48],
                "attn.qkv.bias": [144],
                "attn.proj.weight": [48, 48], "attn.proj.bias": [48], "mlp.w12.weight": [256, 48],
                "mlp.w12.bias": [256], "mlp.w3.weight": [48, 128], "mlp.w3.bias": [48],
                "adaLN_modulation.1.weight": [288, 48], "adaLN_modulation.1.bias": [288],
            ]
            for (name, shape) in block { shapes["blocks.\(index).\(name)"] = shape }
        }
        return shapes
    }
}

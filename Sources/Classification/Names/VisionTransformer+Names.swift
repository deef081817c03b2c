/// The names that the libraries give a vision transformer.
extension VisionTransformer {
    /// By library; networks are built by timm's names.
    static let schemes: [NameScheme] = [
        NameScheme(.dinoV2, landmarks: ["mask_token"]),
        NameScheme(.timm, landmarks: ["patch_embed.proj.weight"]),
        NameScheme(.torchvision, landmarks: ["conv_proj.weight"], rules: torchvision),
        NameScheme(
            .transformers,
            landmarks: [
                "vit.embeddings.patch_embeddings.projection.weight",
                "dinov2.embeddings.patch_embeddings.projection.weight",
                "dinov2_with_registers.embeddings.patch_embeddings.projection.weight",
                "embeddings.patch_embeddings.projection.weight",
            ], prefixes: ["vit.", "dinov2.", "dinov2_with_registers."], rules: transformers),
    ]

    private static let torchvision: [NameRule] = [
        NameRule("class_token", "cls_token"), NameRule("conv_proj.*", "patch_embed.proj.*"),
        NameRule("encoder.pos_embedding", "pos_embed"), NameRule("encoder.ln.*", "norm.*"),
        NameRule("encoder.layers.encoder_layer_#.ln_1.*", "blocks.#.norm1.*"),
        NameRule("encoder.layers.encoder_layer_#.ln_2.*", "blocks.#.norm2.*"),
        NameRule("encoder.layers.encoder_layer_#.self_attention.in_proj_*", "blocks.#.attn.qkv.*"),
        NameRule("encoder.layers.encoder_layer_#.self_attention.out_proj.*", "blocks.#.attn.proj.*"),
        NameRule("encoder.layers.encoder_layer_#.mlp.0.*", "blocks.#.mlp.fc1.*"),
        NameRule("encoder.layers.encoder_layer_#.mlp.3.*", "blocks.#.mlp.fc2.*"),
        NameRule("encoder.layers.encoder_layer_#.mlp.linear_1.*", "blocks.#.mlp.fc1.*"),
        NameRule("encoder.layers.encoder_layer_#.mlp.linear_2.*", "blocks.#.mlp.fc2.*"),
        NameRule("heads.head.*", "head.*"), NameRule("heads.0.*", "head.*"), NameRule("heads.*", "head.*"),
    ]

    private static let transformers: [NameRule] = [
        NameRule("embeddings.cls_token", "cls_token"),
        NameRule("embeddings.position_embeddings", "pos_embed"),
        NameRule("embeddings.register_tokens", "register_tokens"),
        NameRule("embeddings.mask_token", "mask_token"),
        NameRule("embeddings.patch_embeddings.projection.*", "patch_embed.proj.*"),
        // Since transformers 5.
        NameRule("layers.#.attention.q_proj.*", "blocks.#.attn.query.*"),
        NameRule("layers.#.attention.k_proj.*", "blocks.#.attn.key.*"),
        NameRule("layers.#.attention.v_proj.*", "blocks.#.attn.value.*"),
        NameRule("layers.#.attention.o_proj.*", "blocks.#.attn.proj.*"),
        NameRule("layers.#.layernorm_before.*", "blocks.#.norm1.*"),
        NameRule("layers.#.layernorm_after.*", "blocks.#.norm2.*"), NameRule("layers.#.*", "blocks.#.*"),
        NameRule("encoder.layer.#.attention.q_proj.*", "blocks.#.attn.query.*"),
        NameRule("encoder.layer.#.attention.k_proj.*", "blocks.#.attn.key.*"),
        NameRule("encoder.layer.#.attention.v_proj.*", "blocks.#.attn.value.*"),
        NameRule("encoder.layer.#.attention.o_proj.*", "blocks.#.attn.proj.*"),
        // Before it.
        NameRule("encoder.layer.#.attention.attention.*", "blocks.#.attn.*"),
        NameRule("encoder.layer.#.attention.output.dense.*", "blocks.#.attn.proj.*"),
        NameRule("encoder.layer.#.intermediate.dense.*", "blocks.#.mlp.fc1.*"),
        NameRule("encoder.layer.#.output.dense.*", "blocks.#.mlp.fc2.*"),
        NameRule("encoder.layer.#.layernorm_before.*", "blocks.#.norm1.*"),
        NameRule("encoder.layer.#.layernorm_after.*", "blocks.#.norm2.*"),
        NameRule("encoder.layer.#.layer_scale#.lambda1", "blocks.#.ls#.gamma"),
        NameRule("encoder.layer.#.mlp.weights_in.*", "blocks.#.mlp.w12.*"),
        NameRule("encoder.layer.#.mlp.weights_out.*", "blocks.#.mlp.w3.*"),
        NameRule("encoder.layer.#.mlp.down_proj.*", "blocks.#.mlp.w3.*"),
        NameRule("encoder.layer.#.*", "blocks.#.*"),
        NameRule("layernorm.*", "norm.*"),
    ]
}

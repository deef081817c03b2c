import Weights

/// The tensors of Dosovitskiy et al. 2021, table 1, and of Oquab et al. 2024.
extension VisionTransformer {
    /// Adds the tensors of the network that `graph` names; `vit` has the width and the depth of the file.
    static func expect(_ graph: ClassifierGraph, in tensors: inout ExpectedTensors) {
        let source = tensors.source
        guard let shape = published[graph.rawValue] ?? shape(of: source) else { return }
        let width = shape.width
        tensors.tensor("cls_token", [1, 1, width])
        tensors.tensor("pos_embed", [1, nil, width])
        tensors.tensor("mask_token", [1, width], isOptional: true)
        for name in ["reg_token", "register_tokens"] {
            tensors.tensor(name, [1, nil, width], isOptional: true)
        }
        tensors.convolution(
            "patch_embed.proj", 3, width, kernel: (shape.patch, shape.patch), isBiased: true)
        for index in 0..<shape.blocks { expectBlock("blocks.\(index)", width, in: &tensors) }
        tensors.layerNorm(source.has("fc_norm.weight") ? "fc_norm" : "norm", width)
        tensors.head("head", "classifier", "linear_head", "fc", "linear", inputs: nil)
    }

    private static func expectBlock(_ name: String, _ width: Int, in tensors: inout ExpectedTensors) {
        let source = tensors.source
        tensors.layerNorm(name + ".norm1", width)
        if source.has(name + ".attn.query.weight") {
            for part in ["query", "key", "value"] { tensors.linear("\(name).attn.\(part)", width, width) }
        } else {
            tensors.linear(name + ".attn.qkv", width, 3 * width)
        }
        tensors.linear(name + ".attn.proj", width, width)
        tensors.tensor(name + ".ls1.gamma", [width], isOptional: true)
        tensors.layerNorm(name + ".norm2", width)
        let first = ["gate_proj", "w12"].first { source.has("\(name).mlp.\($0).weight") }
        tensors.linear("\(name).mlp.\(first ?? "fc1")", width, nil)
        if first == "gate_proj" { tensors.linear(name + ".mlp.up_proj", width, nil) }
        tensors.linear("\(name).mlp.\(first == nil ? "fc2" : "w3")", nil, width)
        tensors.tensor(name + ".ls2.gamma", [width], isOptional: true)
    }
}

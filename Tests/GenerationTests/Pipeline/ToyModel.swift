import Foundation
import Tensors
import Weights

@testable import Generation

/// A complete text-to-image model of toy size, written into a temporary folder: 8 x 8 pixels.
final class ToyModel {
    /// The folder with `config.json` and all files.
    let folder: URL

    /// Writes the model.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("toy-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write("dit.safetensors", Self.denoiser)
        try write("autoencoder.safetensors", Self.autoencoder)
        try write("text.safetensors", Self.text)
        try write("latents_stats.safetensors", MapWeights(shapes: ["mean": [8], "std": [8]]))
        try Data("#version: 0.2\nm e\nme l\no m\nom a</w>\na b</w>\n".utf8).write(to: path("merges.txt"))
        try writeConfiguration()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A file of the folder.
    func path(_ name: String) -> URL { folder.appendingPathComponent(name) }

    /// Loads the model.
    func pipeline(options: SamplerOptions = .init(), size: Int? = nil) throws -> DiffusionPipeline {
        try DiffusionPipeline(.folder(folder.path), options: options, size: size, on: Engine.load(.openblas))
    }

    /// Writes `config.json`, with one piece of text replaced.
    func writeConfiguration(replacing old: String = "", by new: String = "") throws {
        let text = """
            {"name": "toy", "notice": "toy weights", "num_heads": 4, "use_rope": true, "input_size": 4,
             "prompt": "{diagnosis}", "latent_multiplier": 1.0, "dit": {"weights": "dit.safetensors"},
             "autoencoder": {"weights": "autoencoder.safetensors"},
             "latents_stats": {"weights": "latents_stats.safetensors"},
             "text": {"weights": "text.safetensors", "merges": "merges.txt", "heads": 2, "hidden_act": "quick_gelu"},
             "sampler": {"steps": 6, "guidance": 2.0, "shift": 0.3, "interval": 0.11, "guidance_channels": "all"}}
            """
        try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: path("config.json"))
    }

    /// Writes a weight file of the folder.
    func write(_ name: String, _ weights: MapWeights) throws {
        var (header, data) = ([String](), Data())
        for name in weights.names {
            let tensor = try weights.tensor(name)
            let start = data.count
            tensor.values.withUnsafeBytes { data.append(contentsOf: $0) }
            header.append(
                #""\#(name)":{"dtype":"F32","shape":\#(tensor.shape),"data_offsets":[\#(start),\#(data.count)]}"#
            )
        }
        let text = Data("{\(header.joined(separator: ","))}".utf8)
        let length = withUnsafeBytes(of: UInt64(text.count).littleEndian) { Data($0) }
        try (length + text + data).write(to: path(name))
    }

    /// The velocity network, told a text vector of 16 numbers.
    static var denoiser: MapWeights {
        var weights = MapWeights(shapes: TinyLightningDiT.shapes())
        weights.shapes["y_embedder.embedding_table.weight"] = nil
        weights.shapes["y_embedder.proj.weight"] = [48, 16]
        weights.shapes["y_embedder.proj.bias"] = [48]
        weights.shapes["y_embedder.null_embedding"] = [16]
        return weights
    }

    /// A decoder of two levels, 4 x 4 to 8 x 8.
    static var autoencoder: MapWeights {
        var shapes = [
            "decoder.conv_in": [32, 8, 3, 3], "decoder.conv_out": [3, 32, 3, 3],
            "post_quant_conv": [8, 8, 1, 1],
        ]
        for block in ["mid.block_1", "mid.block_2", "up.0.block.0", "up.1.block.0"] {
            shapes["decoder.\(block).conv1"] = [32, 32, 3, 3]
            shapes["decoder.\(block).conv2"] = [32, 32, 3, 3]
            shapes["decoder.\(block).norm1"] = [32]
            shapes["decoder.\(block).norm2"] = [32]
        }
        for part in ["q", "k", "v", "proj_out"] { shapes["decoder.mid.attn_1.\(part)"] = [32, 32, 1, 1] }
        shapes["decoder.mid.attn_1.norm"] = [32]
        shapes["decoder.norm_out"] = [32]
        shapes["decoder.up.1.upsample.conv"] = [32, 32, 3, 3]
        return MapWeights(shapes: withBiases(shapes))
    }

    /// A text tower of one layer and 519 tokens.
    static var text: MapWeights {
        let layer = "transformer.resblocks.0."
        var shapes = [
            "ln_final": [32], layer + "ln_1": [32], layer + "ln_2": [32], layer + "attn.out_proj": [32, 32],
            layer + "mlp.c_fc": [64, 32], layer + "mlp.c_proj": [32, 64],
        ]
        shapes = withBiases(shapes)
        shapes[layer + "attn.in_proj_weight"] = [96, 32]
        shapes[layer + "attn.in_proj_bias"] = [96]
        shapes["token_embedding.weight"] = [519, 32]
        shapes["positional_embedding"] = [20, 32]
        shapes["text_projection"] = [32, 16]
        return MapWeights(shapes: shapes)
    }

    private static func withBiases(_ shapes: [String: [Int]]) -> [String: [Int]] {
        var result: [String: [Int]] = [:]
        for (name, shape) in shapes {
            result[name + ".weight"] = shape
            result[name + ".bias"] = [shape[0]]
        }
        return result
    }
}

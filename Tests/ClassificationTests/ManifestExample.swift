import Classification
import Foundation

/// A manifest that is right, and ways to spoil it.
enum ManifestExample {
    static let json = """
        {
          "name": "Example", "notice": "phantom weights", "description": "an example",
          "format": "safetensors", "weights": "example.safetensors", "graph": "vgg16-gap",
          "input": {"name": "image", "layout": "NCHW", "width": 8, "height": 8, "dtype": "f32"},
          "decode": {"colour": "rgb", "alpha": "drop"},
          "resize": {"mode": "stretch", "kernel": "bilinear-antialias", "on": "u8", "half_pixel": true},
          "scale": {"divide": 255}, "normalise": {"mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5]},
          "channel_order": "rgb", "fixed_inputs": {}, "head": "classifier", "activation": "softmax",
          "classes": ["nevus", "melanoma"], "melanoma_index": 1, "threshold": 0.5
        }
        """

    /// The example with `old` replaced.
    static func text(_ old: String, _ new: String) -> String {
        old.isEmpty ? json : json.replacingOccurrences(of: old, with: new)
    }

    /// The manifest of the example with `old` replaced.
    static func manifest(_ old: String = "", _ new: String = "") throws -> ClassifierManifest {
        try ClassifierManifest.decode(Data(text(old, new).utf8), path: "example.json")
    }
}

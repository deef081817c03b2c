import Foundation
import Semantics

/// `pretrained_cfg` of timm: how its library resizes and normalises images for a network.
struct TimmRecipe {
    private let content: [String: any Sendable]

    /// Takes the object of a `config.json`.
    init(_ content: [String: any Sendable]) {
        self.content = content
    }

    /// What it says, as options of a classifier.
    var settings: [NetworkSetting?] {
        let mean = SidecarFile.triple(content["mean"])
        let deviation = SidecarFile.triple(content["std"])
        return [
            mean.map { NetworkSetting("mean", [$0]) }, deviation.map { NetworkSetting("std", [$0]) },
        ] + sizes
    }

    /// timm resizes the short side to the floor of input / crop_pct, then crops; mode `squash` stretches.
    private var sizes: [NetworkSetting?] {
        guard let input = (content["input_size"] as? [Int])?.last, (1...4096).contains(input) else {
            return []
        }
        let name = content["interpolation"] as? String ?? "bilinear"
        let known = ["bilinear", "bicubic", "lanczos", "box"]
        let kernel: [Value] =
            name == "nearest"
            ? [.word("nearest")]
            : [.word(known.contains(name) ? name : "bilinear"), .word("antialias")]
        let share = (content["crop_pct"] as? NSNumber)?.doubleValue ?? 0.875
        let size = NetworkSetting("input", [.integer(input)])
        guard content["crop_mode"] as? String != "squash", share > 0, share <= 1 else {
            return [size, NetworkSetting("resize", [.word("stretch")] + kernel)]
        }
        let short = Int((Double(input) / share).rounded(.down))
        return [
            size,
            NetworkSetting(
                "resize", [.word("short"), .integer(short), .word("crop"), .integer(input)] + kernel),
        ]
    }
}

import Foundation
import Semantics

/// A JSON file beside weights that says how its library treats images: `config.json` and `preprocessor_config.json` of
/// transformers, `config.json` of timm.
struct SidecarFile {
    /// The largest file that is read, in bytes.
    private static let largest = 1 << 22
    /// The names that are looked for, the strongest first.
    private static let names = ["preprocessor_config.json", "config.json"]

    private let name: String
    private let content: [String: any Sendable]

    /// The files beside the weights at `path`; those that are no JSON are passed over.
    static func all(beside path: String) -> [SidecarFile] {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        return names.compactMap { name in
            guard let handle = try? FileHandle(forReadingFrom: folder.appendingPathComponent(name)),
                let data = try? handle.read(upToCount: largest + 1), data.count <= largest,
                let object = try? JSONSerialization.jsonObject(with: data) as? [String: any Sendable]
            else { return nil }
            return SidecarFile(name: name, content: object)
        }
    }

    /// What it says, as options of a classifier.
    var settings: [NetworkSetting] {
        let timm = content["pretrained_cfg"] as? [String: any Sendable]
        let found =
            [classes] + preprocessing + (timm.map { TimmRecipe($0) }?.settings ?? [])
        return found.compactMap { setting in
            setting.map { NetworkSetting($0.option, $0.values, from: name) }
        }
    }

    /// `id2label` of transformers, `label_names` of timm; names that a library made up mean nothing.
    private var classes: NetworkSetting? {
        var names = content["label_names"] as? [String] ?? []
        if let labels = content["id2label"] as? [String: String] {
            let numbered = labels.compactMap { key, value in Int(key).map { ($0, value) } }
                .sorted { $0.0 < $1.0 }
            names = numbered.map(\.0) == Array(0..<numbered.count) ? numbered.map(\.1) : []
        }
        guard !names.isEmpty, !names.allSatisfy({ $0.hasPrefix("LABEL_") }) else { return nil }
        return NetworkSetting("classes", [.set(names.map { .string($0) })])
    }

    /// What an image processor of transformers says.
    private var preprocessing: [NetworkSetting?] {
        guard content["image_mean"] != nil || content["resample"] != nil || content["do_resize"] != nil else {
            return [(content["image_size"] as? Int).map { NetworkSetting("input", [.integer($0)]) }]
        }
        let isNormalised = content["do_normalize"] as? Bool ?? true
        let mean = isNormalised ? Self.triple(content["image_mean"]) : nil
        let deviation = isNormalised ? Self.triple(content["image_std"]) : nil
        let factor = (content["rescale_factor"] as? NSNumber)?.doubleValue
        return [
            isNormalised
                ? mean.map { NetworkSetting("mean", [$0]) } : NetworkSetting("mean", [.word("none")]),
            deviation.map { NetworkSetting("std", [$0]) },
            factor.flatMap { $0 > 0 ? NetworkSetting("scale", [.number((1 / $0).nearlyWhole)]) : nil },
        ] + sizes
    }

    /// The extents and the way to them.
    private var sizes: [NetworkSetting?] {
        let size = content["size"]
        let sides = size as? [String: Int] ?? [:]
        let kernel = Self.kernel(content["resample"] as? Int ?? 2)
        let isCropped = content["do_center_crop"] as? Bool ?? false
        let crop =
            content["crop_size"] as? Int ?? (content["crop_size"] as? [String: Int])?["height"]
        if isCropped, let crop, let short = sides["shortest_edge"] ?? sides["height"] ?? size as? Int {
            return [
                NetworkSetting("input", [.integer(crop)]),
                NetworkSetting(
                    "resize",
                    [.word("short"), .integer(short), .word("crop"), .integer(crop)] + kernel),
            ]
        }
        guard let height = sides["height"] ?? size as? Int else { return [] }
        let width = sides["width"] ?? height
        return [
            NetworkSetting(width: width, height: height),
            NetworkSetting("resize", [.word("stretch")] + kernel),
        ]
    }

    /// Three numbers, one for each channel; one number stands for all.
    static func triple(_ value: (any Sendable)?) -> Value? {
        let numbers = (value as? [NSNumber])?.map(\.doubleValue) ?? []
        return numbers.count == 3 ? .set(numbers.map { .number($0) }) : nil
    }

    /// The kernel by Pillow's number for it.
    private static func kernel(_ number: Int) -> [Value] {
        switch number {
        case 0: [.word("nearest")]
        case 1: [.word("lanczos"), .word("antialias")]
        case 3: [.word("bicubic"), .word("antialias")]
        case 4: [.word("box"), .word("antialias")]
        default: [.word("bilinear"), .word("antialias")]
        }
    }
}

extension Double {
    /// The whole number that this is up to rounding (1 / 0.00392156862745098 is 255), else itself.
    fileprivate var nearlyWhole: Double {
        abs(self - rounded()) < 1e-6 * abs(self) ? rounded() : self
    }
}

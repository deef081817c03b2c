import Foundation
import Semantics

/// The manifest that a script's `classifier` statement amounts to, as the JSON text that a manifest's file would have:
/// both kinds are read by the same code, and a manifest's digest is that of its text.
struct ManifestText {
    private let classifier: ClassifierDescription
    private let graph: String
    private let weights: [String]

    /// The manifest of a network; nil for a classifier whose manifest is a file already.
    init?(_ classifier: ClassifierDescription) {
        guard case .network(let graph, let weights) = classifier.origin else { return nil }
        self.classifier = classifier
        self.graph = graph
        self.weights = weights
    }

    /// The text; keys sorted, so that equal manifests have equal text.
    var data: Data {
        get throws { try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]) }
    }

    private var options: ResolvedOptions { classifier.options }

    /// The first file's name without its folder, so that a manifest means the same wherever its files lie.
    private var weightsName: String {
        URL(fileURLWithPath: weights.first ?? "").lastPathComponent
    }

    private var object: [String: Any] {
        let threshold = options.number("threshold")
        let fields: [String: Any?] = [
            "name": classifier.name, "graph": graph, "weights": weightsName,
            "format": graph == "keras" || graph == "onnx" ? graph : "pytorch", "input": input,
            "decode": decode, "resize": resize,
            "scale": ["divide": options.number("scale") ?? 255], "normalise": normalise,
            "channel_order": options.text("channels"), "fixed_inputs": fixedInputs,
            "head": options.text("head"), "hidden": options.text("hidden"),
            "activation": options.text("activation"),
            "classes": (options["classes"]?.values.first?.elements ?? []).compactMap(\.asText),
            "positive": options.text("positive"), "threshold": threshold,
        ]
        return fields.compactMapValues { $0 }
    }

    /// Which channels are used, and how files are decoded; nil where none of it is said.
    private var decode: [String: Any]? {
        var said = ["colour": "decode", "jpeg": "jpeg"].compactMapValues { options.text($0) }
        // What is not said is the same, and keeps the manifest's digest.
        if let alpha = options.text("alpha"), alpha != "drop" { said["alpha"] = alpha }
        guard !said.isEmpty else { return nil }
        said["colour"] = said["colour"] ?? "rgb"
        return said
    }

    /// The extents: those written, else those of the crop.
    private var input: [String: Any] {
        var sides = (options["input"]?.values ?? []).compactMap(\.asInteger)
        if let crop = classifier.resize?.crop { sides = [crop] }
        let fields: [String: Any?] = [
            "width": sides.first ?? 0, "height": sides.last ?? 0, "name": options.text("image"),
            "layout": options.text("layout"),
        ]
        return fields.compactMapValues { $0 }
    }

    private var resize: [String: Any]? {
        guard let phrase = classifier.resize else { return nil }
        var fields: [String: Any] = [
            "mode": phrase.shortSide == nil ? "stretch" : "short-side+crop",
            "kernel": phrase.kernel + (phrase.isAntialiased ? "-antialias" : ""),
            "on": phrase.keepsFractions ? "f32" : "u8",
        ]
        if let side = phrase.shortSide { fields["short_side"] = side }
        return fields
    }

    /// Means and deviations by name or number; nil where nothing is subtracted or divided by.
    private var normalise: [String: Any]? {
        let mean = Self.numbers(options["mean"], named: Self.means)
        let written = options["std"] ?? (options.text("mean") == nil ? nil : options["mean"])
        let deviation = Self.numbers(written, named: Self.deviations)
        guard mean != nil || deviation != nil else { return nil }
        return ["mean": mean ?? [0, 0, 0], "std": deviation ?? [1, 1, 1]]
    }

    private var fixedInputs: [String: Any]? {
        // An image that comes without a person is of somebody unknown.
        var inputs: [String: Any] = classifier.metadata?.numbers { _ in nil } ?? [:]
        if case .record(let fields)? = options["fixed"]?.values.first {
            for field in fields {
                let numbers = field.value.elements.compactMap(\.asDouble)
                inputs[field.name] = numbers.count == 1 ? numbers[0] : numbers
            }
        }
        return inputs.isEmpty ? nil : inputs
    }

    /// ImageNet's means as torchvision has them, and those of Inception, which bring levels to -1...1.
    private static let means = ["imagenet": [0.485, 0.456, 0.406], "inception": [0.5, 0.5, 0.5]]
    private static let deviations = ["imagenet": [0.229, 0.224, 0.225], "inception": [0.5, 0.5, 0.5]]

    private static func numbers(
        _ entry: ResolvedOptions.Entry?, named: [String: [Double]]
    ) -> [Double]? {
        guard let value = entry?.values.first else { return nil }
        if let name = value.asText { return named[name] }
        return value.elements.compactMap(\.asDouble)
    }
}

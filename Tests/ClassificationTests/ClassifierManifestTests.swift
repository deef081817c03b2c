import Classification
import Foundation
import Testing

/// A change to the example and the key that the error must name.
struct ManifestFault: CustomTestStringConvertible {
    let old: String
    let new: String
    let place: String

    var testDescription: String { "\(old) -> \(new)" }

    static let all = [
        ManifestFault(old: "\"name\": \"Example\", ", new: "", place: "name"),
        ManifestFault(old: "\"graph\": \"vgg16-gap\"", new: "\"graph\": \"vgg17\"", place: "graph"),
        ManifestFault(old: "\"width\": 8", new: "\"width\": 0", place: "input"),
        ManifestFault(old: "\"width\": 8", new: "\"width\": 100000", place: "input"),
        ManifestFault(old: "\"width\": 8", new: "\"width\": \"8\"", place: "input.width"),
        ManifestFault(old: "\"divide\": 255", new: "\"divide\": 0", place: "scale"),
        ManifestFault(old: "[0.5, 0.5, 0.5], \"std\"", new: "[0.5, 0.5], \"std\"", place: "normalise"),
        ManifestFault(old: "\"std\": [0.5, 0.5, 0.5]", new: "\"std\": [0.5, 0, 0.5]", place: "normalise"),
        ManifestFault(old: "bilinear-antialias", new: "bilinear-ish", place: "resize.kernel"),
        ManifestFault(old: "\"stretch\"", new: "\"short-side+crop\"", place: "resize"),
        ManifestFault(old: "\"half_pixel\": true", new: "\"half_pixel\": false", place: "resize"),
        ManifestFault(old: "\"alpha\": \"drop\"", new: "\"alpha\": \"composite\"", place: "decode.alpha"),
        ManifestFault(
            old: "\"fixed_inputs\": {}", new: "\"fixed_inputs\": {\"a\": 0}", place: "fixed_inputs"),
        ManifestFault(old: "\"melanoma_index\": 1, ", new: "", place: "melanoma_index"),
        ManifestFault(old: "\"melanoma_index\": 1", new: "\"melanoma_index\": 2", place: "melanoma_index"),
        ManifestFault(old: "\"melanoma_index\": 1", new: "\"positive\": \"mole\"", place: "positive"),
        ManifestFault(
            old: "\"melanoma_index\": 1", new: "\"melanoma_index\": 1, \"positive\": \"nevus\"",
            place: "positive"),
        ManifestFault(old: "\"threshold\": 0.5", new: "\"threshold\": 0", place: "threshold"),
        ManifestFault(old: "\"threshold\": 0.5", new: "\"treshold\": 0.5", place: "treshold"),
        ManifestFault(old: "\"nevus\", \"melanoma\"", new: "\"nevus\", \"nevus\"", place: "classes"),
        ManifestFault(old: "0.5\n}", new: "0.5\n", place: "file"),
    ]
}

@Suite struct ClassifierManifestTests {
    @Test("a right manifest is read")
    func example() throws {
        let manifest = try ManifestExample.manifest()
        #expect(manifest.graph == .vgg16GAP)
        #expect(manifest.positiveIndex == 1)
        #expect(manifest.resize.kernel == .bilinearAntialias)
    }

    @Test("the positive class can be named instead of numbered")
    func positive() throws {
        let manifest = try ManifestExample.manifest("\"melanoma_index\": 1", "\"positive\": \"nevus\"")
        #expect(manifest.positiveIndex == 0)
    }

    @Test("a faulty manifest is an error that names the key", arguments: ManifestFault.all)
    func fault(fault: ManifestFault) {
        #expect {
            try ManifestExample.manifest(fault.old, fault.new)
        } throws: { error in
            guard case .manifest(let path, let place, _, _) = error as? ClassificationError else {
                return false
            }
            return path == "example.json" && place == fault.place
        }
    }

    @Test(
        "the file of a manifest names weights in its own folder only",
        arguments: ["../example.safetensors", "/example.safetensors", "a/../../b.safetensors", ""])
    func folder(weights: String) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try ManifestExample.text("example.safetensors", weights).write(
            toFile: path, atomically: true, encoding: .utf8)
        #expect {
            try ClassifierManifest.read(path)
        } throws: { error in
            guard case .manifest(path, "weights", _, _) = error as? ClassificationError else { return false }
            return true
        }
    }

    @Test("one class is compared with its absence where there is no threshold")
    func oneClass() throws {
        let old = "[\"nevus\", \"melanoma\"], \"melanoma_index\": 1, \"threshold\": 0.5"
        let plain = try ManifestExample.manifest(old, "[\"melanoma\"], \"melanoma_index\": 0")
        #expect(plain.threshold == nil)
        let manifest = try ManifestExample.manifest(
            old, "[\"melanoma\"], \"melanoma_index\": 0, \"threshold\": 0.5")
        #expect(manifest.positiveIndex == 0)
    }
}

import Diagnostics
import Foundation
import Images
import Semantics
import TestSupport
import Testing

@testable import Classification
@testable import Runtime

@Suite("The classifier statement")
struct NetworkStatementTests {
    private static let keras = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "ClassificationTests/Keras/Models")

    /// The classifier that a script of one statement declares.
    static func classifier(_ statement: String, in folder: String) throws -> ClassifierDescription {
        let source = Source(name: "t.audit", text: "edition 2026\n\(statement)\n")
        let result = Checker.check(source: source, schema: FolderSchema(folder: folder))
        let messages = result.diagnostics.map { "\($0.code) \($0.message)" }
        guard case .classifier(let classifier)? = result.program?.statements.last?.action else {
            throw Workbench.WrongScript(diagnostics: messages)
        }
        return classifier
    }

    @Test("every architecture that a manifest can name has a name in the language")
    func names() {
        let known = Set(Catalogue.standard.networks.flatMap(\.contracts).map(\.graph))
        #expect(
            known.subtracting(["onnx"]) == Set(ClassifierGraph.allCases.map(\.rawValue)).subtracting(["onnx"])
        )
    }

    @Test("a statement and a manifest's file amount to the same")
    func sameManifest() throws {
        let bench = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: Self.keras.appending(path: "nested.keras").path, toPath: bench.path + "/nested.keras")
        let statement = """
            classifier nested = keras("nested.keras") with input 10, resize stretch bilinear f32, scale 255,
              mean [0.5, 0.25, 0.125], std inception, fixed {patient: [0.5, 0, 1, 0.25]}, channels bgr, decode red, activation none,
              classes [a, b, c, d, e, f, g, melanoma], positive melanoma, threshold 0.3
            """
        let text = """
            {"name": "nested", "format": "keras", "weights": "nested.keras", "graph": "keras",
             "input": {"width": 10, "height": 10}, "decode": {"colour": "red"},
             "resize": {"mode": "stretch", "kernel": "bilinear", "on": "f32"}, "scale": {"divide": 255},
             "normalise": {"mean": [0.5, 0.25, 0.125], "std": [0.5, 0.5, 0.5]}, "channel_order": "bgr",
             "fixed_inputs": {"patient": [0.5, 0, 1, 0.25]}, "activation": "none",
             "classes": ["a", "b", "c", "d", "e", "f", "g", "melanoma"], "positive": "melanoma", "threshold": 0.3}
            """
        try bench.write(text, to: "nested.json")
        let described = try Self.classifier(statement, in: bench.path)
        let data = try #require(try ManifestText(described)?.data)
        let expected = try ClassifierManifest.read(bench.path + "/nested.json").manifest
        #expect(try ClassifierManifest.decode(data, path: "statement") == expected)

        let other = try Self.classifier("classifier other = manifest(\"nested.json\")", in: bench.path)
        let image = RGBImage(width: 7, height: 9, pixels: (0..<189).map { UInt8($0) })
        let models = EmbeddedModels()
        let scores = try [described, other].map { classifier in
            try models.judge(of: classifier, settings: Settings(), folder: bench.path).judgement(of: image)
                .score
        }
        #expect(scores[0] == scores[1])
        #expect(scores[0] > 0 && scores[0] < 1)
    }

    @Test("what a Keras file says of its ends need not be written")
    func kerasEnds() throws {
        let described = try Self.classifier(
            """
            classifier c = keras("plain.keras") with classes [a, b, c, d, e], positive e
            """, in: Self.keras.path)
        #expect(described.options["input"]?.values == [.integer(18), .integer(15)])
        #expect(described.options.text("activation") == "none")
        #expect(described.options.number("scale") == 1)
        #expect(described.options["scale"]?.origin == "the file")
    }

    @Test(
        "what an ONNX file says of its ends need not be written, and a file that leaves its folder is refused"
    )
    func onnxEnds() throws {
        let models = Self.keras.deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "ONNX/Models").path
        let described = try Self.classifier(
            "classifier c = onnx(\"first.onnx\") with classes [nevus, melanoma], positive melanoma",
            in: models)
        #expect(described.options["input"]?.values == [.integer(8)])
        #expect(described.options.text("activation") == "none")
        #expect(described.options.text("mean") == "none")
        for name in ["root", "parent"] {
            let error = #expect(throws: Workbench.WrongScript.self) {
                try Self.classifier(
                    "classifier c = onnx(\"\(name).onnx\") with classes [a, b], positive b", in: models)
            }
            #expect(error?.diagnostics.first?.hasPrefix("E0430") == true)
        }
    }

    @Test("an ONNX file is known by its bytes: another name does no harm, and its name alone makes none")
    func onnxBytes() throws {
        let bench = try TemporaryFolder()
        let models = Self.keras.deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "ONNX/Models").path
        try FileManager.default.copyItem(atPath: models + "/first.onnx", toPath: bench.path + "/model.bin")
        let described = try Self.classifier(
            "classifier c = onnx(\"model.bin\") with classes [nevus, melanoma], positive melanoma",
            in: bench.path)
        #expect(described.options["input"]?.values == [.integer(8)])
        try EmptyWeights.write(to: bench.path + "/weights.onnx")
        let plain = try Self.classifier(
            "classifier c = resnet18(\"weights.onnx\") with classes [a, b], positive b", in: bench.path)
        #expect(plain.options.text("mean") == "imagenet")
    }

    @Test(
        "a Keras file of weights only runs as the architecture that the script names, and as no model of its own"
    )
    func kerasWeights() throws {
        let options = "classes [a, b, mel], positive mel"
        let described = try Self.classifier(
            "classifier c = vgg16_gap(\"narrow.weights.h5\") with input 64, hidden relu, \(options)",
            in: Self.keras.path)
        let image = RGBImage(width: 64, height: 64, pixels: (0..<64 * 64 * 3).map { UInt8($0 * 37 % 256) })
        let judge = try EmbeddedModels().judge(of: described, settings: Settings(), folder: Self.keras.path)
        #expect(try judge.judgement(of: image).sum > 0.999)
        let error = #expect(throws: Workbench.WrongScript.self) {
            try Self.classifier(
                "classifier c = keras(\"narrow.weights.h5\") with \(options)", in: Self.keras.path)
        }
        #expect(
            error?.diagnostics.first?.contains("runs a Keras model, and this is a file of named tensors")
                == true)
    }

    @Test("transparency is dropped unless the script says otherwise, and the plan says so")
    func alpha() throws {
        let bench = try TemporaryFolder()
        try EmptyWeights.write(to: bench.path + "/w.pth")
        func manifest(_ more: String) throws -> (ClassifierDescription, ClassifierManifest) {
            let described = try Self.classifier(
                "classifier c = resnet18(\"w.pth\") with classes [a, b], positive b\(more)", in: bench.path)
            let data = try #require(try ManifestText(described)?.data)
            return (described, try ClassifierManifest.decode(data, path: "s"))
        }
        let (plain, silent) = try manifest("")
        #expect(plain.defaults?.contains("alpha drop") == true)
        #expect(silent.decode == nil)
        #expect(try manifest(", alpha white").1.decode?.alpha == .white)
    }

    @Test(
        "what lies beside the weights is taken",
        arguments: [
            (
                #"{"id2label": {"1": "nv", "0": "mel"}, "image_size": 192}"#, nil,
                "by config.json: input 192, classes [mel, nv]"
            ),
            (
                #"{"id2label": {"0": "LABEL_0", "1": "LABEL_1"}}"#,
                #"{"do_resize": true, "size": {"height": 224, "width": 224}, "resample": 2, "image_mean": [0.5, 0.5, 0.5], "image_std": [0.25, 0.5, 0.5], "rescale_factor": 0.00392156862745098}"#,
                "by preprocessor_config.json: input 224, resize stretch bilinear antialias, scale 255, mean [0.5, 0.5, 0.5], std [0.25, 0.5, 0.5]"
            ),
            (
                "{}",
                #"{"do_center_crop": true, "size": {"shortest_edge": 256}, "crop_size": {"height": 224, "width": 224}, "resample": 3, "do_normalize": false}"#,
                "by preprocessor_config.json: input 224, resize short 256 crop 224 bicubic antialias, mean none"
            ),
            (
                #"{"num_classes": 2, "label_names": ["mel", "nv"], "pretrained_cfg": {"input_size": [3, 240, 240], "mean": [0.485, 0.456, 0.406], "std": [0.229, 0.224, 0.225], "interpolation": "bicubic", "crop_pct": 0.875}}"#,
                nil,
                "by config.json: input 240, resize short 274 crop 240 bicubic antialias, mean [0.485, 0.456, 0.406], std [0.229, 0.224, 0.225], classes [mel, nv]"
            ),
            (
                #"{"pretrained_cfg": {"input_size": [3, 224, 224], "interpolation": "bilinear", "crop_mode": "squash"}}"#,
                nil, "by config.json: input 224, resize stretch bilinear antialias"
            ),
            ("[1, 2]", "not JSON", ""),
            (#"{"id2label": {"0": "mel", "2": "nv"}, "image_size": "large"}"#, nil, ""),
        ])
    func sidecars(config: String, preprocessor: String?, expected: String) throws {
        let bench = try TemporaryFolder()
        try bench.write(config, to: "config.json")
        if let preprocessor { try bench.write(preprocessor, to: "preprocessor_config.json") }
        try EmptyWeights.write(to: bench.path + "/w.safetensors")
        let written = expected.contains("classes") ? "" : ", classes [mel, nv]"
        let described = try Self.classifier(
            "classifier c = resnet18(\"w.safetensors\") with positive mel\(written)", in: bench.path)
        let by = (described.defaults ?? "").components(separatedBy: "; ").filter { $0.contains("by ") }
        #expect(by.joined(separator: "; ").replacing("c: ", with: "") == expected)
    }

    @Test("what a script writes goes before what lies beside the weights")
    func overridden() throws {
        let bench = try TemporaryFolder()
        try bench.write(
            #"{"id2label": {"0": "mel", "1": "nv"}, "pretrained_cfg": {"input_size": [3, 224, 224], "mean": [0.1, 0.1, 0.1], "std": [0.2, 0.2, 0.2]}}"#,
            to: "config.json")
        try EmptyWeights.write(to: bench.path + "/w.safetensors")
        let described = try Self.classifier(
            """
            classifier c = resnet18("w.safetensors") with classes [nv, mel], positive mel, mean inception,
              resize short 96 crop 64 area
            """, in: bench.path)
        #expect(described.options["classes"]?.values == [.set([.string("nv"), .string("mel")])])
        let manifest = try ClassifierManifest.decode(#require(try ManifestText(described)?.data), path: "s")
        #expect(manifest.normalise == NormaliseRecipe(mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5]))
        #expect(manifest.input.width == 64 && manifest.input.height == 64)
        #expect(manifest.resize.shortSide == 96)
    }

    @Test("a file that is no weights is refused before the run, with what was found")
    func garbage() throws {
        let bench = try TemporaryFolder()
        try bench.write("not weights", to: "w.pth")
        let error = #expect(throws: Workbench.WrongScript.self) {
            try Self.classifier(
                "classifier c = resnet18(\"w.pth\") with classes [a, b], positive b", in: bench.path)
        }
        #expect(error?.diagnostics.first?.hasPrefix("E0430") == true)
    }
}

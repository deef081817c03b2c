import Foundation
import TestSupport
import Testing

@Suite struct InspectCommandTests {
    private static let oracles = BuiltProgram.checkout + "/Tests/NetworkOracles/Oracles/checkpoints"
    private static let hostile: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: oracles + "/hostile")) ?? []).sorted()

    let folder: TemporaryFolder
    let program: BuiltProgram

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path)
    }

    private func inspect(_ arguments: String...) throws -> BuiltProgram.Result {
        try program.run(["inspect"] + arguments)
    }

    @Test("tensors, format, digest and the part with the network are shown")
    func text() throws {
        let result = try inspect(Self.oracles + "/good/nested-module.pth")
        #expect(result.code == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n").map {
            $0.split(separator: " ").joined(separator: " ")
        }
        #expect(lines.contains { $0.hasPrefix("format PyTorch (zip), 3,9") })
        #expect(lines.contains { $0.hasPrefix("sha256 ") && $0.utf8.count == 71 })
        #expect(lines.contains("network the tensors under `state_dict.module.`"))
        #expect(lines.contains("state_dict.module.norm.weight BF16 5"))
        #expect(lines.contains("state_dict.module.temperature F32 scalar"))
    }

    @Test("a long list is cut in the middle, and whole on demand")
    func long() throws {
        let path = BuiltProgram.checkout + "/stdlib/models/phantom/dit.safetensors"
        let short = try inspect(path)
        #expect(short.output.contains("more; `--all` lists them"))
        #expect(short.output.contains("LightningDiT"))
        let all = try inspect("--all", path)
        #expect(!all.output.contains("lists them"))
        #expect(all.output.split(separator: "\n").count > short.output.split(separator: "\n").count)
    }

    @Test("JSON lists everything, for several files at once")
    func json() throws {
        let result = try inspect(
            "--json", Self.oracles + "/good/melanet-tiny-model.h5", Self.oracles + "/good/big-endian.npy")
        #expect(result.code == 0, "\(result.errors)")
        let files = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
        #expect(files.map { $0["format"] as? String } == ["keras-hdf5", "npy"])
        #expect((files[0]["tensors"] as? [Any])?.count == 10)
        #expect((files[0]["keras"] as? [String: Any])?["has_configuration"] as? Bool == true)
        #expect((files[0]["sha256"] as? String)?.count == 64)
    }

    @Test("what is missing for a network to run is said")
    func needs() throws {
        let result = try inspect(BuiltProgram.checkout + "/stdlib/models/phantom/melanet.safetensors")
        #expect(result.output.contains("VGG-16 with mean pooling, 2 scores"))
        #expect(result.output.contains("to run it") && result.output.contains("which class is positive"))
    }

    @Test("weights of another architecture end a run with all that differs, and what they look like")
    func wrongArchitecture() throws {
        let weights = BuiltProgram.checkout + "/stdlib/models/phantom/melanet.safetensors"
        try folder.write(
            """
            edition 2026
            classifier mine = resnet18("\(weights)") with classes [benign, malignant], positive malignant
            cohort c = sex in [m, f] n 1
            audit a = mine on c
            report accuracy by sex of a
            """, to: "wrong.audit")
        let result = try program.run(["run", "wrong.audit"])
        #expect(result.code == 4)
        #expect(result.errors.contains("E0805"))
        #expect(result.errors.contains("is no `resnet18`"))
        #expect(result.errors.contains("missing: 60 of its 62 tensors"))
        #expect(result.errors.contains("not of it: 26 in the file"))
        #expect(result.errors.contains("looks like VGG-16 with mean pooling: `vgg16_gap`"))
    }

    private static let models = BuiltProgram.checkout + "/Tests/ClassificationTests/ONNX/Models"

    /// The lines of a result, each with single blanks.
    private static func lines(_ result: BuiltProgram.Result) -> [String] {
        result.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    }

    @Test("an ONNX model: inputs, outputs, operations, weights, files besides, and what it needs to run")
    func onnx() throws {
        let alone = program.with("DERMAUDIT_ONNXRUNTIME", "/nowhere")
        // It is known by its bytes, whatever it is called.
        let path = folder.path + "/model.pth"
        try FileManager.default.copyItem(atPath: Self.models + "/first.onnx", toPath: path)
        let lines = Self.lines(try alone.run(["inspect", path]))
        #expect(lines.contains { $0.hasPrefix("format ONNX, ") })
        for line in [
            "operations 6 of set 17, written by make_models",
            "kinds Conv 1, Flatten 1, Gemm 1, GlobalAveragePool 1, Relu 1, Softmax 1",
            "weights 4 tensors, 488 bytes", "inputs `image` float32 [1, 3, 8, 8]",
            "outputs `probabilities` float32 [1, 2], from Softmax",
            "to run it ONNX Runtime 1.19 or newer: `python3 -m pip install onnxruntime`, or DERMAUDIT_ONNXRUNTIME "
                + "names its library", "classes: the meaning of its 2 scores, in order",
        ] { #expect(lines.contains(line), "\(line)") }
        let outside = Self.lines(try alone.run(["inspect", Self.models + "/outside.onnx"]))
        #expect(outside.contains("files besides `outside.bin`, 432 bytes"))
        #expect(outside.contains("weights 4 tensors, 488 bytes"))
    }

    @Test("an ONNX model with several inputs and outputs, and what must be said of them")
    func onnxNeeds() throws {
        let result = try program.with("DERMAUDIT_ONNXRUNTIME", "/nowhere").run(
            ["inspect", Self.models + "/last.onnx"])
        let lines = Self.lines(result)
        for line in [
            "inputs `photo` float32 [?, ?, ?, 3]", "`site` int64 [1, 1]", "the side of an image: `input`",
            "numbers for `patient`, `site`: `fixed`", "which output has the scores: `head`",
        ] { #expect(lines.contains(line), "\(line)") }
    }

    @Test("an ONNX model for programs; one that leaves its folder is refused")
    func onnxJSON() throws {
        let result = try inspect("--json", Self.models + "/first.onnx")
        let files = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
        #expect(files[0]["format"] as? String == "onnx")
        #expect(files[0]["operation_set"] as? Int == 17)
        #expect((files[0]["weights"] as? [String: Any])?["bytes"] as? Int == 488)
        #expect((files[0]["operations"] as? [String: Any])?["Conv"] as? Int == 1)
        for name in ["parent.onnx", "root.onnx"] {
            let refused = try inspect(Self.models + "/" + name)
            #expect(refused.code == 4)
            #expect(refused.errors.contains("outside the model's folder"))
        }
    }

    @Test(
        "a hostile file ends with 4 within 100 MB and a second of a processor, and leaves nothing behind",
        arguments: hostile)
    func refused(name: String) throws {
        // The limits are on seconds of a processor, which other tests cannot take, and on memory of its own, in kB: the mapped
        // file and the program's code are not counted.
        let result = try program.run(
            ["inspect", Self.oracles + "/hostile/" + name], below: "ulimit -t 1; ulimit -d 100000")
        #expect(result.code == 4)
        #expect(result.errors.hasPrefix("error: ") && result.errors.contains(name))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test("a file that is not there ends with 4, no file with 2")
    func absent() throws {
        let result = try inspect("nowhere.pt")
        #expect(result.code == 4)
        #expect(result.errors.contains("cannot read `nowhere.pt`"))
        #expect(try inspect().code == 2)
    }
}

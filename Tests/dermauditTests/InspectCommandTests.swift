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

    @Test("a hostile file ends with 4 within 100 MB, and leaves nothing behind", arguments: hostile)
    func refused(name: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let errors = Pipe()
        // The limit is on memory of its own, in kB: the mapped file and the program's code are not counted.
        process.arguments = [
            "-c", "ulimit -d 100000; exec \"$0\" inspect \"$1\"", BuiltProgram.path,
            Self.oracles + "/hostile/" + name,
        ]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardError = errors
        try process.run()
        let text = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 4)
        #expect(text.hasPrefix("error: ") && text.contains(name))
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

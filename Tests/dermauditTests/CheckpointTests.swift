import Foundation
import TestSupport
import Testing

@Suite struct CheckpointTests {
    let folder: TemporaryFolder
    let program: BuiltProgram
    private let models = BuiltProgram.checkout + "/stdlib/models/phantom"

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path)
    }

    private func run(denoiser: String, autoencoder: String? = nil) throws -> BuiltProgram.Result {
        let path = try folder.write(
            """
            edition 2026
            generator g = lightningdit("\(denoiser)") with
                vae "\(autoencoder ?? models + "/autoencoder.safetensors")",
                text "\(models)/text.safetensors", stats "\(models)/latents_stats.safetensors", steps 3
            cohort c = sex in [m, f] n 1 from g
            sample c with save "out"
            """, to: "w.audit")
        return try program.run(["run", path])
    }

    @Test("a user's checkpoint makes images")
    func sound() throws {
        let result = try run(denoiser: models + "/dit.safetensors")
        #expect(result.code == 0, "\(result.errors)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out")
        #expect(files.count { $0.hasSuffix(".png") } == 2)
    }

    @Test("missing weights are found before anything runs")
    func missing() throws {
        let result = try run(denoiser: "no-such.safetensors")
        #expect(result.code == 3)
        #expect(result.errors.contains("there is no file `no-such.safetensors`"))
    }

    @Test("truncated weights end with 4 and say how many bytes are there and should be")
    func truncated() throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: models + "/dit.safetensors"))
        try bytes.prefix(100_000).write(to: URL(fileURLWithPath: folder.path + "/cut.safetensors"))
        let result = try run(denoiser: "cut.safetensors")
        #expect(result.code == 4)
        #expect(result.errors.contains("E0805"))
        #expect(result.errors.contains("cut.safetensors") && result.errors.contains("expected"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
    }

    @Test("weights of another network end with 4 and name the tensor that is not there")
    func otherNetwork() throws {
        let result = try run(
            denoiser: models + "/dit.safetensors", autoencoder: models + "/text.safetensors")
        #expect(result.code == 4)
        #expect(result.errors.contains("has no tensor `decoder.conv_in.weight`"))
    }

    @Test("weights that are not numbers end with 4 and name tensor and element")
    func notFinite() throws {
        var bytes = try Data(contentsOf: URL(fileURLWithPath: models + "/dit.safetensors"))
        let header = bytes.prefix(8).enumerated().reduce(8) { $0 + Int($1.element) << (8 * $1.offset) }
        bytes.replaceSubrange(header..<header + 4, with: [0xFF, 0xFF, 0xFF, 0xFF])
        try bytes.write(to: URL(fileURLWithPath: folder.path + "/nan.safetensors"))
        let result = try run(denoiser: "nan.safetensors")
        #expect(result.code == 4)
        #expect(result.errors.contains("nan.safetensors") && result.errors.contains("holds NaN at element 0"))
    }

    @Test("the embedded transformer's images are equal at 1 and 2 threads and in any order of the axes")
    func bitEquality() throws {
        let scripts = [
            "cohort c = sex in [m, f] age 20..30 fst [I, VI] from g n 1\nsample c with save \"one\"",
            "cohort c = fst [VI, I] from g age 20..40 sex in [f, m] n 2\nsample c with save \"two\"",
        ]
        for (index, script) in scripts.enumerated() {
            let path = try folder.write(
                "edition 2026\ngenerator g = phantom_dit() with steps 4\n" + script + "\n", to: "s.audit")
            let other = program.with("DERMAUDIT_STORE", folder.path + "/store\(index)")
            #expect(try other.run(["run", path, "--threads", "\(index + 1)"]).code == 0)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/one")
            .filter { $0.hasSuffix(".png") }
        #expect(names.count == 8)
        for name in names {
            #expect(try pixels(of: "one/" + name) == pixels(of: "two/" + name), "\(name)")
        }
    }

    /// The compressed pixels of a PNG file: equal pixels, equally encoded, are equal bytes; text chunks are left out.
    private func pixels(of name: String) throws -> Data {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name)))
        var (offset, found) = (8, Data())
        while offset + 8 <= bytes.count {
            let length = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
            if bytes[offset + 4..<offset + 8].elementsEqual("IDAT".utf8) {
                found.append(contentsOf: bytes[offset + 8..<offset + 8 + length])
            }
            offset += length + 12
        }
        return found
    }
}

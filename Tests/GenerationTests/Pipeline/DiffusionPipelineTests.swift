import Dispatch
import Foundation
import Images
import Synchronization
import Testing
import Weights

@testable import Generation
@testable import Tensors

@Suite("From a prompt to an image")
struct DiffusionPipelineTests {
    private let prompts = ["melanoma", "mel om", "melanoma", "40"]

    private func images(_ pipeline: DiffusionPipeline, order: [Int]) throws -> [RGBImage] {
        var images = [RGBImage?](repeating: nil, count: prompts.count)
        for index in order {
            images[index] = try pipeline.image(
                prompt: prompts[index], stream: RandomStream(seed: 1, stream: UInt64(index)))
        }
        return images.compactMap { $0 }
    }

    @Test("the settings of a script come before those of the model")
    func settings() throws {
        let toy = try ToyModel()
        let pipeline = try toy.pipeline(options: SamplerOptions(steps: 4))
        #expect(pipeline.sampling == FlowSettings(steps: 4, shift: 0.3, guidance: 2, guidanceChannels: .all))
        #expect(pipeline.imageSize == 8 && pipeline.promptTemplate == "{diagnosis}")
        #expect(pipeline.identity.name == "toy" && pipeline.identity.notice == "toy weights")
    }

    @Test("images do not depend on order, on threads or on what is made beside them")
    func bitEquality() throws {
        let pipeline = try ToyModel().pipeline()
        let inOrder = try images(pipeline, order: [0, 1, 2, 3])
        #expect(Set(inOrder).count == 4, "every stream and prompt gives its own image")
        #expect(try images(pipeline, order: [3, 1, 0, 2]) == inOrder)
        #expect(try images(ToyModel().pipeline(), order: [2, 3, 1, 0]) == inOrder)
        let together = Mutex([RGBImage?](repeating: nil, count: 4))
        DispatchQueue.concurrentPerform(iterations: 4) { index in
            let stream = RandomStream(seed: 1, stream: UInt64(index))
            let image = try? pipeline.image(prompt: prompts[index], stream: stream)
            together.withLock { $0[index] = image }
        }
        #expect(together.withLock { $0 } == inOrder)
    }

    @Test("a layer's own threads change no bit")
    func threads() throws {
        let toy = try ToyModel()
        let one = try images(toy.pipeline(), order: [0, 1, 2, 3])
        let engine = try Engine.load(.openblas, threads: 2)
        let two = try images(DiffusionPipeline(.folder(toy.folder.path), on: engine), order: [0, 1, 2, 3])
        #expect(one == two)
    }

    @Test("after the first image, an image takes no memory for its numbers from the system")
    func steadyMemory() async {
        await #expect(processExitsWith: .success) {
            let pipeline = try ToyModel().pipeline()
            func image() throws {
                _ = try pipeline.image(prompt: "melanoma", stream: RandomStream(seed: 1, stream: 1))
            }
            try image()
            let before = BufferPool.systemAllocations
            for _ in 0..<3 { try image() }
            exit(before > 0 && BufferPool.systemAllocations == before ? EXIT_SUCCESS : EXIT_FAILURE)
        }
    }

    @Test("equal files and settings have equal identities, others not")
    func identity() throws {
        let first = try ToyModel().pipeline().identity.digest
        let toy = try ToyModel()
        #expect(try toy.pipeline().identity.digest == first)
        #expect(try toy.pipeline(options: SamplerOptions(guidance: 3)).identity.digest != first)
        var weights = ToyModel.denoiser
        weights.constants["final_layer.linear.bias"] = 0
        try toy.write("dit.safetensors", weights)
        #expect(try toy.pipeline().identity.digest != first)
    }

    @Test("steps are reported, and the caller may stop")
    func steps() throws {
        let pipeline = try ToyModel().pipeline()
        var done: [Int] = []
        #expect(throws: GenerationError.cancelled) {
            try pipeline.image(prompt: prompts[0], stream: RandomStream(seed: 1, stream: 1)) {
                (step: Int, total: Int) throws(GenerationError) in
                #expect(total == 5)
                done.append(step)
                if step == 3 { throw .cancelled }
            }
        }
        #expect(done == [1, 2, 3])
    }

    @Test("a cancelled task stops at the next step")
    func cancelledTask() async throws {
        let pipeline = try ToyModel().pipeline()
        let prompt = prompts[0]
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try pipeline.image(prompt: prompt, stream: RandomStream(seed: 1, stream: 1))
        }
        await #expect(throws: GenerationError.cancelled) { try await task.value }
    }

    @Test("without a learned vector for no text, the empty text stands for it")
    func emptyText() throws {
        let toy = try ToyModel()
        let learned = try images(toy.pipeline(), order: [0, 1, 2, 3])
        var weights = ToyModel.denoiser
        weights.shapes["y_embedder.null_embedding"] = nil
        try toy.write("dit.safetensors", weights)
        #expect(try images(toy.pipeline(), order: [0, 1, 2, 3]) != learned)
    }

    @Test(
        "a missing file is named",
        arguments: [
            "config.json", "dit.safetensors", "autoencoder.safetensors", "text.safetensors", "merges.txt",
            "latents_stats.safetensors",
        ])
    func missingFile(name: String) throws {
        let toy = try ToyModel()
        try FileManager.default.removeItem(at: toy.path(name))
        #expect {
            try toy.pipeline()
        } throws: { error in
            (error as? GenerationError)?.description.contains(toy.path(name).path) == true
        }
    }

    @Test("a truncated weight file is named", arguments: ["dit.safetensors", "text.safetensors"])
    func truncated(name: String) throws {
        let toy = try ToyModel()
        try Data(contentsOf: toy.path(name)).dropLast(10).write(to: toy.path(name))
        #expect {
            try toy.pipeline()
        } throws: { error in
            guard case .weights(.malformed(toy.path(name).path, _, _, _))? = error as? GenerationError else {
                return false
            }
            return true
        }
    }

    @Test("NaN in the weights is named with file, tensor and element")
    func nan() throws {
        let toy = try ToyModel()
        var weights = ToyModel.denoiser
        weights.constants["blocks.1.norm2.weight"] = .nan
        try toy.write("dit.safetensors", weights)
        let expected = WeightsError.notFinite(
            path: toy.path("dit.safetensors").path, tensor: "blocks.1.norm2.weight", index: 0, value: "NaN")
        #expect(throws: GenerationError.weights(expected)) { try toy.pipeline() }
    }

    @Test(
        "a configuration that leaves its folder or makes no sense is refused",
        arguments: [
            (#""dit.safetensors""#, #""../dit.safetensors""#), (#""dit.safetensors""#, #""/etc/passwd""#),
            (#""merges": "merges.txt""#, #""merges": 7"#), (#""steps": 6"#, #""steps": 1"#),
            ("quick_gelu", "swish"),
            (#""all""#, #""some""#), (#""num_heads": 4"#, #""num_heads": 5"#),
            (#""num_heads": 4"#, #""num_heads": 0"#),
            (#""input_size": 4"#, #""input_size": 0"#), (#"{"name""#, #"{{"name""#),
        ])
    func badConfiguration(old: String, new: String) throws {
        let toy = try ToyModel()
        try toy.writeConfiguration(replacing: old, by: new)
        #expect(throws: GenerationError.self) { try toy.pipeline() }
    }

    @Test("parts that do not fit together are refused")
    func misfit() throws {
        let toy = try ToyModel()
        #expect(throws: GenerationError.self) { try toy.pipeline(size: 16) }
        var weights = ToyModel.denoiser
        weights.shapes["y_embedder.proj.weight"] = [48, 17]
        weights.shapes["y_embedder.null_embedding"] = [17]
        try toy.write("dit.safetensors", weights)
        #expect(throws: GenerationError.self) { try toy.pipeline() }
    }

    @Test("a prompt that the tower cannot hold is refused")
    func longPrompt() throws {
        let pipeline = try ToyModel().pipeline()
        let prompt = String(repeating: "a ", count: 30)
        #expect(throws: GenerationError.promptTooLong(prompt: prompt, tokens: 32, limit: 20)) {
            try pipeline.image(prompt: prompt, stream: RandomStream(seed: 1, stream: 1))
        }
    }
}

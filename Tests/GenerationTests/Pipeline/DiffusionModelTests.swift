import Foundation
import Tensors
import Testing

@testable import Generation

@Suite("A user's checkpoint")
struct DiffusionModelTests {
    /// The toy model as files of a user, with a configuration beside them.
    private func model(_ toy: ToyModel, configuration: String?) throws -> DiffusionModel {
        try FileManager.default.removeItem(at: toy.path("config.json"))
        if let configuration { try Data(configuration.utf8).write(to: toy.path("config.json")) }
        return try DiffusionModel.lightningDiT(
            toy.path("dit.safetensors").path, autoencoder: toy.path("autoencoder.safetensors").path,
            text: toy.path("text.safetensors").path, statistics: toy.path("latents_stats.safetensors").path)
    }

    @Test("a configuration beside the files tells heads and size; sampling is as published")
    func configuration() throws {
        let toy = try ToyModel()
        let text =
            #"{"num_heads": 4, "use_rope": true, "input_size": 4, "text_config": {"num_attention_heads": 2}}"#
        let model = try model(toy, configuration: text)
        #expect(model.denoiserHints == .init(heads: 4, usesRotary: true, latentSide: 4))
        #expect(model.textHints.heads == 2 && model.merges == toy.path("merges.txt").path)
        #expect(model.sampling == FlowSettings(steps: 250, shift: 0.3, guidance: 10, intervalStart: 0.11))
        let pipeline = try DiffusionPipeline(model, options: .init(steps: 3), on: Engine.load(.openblas))
        #expect(pipeline.imageSize == 8 && pipeline.identity.notice == nil)
        #expect(pipeline.identity.files.map(\.role) == ["dit", "vae", "text", "stats", "merges"])
    }

    @Test("without one, what the tensors do not tell is asked for")
    func noConfiguration() throws {
        let toy = try ToyModel()
        let model = try model(toy, configuration: nil)
        #expect {
            try DiffusionPipeline(model, on: Engine.load(.openblas))
        } throws: { error in
            (error as? GenerationError)?.description.contains("config.json") == true
        }
    }

    @Test("an archive that is cut off is named as such")
    func cutArchive() throws {
        let toy = try ToyModel()
        let model = try model(toy, configuration: nil)
        try Data("PK\u{3}\u{4}rest of the archive".utf8).write(to: toy.path("dit.safetensors"))
        #expect {
            try DiffusionPipeline(model, on: Engine.load(.openblas))
        } throws: { error in
            (error as? GenerationError)?.description.contains("end of the archive") == true
        }
    }

    @Test("a network trained on classes needs a label and no text")
    func labels() throws {
        let toy = try ToyModel()
        try toy.write("dit.safetensors", MapWeights(shapes: TinyLightningDiT.shapes()))
        var model = DiffusionModel(
            name: "labels", denoiser: toy.path("dit.safetensors").path,
            autoencoder: toy.path("autoencoder.safetensors").path, text: nil, merges: nil, statistics: nil)
        model.denoiserHints = .init(heads: 4, usesRotary: true, latentSide: 4)
        let engine = try Engine.load(.openblas)
        #expect(throws: GenerationError.self) {
            try DiffusionPipeline(model, options: .init(steps: 3), on: engine)
        }
        let images = try [0, 4].map { label in
            model.label = label
            let pipeline = try DiffusionPipeline(model, options: .init(steps: 3), on: engine)
            return try pipeline.image(prompt: "", stream: RandomStream(seed: 1, stream: 1))
        }
        #expect(images[0] != images[1])
    }
}

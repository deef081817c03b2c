import Foundation
import Semantics
import Testing

@testable import Runtime

@Suite struct EmbeddedModelsTests {
    private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("stdlib/models/phantom").path

    @Test("the catalogue's defaults of the embedded generator are those it was measured with")
    func defaults() throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/config.json"))
        let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let sampler = try #require(file["sampler"] as? [String: Any])
        let definition = try #require(Catalogue.standard.generator("phantom_dit"))
        func value(_ name: String) -> Value? {
            definition.options.first { $0.name == name }?.defaults?.first
        }
        #expect(value("steps")?.asDouble == (sampler["steps"] as? NSNumber)?.doubleValue)
        #expect(value("guidance")?.asDouble == (sampler["guidance"] as? NSNumber)?.doubleValue)
        #expect(value("shift")?.asDouble == (sampler["shift"] as? NSNumber)?.doubleValue)
        #expect(value("interval")?.asDouble == (sampler["interval"] as? NSNumber)?.doubleValue)
        #expect(value("channels")?.asText == "\(sampler["guidance_channels"] ?? "three")")
    }

    @Test(
        "the catalogue knows the input of each embedded classifier, and what the embedded generator makes",
        arguments: Catalogue.standard.classifiers)
    func sides(classifier: ClassifierDefinition) throws {
        let schema = FolderSchema(folder: folder)
        #expect(schema.inputSide(ofManifest: "\(classifier.name.lowercased()).json") == classifier.inputSide)
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/config.json"))
        let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let side = Catalogue.standard.generator("phantom_dit")?.imageSide
        #expect(side == (file["image_size"] as? NSNumber)?.intValue)
    }

    @Test(
        "each classifier of the catalogue is embedded", arguments: Catalogue.standard.classifiers.map(\.name))
    func classifiers(name: String) {
        #expect(FileManager.default.fileExists(atPath: "\(folder)/\(name.lowercased()).json"))
    }
}

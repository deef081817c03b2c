import Diagnostics
import Foundation
import Semantics
import TestSupport
import Testing

@testable import Runtime

@Suite("The scripts of docs/bring-your-own.md")
struct BringYourOwnTests {
    private static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The blocks of the page.
    static let blocks: [String] = {
        let page = checkout.appending(path: "docs/bring-your-own.md")
        let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
        return text.components(separatedBy: "```audit\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
        }
    }()

    /// A folder with the files that the page names.
    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        func copy(_ path: String, to name: String) throws {
            try FileManager.default.copyItem(
                atPath: checkout.appending(path: path).path, toPath: folder.path + "/" + name)
        }
        try EmptyWeights.write(to: folder.path + "/densenet.pth")
        try copy("Tests/RuntimeTests/Published/Models/melanet.h5", to: "model.h5")
        try copy("Tests/RuntimeTests/Published/Models/deepguide.h5", to: "guide.h5")
        try copy("Tests/ClassificationTests/ONNX/Models/last.onnx", to: "model.onnx")
        try copy("examples/data/predictions.csv", to: "predictions.csv")
        try folder.write(
            #"{"id2label": {"0": "mel", "1": "nv"}, "image_size": 224}"#, to: "folder/config.json")
        try EmptyWeights.write(to: folder.path + "/folder/model.safetensors")
        try folder.write("{}", to: "model.json")
        try copy("Tests/ClassificationTests/Keras/Models/nested.keras", to: "person.keras")
        try folder.write("image,diagnosis,sex,age\nbenign_f_1,nevus,female,30\n", to: "people.csv")
        try copy("examples/data/photographs.csv", to: "photographs.csv")
        try copy("examples/data/photographs", to: "photographs")
        return folder
    }

    @Test("there is one for each kind of model, and more")
    func count() {
        #expect(Self.blocks.count >= 6)
    }

    @Test("each is right, once its files are there", arguments: blocks)
    func checked(block: String) throws {
        let folder = try Self.folder()
        let result = Checker.check(
            source: Source(name: "page.audit", text: block), schema: FolderSchema(folder: folder.path))
        let errors = result.diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(errors.map { "\($0.code) \($0.message)" })")
    }
}

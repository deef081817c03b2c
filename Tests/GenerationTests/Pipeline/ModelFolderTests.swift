import Foundation
import Testing

@testable import Generation

@Suite("Where embedded models are found")
struct ModelFolderTests {
    private func located(_ model: String, from binary: String) throws -> String {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("folders-\(UUID())")
            .resolvingSymlinksInPath()
        defer { try? FileManager.default.removeItem(at: root) }
        let folder = root.appendingPathComponent(model)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("{}".utf8).write(to: folder.appendingPathComponent("config.json"))
        let found = try ModelFolder.locate("toy", executable: root.appendingPathComponent(binary).path)
        return String(found.dropFirst(root.path.count + 1))
    }

    @Test(
        "installed and built binaries find the models",
        arguments: [
            ("share/dermaudit/models/toy", "bin/dermaudit"),
            ("stdlib/models/toy", ".build/x86_64-unknown-linux-gnu/release/dermaudit"),
            ("stdlib/models/toy", "dermaudit"),
        ])
    func found(model: String, binary: String) throws {
        #expect(try located(model, from: binary) == model)
    }

    @Test("a model that is nowhere is answered with the folders that were searched")
    func absent() {
        #expect {
            try located("elsewhere/toy", from: "bin/dermaudit")
        } throws: { error in
            guard case .modelNotFound("toy", let searched)? = error as? GenerationError else { return false }
            return searched.contains { $0.hasSuffix("bin/share/dermaudit/models/toy") }
        }
    }
}

import Foundation
import Testing

@testable import Weights

@Suite("The outline of an ONNX file")
struct ONNXModelTests {
    private static func model(_ name: String) throws -> ONNXModel {
        try ONNXModel.open(ONNXNetworkTests.models.appending(path: name).path)
    }

    @Test("what goes in and out, without the weights")
    func ports() throws {
        let first = try Self.model("first.onnx")
        #expect(first.inputs == [.init(name: "image", type: 1, shape: [1, 3, 8, 8])])
        #expect(first.outputs == [.init(name: "probabilities", type: 1, shape: [1, 2])])
        #expect(first.lastOperations == ["probabilities": "Softmax"])
        #expect(first.operationSet == 17)
        #expect(first.producer == "make_models")
        #expect(first.externalFiles.isEmpty)
        let last = try Self.model("last.onnx")
        #expect(last.inputs.map(\.name) == ["photo", "patient", "site"])
        #expect(last.inputs[0].shape == [nil, nil, nil, 3])
        #expect(last.inputs[2].type == 7)
    }

    @Test("files beside the model are named, and those outside its folder refused")
    func external() throws {
        #expect(try Self.model("outside.onnx").externalFiles == ["outside.bin"])
        #expect(throws: WeightsError.self) { try Self.model("parent.onnx") }
        #expect(throws: WeightsError.self) { try Self.model("root.onnx") }
    }

    @Test("a part of a file, and a file with any byte changed, is read or refused, and never traps")
    func mutations() throws {
        let sound = try [UInt8](Data(contentsOf: ONNXNetworkTests.models.appending(path: "last.onnx")))
        let path = FileManager.default.temporaryDirectory.appending(path: "m-\(UUID()).onnx")
        defer { try? FileManager.default.removeItem(at: path) }
        var refused = 0
        for index in stride(from: 0, to: sound.count, by: 5) {
            var changed = sound
            changed[index] ^= UInt8(truncatingIfNeeded: index &* 151 | 1)
            for bytes in [changed, Array(sound.prefix(index))] {
                try Data(bytes).write(to: path)
                if (try? ONNXModel.open(path.path)) == nil { refused += 1 }
            }
        }
        #expect(refused > sound.count / 10)
    }

    @Test("a link that leads out of the folder is not followed")
    func link() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "onnx-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let models = ONNXNetworkTests.models
        try FileManager.default.copyItem(
            at: models.appending(path: "outside.onnx"), to: folder.appending(path: "outside.onnx"))
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "outside.bin"),
            withDestinationURL: models.appending(path: "outside.bin"))
        let error = #expect(throws: WeightsError.self) {
            try ONNXModel.open(folder.appending(path: "outside.onnx").path)
        }
        #expect(error?.description.contains("outside the model's folder") == true)
    }
}

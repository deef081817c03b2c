import Tensors
import Testing

@testable import Weights

@Suite("PyTorch files")
struct PyTorchFileTests {
    /// The error of opening an archive with this pickle.
    private func refusal(_ body: [UInt8]) throws -> String {
        let bytes = PickleBytes.archive(PickleBytes.pickle(body))
        return try Fixture.withFile(bytes) { path in
            let error = #expect(throws: WeightsError.self) { try WeightFile.open(path) }
            return error?.description ?? "opened"
        }
    }

    private func opened(_ body: [UInt8], byteOrder: String? = nil) throws -> WeightFile {
        let bytes = PickleBytes.archive(PickleBytes.pickle(body), byteOrder: byteOrder)
        return try Fixture.withFile(bytes) { try WeightFile.open($0) }
    }

    @Test(
        "a whole pickled module gives the names of its state dictionary",
        arguments: ["whole-module.pt", "whole-module-legacy.pt"])
    func wholeModule(name: String) throws {
        let file = try Fixture.open(name)
        #expect(file.names == ["body.0.bias", "body.0.weight", "kept", "scale"])
        #expect(try file.tensor("body.0.weight", shape: [2, 3]).values == Fixture.halfSteps(6))
        #expect(try file.tensor("scale").values == Fixture.halfSteps(2))
    }

    @Test("TorchScript is refused with what helps")
    func script() {
        let error = #expect(throws: WeightsError.self) { try Fixture.open("script.pt") }
        #expect(error?.description.contains("TorchScript") ?? false)
    }

    @Test("complex numbers and what callbacks left behind are passed over")
    func mixed() throws {
        let file = try Fixture.open("mixed.pt")
        #expect(file.names == ["plain", "wide"])
        #expect(file.notes.count == 1)
        #expect(try file.bytes(of: "wide") == [0, 0, 1, 0, 2, 0])
    }

    @Test("dictionaries in dictionaries give dotted names, and numbers are names too")
    func nested() throws {
        let file = try Fixture.open("nested.pt")
        #expect(file.names == ["params", "sub.1.a"])
        #expect(try file.tensor("params").values == [0, 0.5, 1, 1.5])
        #expect(try file.tensor("sub.1.a").values == [0, 1, 0.5, 1.5])
    }

    @Test("an ordered dictionary made of lists of pairs is read, as Python 2 wrote it")
    func python2() throws {
        let pair =
            [0x5D, 0x28] + PickleBytes.oldString("a") + PickleBytes.tensor(shape: [4], strides: [1]) + [0x65]
        let list = [0x5D] + pair + [0x61]
        let file = try opened(PickleBytes.global("collections", "OrderedDict") + list + [0x85, 0x52])
        #expect(try file.tensor("a").values == [1, 2, 3, 4])
    }

    @Test("float32 in order is mapped; a view in another order is gathered")
    func mapping() throws {
        let file = try opened(
            PickleBytes.dictionary([
                ("a", PickleBytes.tensor(shape: [2, 2], strides: [2, 1])),
                ("t", PickleBytes.tensor(shape: [2, 2], strides: [1, 2])),
                ("e", PickleBytes.tensor(shape: [3], strides: [0], offset: 3)),
            ]))
        #expect(!file.isMapped("t") && !file.isMapped("e"))
        #expect(try file.tensor("a").values == [1, 2, 3, 4])
        #expect(try file.tensor("t").values == [1, 3, 2, 4])
        #expect(try file.tensor("e").values == [4, 4, 4])
    }

    @Test("a file of a big-endian machine is read")
    func bigEndian() throws {
        let body = PickleBytes.dictionary([("a", PickleBytes.tensor(shape: [4], strides: [1]))])
        #expect(try opened(body, byteOrder: "big").tensor("a").values == [1, 2, 3, 4])
    }

    @Test(
        "calls that are not data are refused by name",
        arguments: [
            ("builtins", "eval"), ("os", "system"), ("posix", "system"), ("subprocess", "Popen"),
            ("torch", "load"), ("torch.hub", "load"), ("torch.storage", "_load_from_bytes"),
            ("mymodel", "build"),
            ("torch.nn.functional", "relu"), ("__builtin__", "getattr"), ("importlib", "import_module"),
        ])
    func refusedCalls(module: String, name: String) throws {
        let call = PickleBytes.global(module, name) + PickleBytes.string("x") + [0x85, 0x52]
        let message = try refusal(PickleBytes.dictionary([("x", call)]))
        #expect(message.contains("`\(module).\(name)`") && message.contains("nothing of it was run"))
    }

    @Test("an object of an unknown class is kept as a record, its state beside it")
    func opaque() throws {
        let object =
            PickleBytes.global("train", "Options") + [0x29, 0x81] + PickleBytes.dictionary([]) + [0x62]
        let weights = PickleBytes.tensor(shape: [4], strides: [1])
        #expect(try opened(PickleBytes.dictionary([("args", object), ("w", weights)])).names == ["w"])
    }

    @Test("a dictionary that holds itself ends in an error or in its tensors, not in a loop")
    func cycle() throws {
        // memo 0 is the dictionary; its entry `self` is itself.
        let body =
            [0x7D, 0x71, 0] + PickleBytes.string("w") + PickleBytes.tensor(shape: [4], strides: [1]) + [0x73]
            + PickleBytes.string("self") + [0x68, 0, 0x73]
        let file = try opened(body)
        #expect(file.has("w"))
    }

    @Test("dictionaries that hold each other many times are refused, not walked for ever")
    func doubling() throws {
        var body = PickleBytes.dictionary([("w", PickleBytes.tensor(shape: [4], strides: [1]))]) + [0x71, 0]
        for level in UInt8(0)..<60 {
            body += [0x30, 0x7D, 0x71, level + 1, 0x28]
            body += PickleBytes.string("a") + [0x68, level] + PickleBytes.string("b") + [0x68, level, 0x75]
        }
        #expect(try refusal(body).contains("at most"))
    }

    @Test(
        "pickles that break off or break the machine's rules are refused",
        arguments: [
            [], [0x28], [0x28, 0x74], [0x52], [0x81], [0x62], [0x73], [0x7D, 0x73], [0x4E, 0x61], [0x65],
            [0x85],
            [0x68, 9], [0x6A, 1, 0, 0, 0], [0x8A, 255], [0x8B, 255, 255, 255, 127],
            [0x58, 255, 255, 255, 255],
            [0x8E, 255, 255, 255, 255, 255, 255, 255, 127], [0x51], [0x80, 9], [0x93], [0x4E, 0x4E, 0x93],
            [0xFF],
            [0x28, 0x69, 0x61, 0x0A, 0x62, 0x0A], [0x31], [0x30], [0x91], [0x90],
        ] as [[UInt8]])
    func broken(body: [UInt8]) throws {
        #expect(try refusal(body) != "opened")
    }

    @Test("a tensor without elements must begin inside its storage")
    func emptyPastEnd() throws {
        let inside = PickleBytes.tensor(shape: [0, 3], strides: [3, 1], offset: 4)
        #expect(try opened(PickleBytes.dictionary([("a", inside)])).bytes(of: "a").isEmpty)
        let outside = PickleBytes.tensor(shape: [0, 3], strides: [3, 1], offset: 5)
        #expect(try refusal(PickleBytes.dictionary([("a", outside)])).contains("offset 5"))
    }

    @Test("a tensor name that leaves a folder is refused")
    func oddName() throws {
        let weights = PickleBytes.tensor(shape: [4], strides: [1])
        #expect(try refusal(PickleBytes.dictionary([("../w", weights)])).contains("`../w`"))
    }

    @Test(
        "files of other kinds are refused with what they are",
        arguments: [
            ([0x08, 0x08, 0x12, 0x07] + Array("pytorch and more".utf8), "ONNX"),
            ([0x1F, 0x8B, 0x08, 0, 0], "gzip"), (Array("<!DOCTYPE html>".utf8), "web page"),
            (Array("version https://git-lfs.github.com/spec/v1\n".utf8), "git lfs pull"),
            ([0x80, 0x02, 0x7D, 0x71, 0x00, 0x2E], "bare pickle"),
            (Array("nothing that is known".utf8), "none of them"),
        ] as [([UInt8], String)])
    func otherKinds(bytes: [UInt8], reason: String) throws {
        try Fixture.withFile(bytes) { path in
            let error = #expect(throws: WeightsError.self) { try WeightFile.open(path) }
            #expect(error?.description.contains(reason) ?? false, "\(error?.description ?? "opened")")
        }
    }

    @Test("a tar archive is refused with what helps")
    func tar() throws {
        var bytes = [UInt8](repeating: 0x61, count: 1024)
        bytes.replaceSubrange(257..<262, with: Array("ustar".utf8))
        try Fixture.withFile(bytes) { path in
            let error = #expect(throws: WeightsError.self) { try WeightFile.open(path) }
            #expect(error?.description.contains("tar archive") ?? false)
        }
    }
}

import Tensors
import Testing

@testable import Weights

@Suite("Safetensors files")
struct WeightFileTests {
    /// A file of these tensors; it stays mapped after it is removed.
    private func opened(_ parts: [SafetensorsBytes.Part]) throws -> WeightFile {
        try SafetensorsBytes.withFile(SafetensorsBytes.file(parts)) { try WeightFile.open($0) }
    }

    @Test("float32 is read as it stands")
    func float32() throws {
        let file = try opened([.floats("a", [2, 2], [1, -2, 0.5, 3e38])])
        #expect(file.names == ["a"])
        #expect(file.shape(of: "a") == [2, 2])
        #expect(try file.tensor("a").values == [1, -2, 0.5, 3e38])
    }

    @Test("float32 that is not aligned is read too")
    func unaligned() throws {
        let bytes = SafetensorsBytes.Part.floats("a", [2], [1.25, -7]).bytes
        let header = #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#
        for spaces in 0..<4 {
            let file = SafetensorsBytes.file(
                header: header + String(repeating: " ", count: spaces), data: bytes)
            let values = try SafetensorsBytes.withFile(file) { try WeightFile.open($0).tensor("a").values }
            #expect(values == [1.25, -7])
        }
    }

    @Test(
        "half, bfloat16 and double precision become float32",
        arguments: [
            ("F16", [0x00, 0x3C, 0x01, 0x00, 0xFF, 0xFB], [1, 0x1p-24, -65504]),
            ("BF16", [0x80, 0x3F, 0x49, 0x40, 0x00, 0x80], [1, 3.140625, -0.0]),
            (
                "F64", [0, 0, 0, 0, 0, 0, 0xF8, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0, 0],
                [1.5, -2, 0]
            ),
        ] as [(String, [UInt8], [Float])])
    func conversion(type: String, bytes: [UInt8], expected: [Float]) throws {
        let part = SafetensorsBytes.Part(name: "a", type: type, shape: [3], bytes: bytes)
        #expect(try opened([part]).tensor("a").values == expected)
    }

    @Test("a tensor without elements and one without axes are sound")
    func extremes() throws {
        let file = try opened([.floats("none", [0, 7], []), .floats("one", [], [4])])
        #expect(try file.tensor("none").shape == [0, 7])
        #expect(try file.tensor("one").values == [4])
    }

    @Test("a tensor without elements may have extents whose product overflows")
    func emptyAndHuge() throws {
        let file = try opened([
            SafetensorsBytes.Part(name: "a", type: "F32", shape: [0, 1 << 62, 4], bytes: [])
        ])
        #expect(file.shape(of: "a") == [0, 1 << 62, 4])
        #expect(try file.bytes(of: "a").isEmpty)
    }

    @Test(
        "NaN and infinity are named with file, tensor and element",
        arguments: [
            (Float.nan, "NaN"), (.infinity, "inf"), (-.infinity, "-inf"),
        ])
    func notFinite(value: Float, text: String) throws {
        let file = try opened([.floats("blocks.0.weight", [3], [0, 1, value])])
        #expect(
            throws: WeightsError.notFinite(
                path: file.path, tensor: "blocks.0.weight", index: 2, value: text)
        ) { try file.tensor("blocks.0.weight") }
    }

    @Test("a wrong shape is named with both shapes")
    func wrongShape() throws {
        let file = try opened([.floats("a", [2, 1], [1, 2])])
        let expected = WeightsError.wrongShape(
            path: file.path, tensor: "a", expected: [1, 2], found: [2, 1])
        #expect(throws: expected) { try file.tensor("a", shape: [1, 2]) }
    }

    @Test("a missing tensor is answered with the nearest name")
    func missing() throws {
        let file = try opened([.floats("norm.weight", [1], [1]), .floats("norm.bias", [1], [0])])
        let expected = WeightsError.missingTensor(
            path: file.path, tensor: "norm.weights", nearest: "norm.weight")
        #expect(throws: expected) { try file.tensor("norm.weights") }
    }

    @Test("integers are no weights, but their bytes can be read")
    func integers() throws {
        let part = SafetensorsBytes.Part(name: "n", type: "I64", shape: [], bytes: [7, 0, 0, 0, 0, 0, 0, 0])
        let file = try opened([part])
        #expect(throws: WeightsError.self) { try file.tensor("n") }
        #expect(try file.bytes(of: "n") == [7, 0, 0, 0, 0, 0, 0, 0])
    }

    @Test("metadata are kept apart from tensors")
    func metadata() throws {
        let header = #"{"__metadata__":{"format":"pt","é\n":"\ud83d\ude42"}}"#
        let bytes = SafetensorsBytes.file(header: header, data: [])
        let file = try SafetensorsBytes.withFile(bytes) { try WeightFile.open($0) }
        #expect(file.metadata == ["format": "pt", "é\n": "🙂"])
        #expect(file.names.isEmpty)
    }

    @Test("a folder and a missing file cannot be read", arguments: ["/", "/nowhere/at/all.safetensors"])
    func unreadable(path: String) {
        #expect {
            try WeightFile.open(path)
        } throws: { error in
            guard case .unreadable(path, _) = error as? WeightsError else { return false }
            return true
        }
    }

    @Test("a sound file cut anywhere is refused", arguments: 0..<96)
    func truncated(length: Int) throws {
        let whole = SafetensorsBytes.file([.floats("a", [2], [1, 2]), .floats("b", [1], [3])])
        try #require(length < whole.count)
        try SafetensorsBytes.withFile(Array(whole.prefix(length))) { path in
            #expect(throws: WeightsError.self) { try WeightFile.open(path) }
        }
    }
}

import Testing

@testable import Weights

@Suite("Headers of safetensors files")
struct SafetensorsHeaderTests {
    @Test(
        "a header that breaks the format is refused",
        arguments: [
            "", " {}", "[]", "{", "{}x", #"{"a":1}"#, #"{"a":{}}"#, #"{"a":[[[[]]]]}"#,
            #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},}"#,
            #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"more":1}}"#,
            #"{"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
            #"{"a":{"dtype":"F32","shape":[01],"data_offsets":[0,4]}}"#,
            #"{"a":{"dtype":"F32","shape":[1e0],"data_offsets":[0,4]}}"#,
            #"{"a":{"dtype":"F32","shape":[+1],"data_offsets":[0,4]}}"#,
            #"{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,4]}}"#,
            #"{"a/../b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
            #"{"a//b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
            #"{"a b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
            #"{"":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
            #"{"\ud800":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
            #"{"\x61":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
            #"{"__metadata__":{"a":1}}"#, #"{"__metadata__":{"a":"b"},"__metadata__":{"a":"b"}}"#,
            #"{"__metadata__":{"a":"b","a":"c"}}"#,
        ])
    func refused(text: String) {
        #expect(throws: WeightsError.self) {
            try SafetensorsHeader(Array(text.utf8), dataLength: 4, path: "x")
        }
    }

    @Test("an entry is read")
    func entry() throws {
        let text = #" {"model/a:0" : {"shape":[2, 0, 3],"data_offsets":[0,0],"dtype":"BF16"} } "#
        let header = try SafetensorsHeader(Array(text.dropFirst().utf8), dataLength: 0, path: "x")
        #expect(
            header.entries == ["model/a:0": TensorEntry(type: .bfloat16, shape: [2, 0, 3], range: 0..<0)])
    }

    @Test("an error names the byte, what was found and what was expected")
    func message() {
        let expected = WeightsError.malformed(
            path: "w.safetensors", place: "header byte 5", expected: "`{`", found: "`7`")
        #expect(throws: expected) {
            try SafetensorsHeader(Array(#"{"a":7}"#.utf8), dataLength: 0, path: "w.safetensors")
        }
        #expect(
            expected.description
                == "`w.safetensors` is damaged: header byte 5: found `7`, expected `{`")
    }
}

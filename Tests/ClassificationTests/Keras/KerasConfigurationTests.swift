import Foundation
import Tensors
import Testing

@testable import Classification
@testable import Weights

/// Configurations that nobody can run: each is refused with what was expected and what was found.
@Suite("Keras configurations are hostile until read")
struct KerasConfigurationTests {
    /// Weights that no layer needs.
    private struct NoWeights: WeightSource {
        let path = "model.keras"
        let names: [String] = []
        func shape(of name: String) -> [Int]? { nil }
        func tensor(_ name: String, shape: [Int]?) throws(WeightsError) -> Tensor { throw missing(name) }
    }

    /// The error of a model with these layers after an image of 8 x 8 pixels; nil when it is built.
    private func error(layers: [String], outputs: String = "last") throws -> String? {
        let image = #"{"class_name":"InputLayer","name":"image","config":{"batch_shape":[null,8,8,3]}}"#
        let text = """
            {"class_name":"Functional","config":{"name":"m","layers":[\(([image] + layers).joined(separator: ","))],
            "input_layers":[["image",0,0]],"output_layers":[["\(outputs)",0,0]]}}
            """
        return try error(configuration: text)
    }

    private func error(configuration: String?) throws -> String? {
        let archive = KerasArchive(
            layout: .byLayerName, configuration: configuration, version: nil, layers: [])
        do {
            _ = try KerasNetwork(archive, from: NoWeights(), on: Engine.load(.openblas))
            return nil
        } catch let error as ClassificationError { return error.description }
    }

    private func layer(_ kind: String, _ config: String = "", name: String = "last", from: String = "image")
        -> String
    {
        #"{"class_name":"\#(kind)","name":"\#(name)","config":{\#(config)},"inbound_nodes":[[["\#(from)",0,0,{}]]]}"#
    }

    @Test("a model without weights is built")
    func sound() throws {
        #expect(try error(layers: [layer("GlobalAveragePooling2D")]) == nil)
    }

    @Test("custom layers are refused by name, all of them")
    func customLayers() throws {
        let layers = [
            layer("Lambda", name: "a"), layer("CapsuleLayer", name: "b", from: "a"),
            layer("Flatten", from: "b"),
        ]
        #expect(try error(layers: layers)?.contains("`CapsuleLayer`, `Lambda`") == true)
    }

    @Test(
        "what cannot be followed is named",
        arguments: [
            (#""pool_size":[9,9]"#, "MaxPooling2D", "at least 9 x 9"),
            (#""pool_size":[2,2],"padding":"full""#, "MaxPooling2D", "valid or same"),
            (#""pool_size":"two""#, "MaxPooling2D", "`pool_size`"),
            (#""padding":[[1e9,0],[0,0]]"#, "ZeroPadding2D", "pixels at each side"),
            (#""cropping":[[4,4],[0,0]]"#, "Cropping2D", "pixels left over"),
            (#""size":[1024,1024]"#, "UpSampling2D", "elements"),
            (#""target_shape":[5,-1]"#, "Reshape", "192 elements"),
            (#""target_shape":[-1,-1]"#, "Reshape", "192 elements"),
            (#""activation":"spiral""#, "Activation", "`spiral`"),
            (#""axis":1"#, "Softmax", "`axis` -1"),
            (#""data_format":"channels_first""#, "MaxPooling2D", "channels_last"),
            (#""filters":4,"kernel_size":3"#, "Conv2D", "`kernel`"), (#""units":2.5"#, "Dense", "`units`"),
            (#""filters":4,"kernel_size":3,"groups":2"#, "Conv2D", "2 equal groups"),
            (#""scale":[1,2]"#, "Rescaling", "3 numbers"), ("", "Add", "two inputs or more"),
        ])
    func refused(config: String, kind: String, expected: String) throws {
        let found = try #require(try error(layers: [layer(kind, config)]))
        #expect(found.contains(expected), "\(found)")
    }

    @Test("circles, missing layers and missing outputs are refused")
    func graphs() throws {
        let circle = [layer("ReLU", name: "a", from: "b"), layer("ReLU", name: "b", from: "a")]
        #expect(try error(layers: circle, outputs: "a")?.contains("circle") == true)
        #expect(try error(layers: [layer("ReLU", from: "ghost")])?.contains("`ghost`") == true)
        #expect(try error(layers: [layer("ReLU")], outputs: "ghost")?.contains("`ghost`") == true)
    }

    @Test("a long chain of layers needs no deep stack")
    func chain() throws {
        let layers = (0..<5_000).map { layer("ReLU", name: "r\($0)", from: $0 == 0 ? "image" : "r\($0 - 1)") }
        #expect(try error(layers: layers.reversed(), outputs: "r4999") == nil)
    }

    @Test(
        "text that is no model is refused", arguments: [nil, "", "{}", "[]", #"{"class_name":"Functional"}"#])
    func noModel(text: String?) throws {
        #expect(try error(configuration: text) != nil)
        let deep = String(repeating: "[", count: 100_000)
        #expect(try error(configuration: deep) != nil)
    }
}

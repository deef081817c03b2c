import Tensors
import Testing

@testable import Weights

@Suite("Keras files")
struct KerasFileTests {
    @Test(
        "layers keep the model's order, weights theirs, and shared names are told apart",
        arguments: ["layers.h5", "layers-1.8.h5", "chunks.h5"])
    func layers(name: String) throws {
        let file = try Fixture.open(name)
        let keras = try #require(file.keras)
        #expect(file.format == .kerasHDF5)
        #expect(keras.layers.map(\.path) == ["zeta", "alpha", "drop"])
        #expect(keras.weights(at: "zeta") == ["zeta/kernel", "zeta/bias", "zeta/shared/gain"])
        #expect(keras.weights(at: "drop").isEmpty)
        #expect(keras.version == "2.15.0")
        #expect(keras.configuration?.utf8.count ?? 0 > 70_000)
        #expect(file.names.count == 6)
        #expect(try file.tensor("alpha/kernel", shape: [5, 7]).values == Fixture.halfSteps(35))
        #expect(try file.tensor("alpha/bias").values == Fixture.halfSteps(7))
        #expect(try file.tensor("zeta/shared/gain").values == [0])
    }

    @Test("a .keras archive gives its configuration and the variables of each group")
    func archive() throws {
        let file = try Fixture.open("small.keras")
        let keras = try #require(file.keras)
        #expect(file.format == .kerasArchive)
        #expect(keras.version == "3.3.3")
        #expect(keras.configuration?.contains("InputLayer") ?? false)
        let inner = "layers/functional/layers/conv2d"
        #expect(keras.layers.map(\.path) == ["layers/dense", "layers/dense_1", inner])
        #expect(keras.weights(at: inner) == (0..<12).map { "\(inner)/vars/\($0)" })
        #expect(!file.names.contains { $0.hasPrefix("optimizer") })
        #expect(try file.tensor("layers/dense/vars/0", shape: [3, 2]).values == Fixture.halfSteps(6))
    }

    @Test("weights that are deflated are refused, for they cannot be mapped")
    func deflated() {
        #expect(throws: WeightsError.self) { try Fixture.open("deflated.keras") }
    }

    @Test(
        "what HDF5 can do and Keras does not is refused with the reason",
        arguments: [("lzf.h5", "filter lzf"), ("latest.h5", "layout of version 4")])
    func unread(name: String, reason: String) {
        let error = #expect(throws: WeightsError.self) { try Fixture.open(name) }
        #expect(error?.description.contains(reason) ?? false, "\(error?.description ?? "opened")")
    }

    @Test("every data set of another HDF5 file is a tensor, of any number type")
    func types() throws {
        let file = try Fixture.open("types.h5")
        #expect(file.format == .hdf5)
        #expect(file.names == ["b1", "f2", "f8", "i8", "scalar", "u2"])
        #expect(try file.tensor("f2").values == [0, 1, 2, 3])
        #expect(try file.tensor("f8").values == [0, 1, 2, 3])
        #expect(try file.bytes(of: "u2") == [0, 0, 1, 0, 2, 0, 3, 0])
        #expect(try file.bytes(of: "b1") == [0, 1, 1, 1])
        #expect(file.elementType(of: "b1") == .bool)
        #expect(try file.tensor("scalar", shape: []).values == [2.5])
    }

    @Test(
        "classes become groups as Keras names them",
        arguments: [
            ("SeparableConv2D", "separable_conv2d"), ("GlobalAveragePooling2D", "global_average_pooling2d"),
            ("MaxPooling2D", "max_pooling2d"), ("ReLU", "re_lu"), ("LSTMCell", "lstm_cell"),
            ("PReLU", "p_re_lu"),
            ("Conv2DTranspose", "conv2d_transpose"), ("TFOpLambda", "tf_op_lambda"), ("GELU", "gelu"),
            ("MultiHeadAttention", "multi_head_attention"), ("My_Layer", "my__layer"), ("ABCd", "ab_cd"),
        ])
    func snakeCase(name: String, expected: String) {
        #expect(KerasArchive.snakeCase(name) == expected)
    }

    @Test("a class that comes again is counted within its container")
    func groups() {
        let groups = KerasArchive.groups(ofClasses: [
            "InputLayer", "Dense", "ReLU", "Dense", "InputLayer", "Dense",
        ])
        #expect(groups == ["input_layer", "dense", "re_lu", "dense_1", "input_layer_1", "dense_2"])
    }
}

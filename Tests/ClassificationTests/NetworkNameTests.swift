import Tensors
import Testing

@testable import Classification

@Suite("Names of networks and of their tensors")
struct NetworkNameTests {
    @Test(
        "a rule moves numbers and keeps the rest",
        arguments: [
            ("conv#_block#_0_bn.*", "d#-1.l#.norm1.*", "conv5_block12_0_bn.weight", "d4.l12.norm1.weight"),
            ("stages.#.*", "layer#+1.*", "stages.0.a.b", "layer1.a.b"),
            ("in_proj_*", "qkv.*", "in_proj_bias", "qkv.bias"), ("a", "b", "a", "b"),
        ])
    func rule(from: String, to: String, name: String, expected: String) {
        #expect(NameRule(from, to)(name) == expected)
    }

    @Test(
        "a rule leaves other names alone",
        arguments: ["conv_block1", "conv2_block1_0_bn", "xconv2_block1_0_bn.a"])
    func others(name: String) { #expect(NameRule("conv#_block#_0_bn.*", "x#.#.*")(name) == nil) }

    @Test(
        "libraries' names of a graph are understood",
        arguments: [
            ("vit_base_patch16_224", ClassifierGraph.vitB16), ("ViT-B/16", .vitB16),
            ("DenseNet201", .densenet201),
            ("DenseNet-201", .densenet201), ("tf_efficientnet_b0", .tfEfficientNetB0),
            ("EfficientNetB3", .efficientNetB3), ("MobileNetV2", .mobileNetV2), ("InceptionV3", .inceptionV3),
            ("dinov2_vitb14_reg", .dinoV2B), ("facebook/dinov2-small", .dinoV2S), ("keras", .keras),
        ])
    func graphs(name: String, graph: ClassifierGraph) { #expect(ClassifierGraph.named(name) == graph) }

    @Test(
        "a mistyped graph has a suggestion",
        arguments: [
            ("densenet202", "densenet201"), ("vit_b_61", "vit_b_16"), ("eficientnet_b0", "efficientnet_b0"),
        ])
    func nearest(name: String, expected: String) {
        #expect(ClassifierGraph.named(name) == nil)
        #expect(ClassifierGraph.nearest(to: name) == expected)
    }

    @Test("every graph but those of a file's own has a family")
    func families() {
        #expect(Set(ClassifierGraph.allCases.filter { $0.family == nil }) == [.keras, .onnx])
    }
}

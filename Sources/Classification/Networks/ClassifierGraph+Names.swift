import Weights

extension ClassifierGraph {
    /// The graph that a person or a library calls `name`: capitals, lines and points do not matter, so `DenseNet-201`
    /// is `densenet201` and `ViT-B/16` is `vit_b_16`.
    package static func named(_ name: String) -> ClassifierGraph? {
        let bare = bare(name)
        return allCases.first { self.bare($0.rawValue) == bare } ?? aliases[bare]
    }

    /// The known name that is most like `name`; nil where none is.
    package static func nearest(to name: String) -> String? {
        let known = allCases.map(\.rawValue) + libraryNames.map(\.0)
        if let near = NearestName.of(bare(name), among: known.map(bare)) {
            return known.first { bare($0) == near }
        }
        return nil
    }

    private static func bare(_ name: String) -> String {
        String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    private static let aliases = Dictionary(
        libraryNames.map { (bare($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })

    /// What libraries call the graphs, where it is not the same: timm's and transformers' names, PyTorch Hub's and
    /// Keras' classes.
    private static let libraryNames: [(String, ClassifierGraph)] = [
        ("vgg16_gap", .vgg16GAP), ("melanet", .vgg16GAP), ("MAGIC VGG", .vgg16Magic),
        ("tv_densenet121", .densenet121), ("legacy_xception", .xception), ("tf_inception_v3", .inceptionV3),
        ("inception3", .inceptionV3), ("pt_inception", .inceptionFID), ("fid_inception", .inceptionFID),
        ("tv_resnet34", .resnet34), ("tv_resnet50", .resnet50), ("tv_resnet101", .resnet101),
        ("tv_resnet152", .resnet152), ("microsoft/resnet-18", .resnet18), ("microsoft/resnet-34", .resnet34),
        ("microsoft/resnet-50", .resnet50), ("microsoft/resnet-101", .resnet101),
        ("resnext50", .resnext50), ("resnext101", .resnext101), ("ig_resnext101_32x8d", .resnext101),
        ("DermDiT ResNeXt", .resnext101DermDiT),
        ("google/efficientnet-b0", .efficientNetB0), ("google/efficientnet-b1", .efficientNetB1),
        ("google/efficientnet-b2", .efficientNetB2), ("google/efficientnet-b3", .efficientNetB3),
        ("google/efficientnet-b4", .efficientNetB4), ("efficientnetv2_s", .efficientNetV2S),
        ("EfficientNetV2S", .efficientNetV2S), ("tf_efficientnetv2_s", .tfEfficientNetV2S),
        ("mobilenetv2_100", .mobileNetV2), ("mobilenetv3_large_100", .mobileNetV3Large),
        ("mobilenetv3_small_100", .mobileNetV3Small), ("MobileNetV3Large", .mobileNetV3Large),
        ("MobileNetV3Small", .mobileNetV3Small),
        ("vit_tiny_patch16_224", .vitTi16), ("vit_small_patch16_224", .vitS16),
        ("vit_base_patch16_224", .vitB16), ("vit_base_patch16_384", .vitB16),
        ("vit_base_patch32_224", .vitB32), ("vit_large_patch16_224", .vitL16),
        ("vit_large_patch32_384", .vitL32), ("vit_huge_patch14_224", .vitH14),
        ("google/vit-base-patch16-224", .vitB16), ("google/vit-base-patch16-224-in21k", .vitB16),
        ("google/vit-large-patch16-224", .vitL16), ("deit_tiny_patch16_224", .vitTi16),
        ("deit_small_patch16_224", .vitS16), ("deit_base_patch16_224", .vitB16),
        ("dinov2_vits14", .dinoV2S), ("dinov2_vitb14", .dinoV2B), ("dinov2_vitl14", .dinoV2L),
        ("dinov2_vitg14", .dinoV2G), ("dinov2_vits14_reg", .dinoV2S), ("dinov2_vitb14_reg", .dinoV2B),
        ("dinov2_vitl14_reg", .dinoV2L), ("dinov2_vits14_lc", .dinoV2S), ("dinov2_vitb14_lc", .dinoV2B),
        ("vit_small_patch14_dinov2", .dinoV2S), ("vit_base_patch14_dinov2", .dinoV2B),
        ("vit_large_patch14_dinov2", .dinoV2L), ("vit_small_patch14_reg4_dinov2", .dinoV2S),
        ("vit_base_patch14_reg4_dinov2", .dinoV2B), ("vit_large_patch14_reg4_dinov2", .dinoV2L),
        ("facebook/dinov2-small", .dinoV2S), ("facebook/dinov2-base", .dinoV2B),
        ("facebook/dinov2-large", .dinoV2L), ("dinov2", .dinoV2B),
    ]
}

/// The architectures that a manifest's `graph` can name.
package enum ClassifierGraph: String, Sendable, CaseIterable, Codable {
    /// The one that a Keras file itself describes.
    case keras
    /// The one that an ONNX model itself describes, run by ONNX Runtime.
    case onnx
    /// VGG-16's convolutions, the mean of each channel and one linear layer: MelaNet.
    case vgg16GAP = "vgg16-gap"
    /// VGG-16 with torchvision's three linear layers.
    case vgg16
    case vgg16BN = "vgg16_bn"
    case vgg19
    case vgg19BN = "vgg19_bn"
    /// VGG-16 whose last linear layer is two with a ReLU between them: the classifier of skin-diff and MAGIC.
    case vgg16Magic = "vgg16-magic"
    /// A DenseNet with any blocks.
    case densenet
    case densenet121, densenet161, densenet169, densenet201
    /// DenseNet-121 on nine crops of an image: Patch-Lesion.
    case patchLesion = "patch-lesion"
    /// torchvision's Inception v3.
    case inceptionV3 = "inception_v3"
    /// Inception v3 with the pooling of TensorFlow's of 2015.
    case inceptionFID = "inception_fid"
    case xception
    /// A ResNet or ResNeXt with any blocks.
    case resnet
    case resnet18, resnet34, resnet50, resnet101, resnet152
    case resnext50 = "resnext50_32x4d"
    case resnext101 = "resnext101_32x8d"
    /// ResNeXt-101 32x8d with a head of one score, in a file of its own or in the same: DermDiT's.
    case resnext101DermDiT = "resnext101-dermdit"
    case efficientNetB0 = "efficientnet_b0"
    case efficientNetB1 = "efficientnet_b1"
    case efficientNetB2 = "efficientnet_b2"
    case efficientNetB3 = "efficientnet_b3"
    case efficientNetB4 = "efficientnet_b4"
    case efficientNetB5 = "efficientnet_b5"
    case efficientNetB6 = "efficientnet_b6"
    case efficientNetB7 = "efficientnet_b7"
    case efficientNetV2S = "efficientnet_v2_s"
    case efficientNetV2M = "efficientnet_v2_m"
    case efficientNetV2L = "efficientnet_v2_l"
    case efficientNetLite0 = "efficientnet_lite0"
    /// timm's networks with the weights and the arithmetic of TensorFlow, which bear the names of timm's own.
    case tfEfficientNetB0 = "tf_efficientnet_b0"
    case tfEfficientNetB1 = "tf_efficientnet_b1"
    case tfEfficientNetB2 = "tf_efficientnet_b2"
    case tfEfficientNetB3 = "tf_efficientnet_b3"
    case tfEfficientNetB4 = "tf_efficientnet_b4"
    case tfEfficientNetV2S = "tf_efficientnet_v2_s"
    case mobileNetV2 = "mobilenet_v2"
    case mobileNetV3Large = "mobilenet_v3_large"
    case mobileNetV3Small = "mobilenet_v3_small"
    /// A vision transformer of any width and depth.
    case vit
    case vitTi16 = "vit_ti_16"
    case vitS16 = "vit_s_16"
    case vitB16 = "vit_b_16"
    case vitB32 = "vit_b_32"
    case vitL16 = "vit_l_16"
    case vitL32 = "vit_l_32"
    case vitH14 = "vit_h_14"
    /// The vision transformers of DINOv2, with registers or without.
    case dinoV2S = "dinov2_s_14"
    case dinoV2B = "dinov2_b_14"
    case dinoV2L = "dinov2_l_14"
    case dinoV2G = "dinov2_g_14"

    /// What builds it; nil for a graph that a Keras or ONNX file describes itself.
    var family: NetworkFamily? {
        switch self {
        case .keras, .onnx: nil
        case .vgg16GAP, .vgg16, .vgg16BN, .vgg19, .vgg19BN, .vgg16Magic: .vgg
        case .densenet, .densenet121, .densenet161, .densenet169, .densenet201, .patchLesion: .denseNet
        case .inceptionV3, .inceptionFID: .inception
        case .xception: .xception
        case .resnet, .resnet18, .resnet34, .resnet50, .resnet101, .resnet152, .resnext50, .resnext101,
            .resnext101DermDiT:
            .resNet
        case .mobileNetV2: .mobileNetV2
        case .mobileNetV3Large, .mobileNetV3Small: .mobileNetV3
        case .vit, .vitTi16, .vitS16, .vitB16, .vitB32, .vitL16, .vitL32, .vitH14, .dinoV2S, .dinoV2B,
            .dinoV2L, .dinoV2G:
            .visionTransformer
        default: .efficientNet
        }
    }
}

import Tensors
import Weights

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
    /// A DenseNet with any blocks.
    case densenet
    case densenet121, densenet161, densenet169, densenet201
    /// torchvision's Inception v3.
    case inceptionV3 = "inception_v3"
    /// Inception v3 with the pooling of TensorFlow's of 2015.
    case inceptionFID = "inception_fid"
    /// A ResNet or ResNeXt with any blocks.
    case resnet
    case resnet18, resnet34, resnet50, resnet101, resnet152
    case resnext50 = "resnext50_32x4d"
    case resnext101 = "resnext101_32x8d"
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
    case mobileNetV2 = "mobilenet_v2"
    case mobileNetV3Large = "mobilenet_v3_large"
    case mobileNetV3Small = "mobilenet_v3_small"

    /// Loads a network of this architecture, which is neither `keras` nor `onnx`; `source` may have prefixes before torchvision's
    /// names.
    package func network(
        from source: any WeightSource, on engine: Engine
    ) throws(ClassificationError) -> any FeatureNetwork {
        precondition(self != .keras && self != .onnx, "a file's own graph is not built from tensors")
        let located: RenamedWeights
        do { located = try source.locating(landmark) } catch { throw .weights(error) }
        switch self {
        case .vgg16GAP: return try VGG.network(from: located, head: .mean, on: engine)
        case .vgg16: return try VGG.network(from: located, head: .windows, on: engine)
        case .densenet, .densenet121, .densenet161, .densenet169, .densenet201:
            return try DenseNet.network(from: located, blocks: DenseNet.published[rawValue], on: engine)
        case .inceptionV3: return try InceptionV3.network(from: located, on: engine)
        case .inceptionFID: return try InceptionV3.network(from: located, variant: .fid, on: engine)
        case .resnet, .resnet18, .resnet34, .resnet50, .resnet101, .resnet152, .resnext50, .resnext101:
            return try ResNet.network(from: located, blocks: ResNet.published[rawValue], on: engine)
        case .mobileNetV2: return try MobileNetV2.network(from: located, on: engine)
        case .mobileNetV3Large: return try MobileNetV3.network(from: located, layout: .large, on: engine)
        case .mobileNetV3Small: return try MobileNetV3.network(from: located, layout: .small, on: engine)
        default:
            guard let layout = EfficientNet.layout(of: rawValue) else {
                preconditionFailure("`\(rawValue)` has no layout")
            }
            return try EfficientNet.network(from: located, layout: layout, on: engine)
        }
    }

    /// A tensor that every file of this architecture has.
    private var landmark: String {
        switch self {
        case .vgg16GAP, .vgg16: "features.0.weight"
        case .densenet, .densenet121, .densenet161, .densenet169, .densenet201: "features.conv0.weight"
        case .inceptionV3, .inceptionFID: "Conv2d_1a_3x3.conv.weight"
        case .resnet, .resnet18, .resnet34, .resnet50, .resnet101, .resnet152, .resnext50, .resnext101:
            "conv1.weight"
        default: "features.0.0.weight"
        }
    }
}

/// The families of networks: each is built by one function from one set of names, torchvision's where it has them.
enum NetworkFamily: String, Sendable, CaseIterable {
    case vgg = "VGG"
    case denseNet = "DenseNet"
    case resNet = "ResNet"
    case inception = "Inception v3"
    case xception = "Xception"
    case efficientNet = "EfficientNet"
    case mobileNetV3 = "MobileNetV3"
    case mobileNetV2 = "MobileNetV2"
    case visionTransformer = "ViT"

    /// The library whose names its networks are built by.
    var library: NamingLibrary {
        switch self {
        case .xception, .visionTransformer: .timm
        default: .torchvision
        }
    }

    /// How the libraries name the tensors of this family.
    var schemes: [NameScheme] {
        switch self {
        case .vgg: VGG.schemes
        case .denseNet: DenseNet.schemes
        case .resNet: ResNet.schemes
        case .inception: InceptionV3.schemes
        case .xception: Xception.schemes
        case .efficientNet: EfficientNet.schemes
        case .mobileNetV3: MobileNetV3.schemes
        case .mobileNetV2: MobileNetV2.schemes
        case .visionTransformer: VisionTransformer.schemes
        }
    }
}

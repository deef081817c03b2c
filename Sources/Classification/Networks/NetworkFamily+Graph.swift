import Weights

extension NetworkFamily {
    /// A network of a family, and what a person calls it.
    typealias Found = (graph: ClassifierGraph, title: String)

    /// The network of this family that `weights`, under the names that the family is built by, look like; nil where
    /// they are none.
    func graph(of weights: any WeightSource) -> Found? {
        switch self {
        case .vgg: Self.vgg(weights)
        case .denseNet: Self.denseNet(weights)
        case .resNet: Self.resNet(weights)
        case .inception: Self.inception(weights)
        case .xception: (.xception, "Xception")
        case .efficientNet: Self.efficientNet(weights)
        case .mobileNetV2: weights.has("features.2.conv.2.weight") ? (.mobileNetV2, "MobileNetV2") : nil
        case .mobileNetV3: Self.mobileNetV3(weights)
        case .visionTransformer: Self.visionTransformer(weights)
        }
    }

    private static func vgg(_ weights: any WeightSource) -> Found? {
        let count = VGG.positions(of: weights).count
        guard count > 0 else { return nil }
        let isNormed = weights.has("features.1.running_mean")
        if weights.has("classifier.6.3.weight") { return (.vgg16Magic, "VGG-16 with four linear layers") }
        guard weights.has("classifier.6.weight") || weights.has("classifier.6.1.weight") else {
            return (
                .vgg16GAP,
                count == 13 ? "VGG-16 with mean pooling" : "VGG of \(count) convolutions with mean pooling"
            )
        }
        switch count {
        case 13: return (isNormed ? .vgg16BN : .vgg16, "VGG-16" + (isNormed ? " with batch norms" : ""))
        case 16: return (isNormed ? .vgg19BN : .vgg19, "VGG-19" + (isNormed ? " with batch norms" : ""))
        default: return nil
        }
    }

    private static func denseNet(_ weights: any WeightSource) -> Found? {
        let blocks = DenseNet.blocks(of: weights)
        guard !blocks.isEmpty else { return nil }
        let name = DenseNet.published.first { $0.value == blocks }?.key
        guard let name, let graph = ClassifierGraph(rawValue: name) else {
            return (.densenet, "DenseNet of blocks \(blocks)")
        }
        return (graph, "DenseNet-" + name.dropFirst("densenet".count))
    }

    private static func resNet(_ weights: any WeightSource) -> Found? {
        let blocks = ResNet.blocks(of: weights)
        guard !blocks.contains(0), let width = weights.shape(of: "layer1.0.conv2.weight"), width.count == 4
        else { return nil }
        let hasBottleneck = weights.has("layer1.0.conv3.weight")
        if hasBottleneck, width[0] != width[1] {
            let groups = width[0] / max(1, width[1])
            let title = "ResNeXt of blocks \(blocks), \(groups) groups of \(width[1])"
            switch (blocks, width[1]) {
            case ([3, 4, 23, 3], 8):
                let isSeparate =
                    !weights.has("fc.weight")
                    && (weights.has("layer.weight") || weights.has("layer1.weight"))
                return (isSeparate ? .resnext101DermDiT : .resnext101, title)
            case ([3, 4, 6, 3], 4): return (.resnext50, title)
            default: return (.resnet, title)
            }
        }
        let depths: [[Int]: ClassifierGraph] =
            hasBottleneck
            ? [[3, 4, 6, 3]: .resnet50, [3, 4, 23, 3]: .resnet101, [3, 8, 36, 3]: .resnet152]
            : [[2, 2, 2, 2]: .resnet18, [3, 4, 6, 3]: .resnet34]
        guard let graph = depths[blocks] else { return (.resnet, "ResNet of blocks \(blocks)") }
        return (graph, "ResNet-" + graph.rawValue.dropFirst("resnet".count))
    }

    /// TensorFlow's network of 2015, which the FID is measured with, has 1008 classes.
    private static func inception(_ weights: any WeightSource) -> Found? {
        guard weights.shape(of: "Mixed_5b.branch5x5_2.conv.weight")?.last == 5,
            weights.shape(of: "Mixed_6b.branch7x7_2.conv.weight")?.last == 7,
            weights.has("Mixed_7c.branch_pool.conv.weight")
        else { return nil }
        return weights.shape(of: "fc.weight")?.first == 1008
            ? (.inceptionFID, "Inception v3 of 2015 (FID)") : (.inceptionV3, "Inception v3")
    }

    /// By the blocks of the stages, of which few versions have the same.
    private static func efficientNet(_ weights: any WeightSource) -> Found? {
        let depths = EfficientNet.depths(of: weights)
        let isGated = weights.names.contains { $0.hasSuffix(".fc1.weight") }
        let names = EfficientNet.depths.filter { $0.value == depths }.keys.sorted()
        let candidates = names.filter { EfficientNet.layout(of: $0)?.isGated == isGated }
        // B1 and B2 differ in width only.
        let isWide = weights.shape(of: "features.8.0.weight")?.first == 1408
        guard let name = isWide ? candidates.last : candidates.first,
            let graph = ClassifierGraph(rawValue: name)
        else { return nil }
        return (graph, "EfficientNet-" + name.dropFirst("efficientnet_".count).uppercased())
    }

    private static func mobileNetV3(_ weights: any WeightSource) -> Found? {
        guard weights.has("classifier.0.bias"), weights.has("features.2.block.0.0.weight") else { return nil }
        let isLarge = weights.has("features.16.0.weight")
        return isLarge ? (.mobileNetV3Large, "MobileNetV3 large") : (.mobileNetV3Small, "MobileNetV3 small")
    }

    private static func visionTransformer(_ weights: any WeightSource) -> Found? {
        guard let shape = VisionTransformer.shape(of: weights), shape.blocks > 0 else { return nil }
        let isScaled = weights.has("blocks.0.ls1.gamma")
        let names = VisionTransformer.published.filter { $0.value == shape }.keys.sorted()
        let name = names.first { $0.hasPrefix("dinov2") == isScaled }
        return (
            name.flatMap(ClassifierGraph.init(rawValue:)) ?? .vit,
            "\(isScaled ? "DINOv2-style ViT" : "ViT"), \(shape)"
        )
    }
}

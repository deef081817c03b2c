import Weights

extension ClassifierGraph {
    /// The tensors of a network of this architecture, by the names that its family is built by; none for a graph that
    /// a file describes itself.
    ///
    /// - Parameter source: a file that may be one, under these names: it says what libraries do differently.
    func expectedTensors(for source: any WeightSource) -> [ExpectedTensor] {
        var tensors = ExpectedTensors(for: source)
        switch family {
        case nil: break
        case .vgg: VGG.expect(self, in: &tensors)
        case .denseNet: DenseNet.expect(self, in: &tensors)
        case .resNet: ResNet.expect(self, in: &tensors)
        case .inception: InceptionV3.expect(in: &tensors)
        case .xception: Xception.expect(in: &tensors)
        case .efficientNet: EfficientNet.expect(self, in: &tensors)
        case .mobileNetV2: MobileNetV2.expect(in: &tensors)
        case .mobileNetV3: MobileNetV3.expect(isLarge: self == .mobileNetV3Large, in: &tensors)
        case .visionTransformer: VisionTransformer.expect(self, in: &tensors)
        }
        return tensors.list
    }
}

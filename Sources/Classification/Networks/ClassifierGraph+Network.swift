import Tensors
import Weights

extension ClassifierGraph {
    /// Loads a network of this architecture, which is neither `keras` nor `onnx`.
    ///
    /// The names of any known library are understood, with prefixes before them; so are Keras files of weights by
    /// the names of their layers.
    ///
    /// - Throws: `wrongArchitecture`, where the file is of another network or lacks a part of this one.
    package func network(
        from source: any WeightSource, on engine: Engine
    ) throws(ClassificationError) -> any FeatureNetwork {
        guard let family else { preconditionFailure("a file's own graph is not built from tensors") }
        let tally = TalliedWeights(of: Self.plain(source))
        guard let (weights, library) = located(family, in: tally) else { throw mismatch(source, nil, tally) }
        do {
            return try build(family, weights, library, on: engine)
        } catch {
            guard case .weights(let reason) = error, reason.isAboutStructure else { throw error }
            throw mismatch(source, reason, tally)
        }
    }

    /// The tensors by PyTorch's names of layers, where Keras wrote them.
    static func plain(_ source: any WeightSource) -> any WeightSource {
        guard let file = source as? any KerasWeightSource, let archive = file.keras else { return source }
        return KerasWeights(archive, of: file) ?? source
    }

    /// The tensors under the names that the family is built by, and the library that they are of.
    private func located(
        _ family: NetworkFamily, in source: any WeightSource
    ) -> (weights: any WeightSource, library: NamingLibrary)? {
        if self == .patchLesion { return PatchLesion.weights(in: source).map { ($0, .torchvision) } }
        for scheme in family.schemes {
            guard let weights = scheme.weights(in: source) else { continue }
            let isTensorFlow = rawValue.hasPrefix("tf_") && scheme.library == .timm
            return (weights, isTensorFlow ? .timmTensorFlow : scheme.library)
        }
        return nil
    }

    private func build(
        _ family: NetworkFamily, _ weights: any WeightSource, _ library: NamingLibrary, on engine: Engine
    ) throws(ClassificationError) -> any FeatureNetwork {
        switch family {
        case .vgg: return try VGG.network(from: weights, graph: self, library: library, on: engine)
        case .denseNet where self == .patchLesion: return try PatchLesion(from: weights, on: engine)
        case .denseNet:
            return try DenseNet.network(
                from: weights, blocks: DenseNet.published[rawValue], library: library, on: engine)
        case .resNet:
            return try ResNet.network(from: weights, graph: self, library: library, on: engine)
        case .inception:
            return try InceptionV3.network(
                from: weights, variant: self == .inceptionFID ? .fid : .torchvision, library: library,
                on: engine)
        case .xception: return try Xception.network(from: weights, library: library, on: engine)
        case .efficientNet:
            return try EfficientNet.network(from: weights, graph: self, library: library, on: engine)
        case .mobileNetV2: return try MobileNetV2.network(from: weights, library: library, on: engine)
        case .mobileNetV3:
            return try MobileNetV3.network(
                from: weights, layout: self == .mobileNetV3Large ? .large : .small, library: library,
                on: engine)
        case .visionTransformer:
            return try VisionTransformer.network(
                from: weights, shape: VisionTransformer.published[rawValue], library: library, on: engine)
        }
    }

    /// The error of a file that is of another network, or lacks a part of this one.
    private func mismatch(
        _ source: any WeightSource, _ reason: WeightsError?, _ tally: TalliedWeights
    ) -> ClassificationError {
        let likely = NetworkIdentity(of: source)
        let isOther = likely.map { $0.graph != self } ?? false
        return .wrongArchitecture(
            path: source.path, expected: rawValue, reason: reason?.description,
            unused: tally.unused, likely: isOther ? likely?.title : nil)
    }
}

import Tensors
import Weights

extension ClassifierGraph {
    /// Loads a network of this architecture, which is neither `keras` nor `onnx`.
    ///
    /// The names of any known library are understood, with prefixes before them; so are Keras files of weights by
    /// the names of their layers.
    ///
    /// - Parameter hidden: what stands between the linear layers of a head that is a sequence.
    /// - Throws: `wrongArchitecture`, where the file is of another network or lacks a part of this one.
    package func network(
        from source: any WeightSource, hidden: HiddenActivation? = nil, on engine: Engine
    ) throws(ClassificationError) -> any FeatureNetwork {
        guard let family else { preconditionFailure("a file's own graph is not built from tensors") }
        guard let (weights, library) = located(family, in: Self.plain(source, as: self)) else {
            throw mismatch(source, nil)
        }
        do {
            return try build(family, weights, library, hidden, on: engine)
        } catch {
            guard case .weights(let reason) = error, reason.isAboutStructure else { throw error }
            throw mismatch(source, reason)
        }
    }

    /// The tensors by PyTorch's names of layers, where Keras wrote them.
    ///
    /// - Parameter graph: the network that it should be, which the order of unnamed layers follows; nil tries those known.
    static func plain(_ source: any WeightSource, as graph: ClassifierGraph? = nil) -> any WeightSource {
        guard let file = source as? any KerasWeightSource, let archive = file.keras else { return source }
        return KerasWeights(archive, of: file, as: graph) ?? source
    }

    /// The tensors under the names that the family is built by, and the library that they are of.
    func located(
        _ family: NetworkFamily, in source: any WeightSource
    ) -> (weights: RenamedWeights, library: NamingLibrary)? {
        if self == .patchLesion { return PatchLesion.weights(in: source).map { ($0, .torchvision) } }
        for scheme in family.schemes {
            guard let weights = scheme.weights(in: source) else { continue }
            let isTensorFlow = rawValue.hasPrefix("tf_") && scheme.library == .timm
            return (weights, isTensorFlow ? .timmTensorFlow : scheme.library)
        }
        return nil
    }

    /// What a file of this architecture ends in, by the names that the network is built by; nil where it is of another, or its
    /// head is always the same.
    ///
    /// - Returns: the linear layers, of which several need a word on what stands between them, and norms, which are not built.
    package func head(of source: any WeightSource) -> (linears: [String], norms: [String])? {
        guard let family, let (weights, _) = located(family, in: Self.plain(source, as: self)),
            let head = NetworkHead(headNames, in: weights)
        else { return nil }
        return (head.linears, head.norms)
    }

    /// Builds the network with the first layer of its head, and adds the others.
    private func build(
        _ family: NetworkFamily, _ weights: RenamedWeights, _ library: NamingLibrary,
        _ hidden: HiddenActivation?, on engine: Engine
    ) throws(ClassificationError) -> any FeatureNetwork {
        guard let head = NetworkHead(headNames, in: weights) else {
            return try build(family, weights, library, on: engine)
        }
        guard head.norms.isEmpty else {
            throw .normedHead(path: weights.path, norms: head.norms)
        }
        guard head.linears.count == 1 || hidden != nil else {
            throw .unsaidHidden(path: weights.path, linears: head.linears)
        }
        let network = try build(family, head.plain(weights), library, on: engine)
        guard head.linears.count > 1, let hidden, let staged = network as? StagedNetwork else {
            return network
        }
        return staged.replacingHead(
            try head.others(
                of: weights, behind: staged.head[staged.head.count - 1], hidden: hidden.activation, on: engine
            ))
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
                from: weights,
                variant: self == .inceptionFID ? .fid : library == .keras ? .keras : .torchvision,
                library: library,
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
}

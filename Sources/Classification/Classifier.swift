import Foundation
import Hashing
import Images
import Tensors

/// A network with its manifest: an image in, probabilities and a decision out.
package struct Classifier: Sendable {
    package let manifest: ClassifierManifest
    /// What a report says about this classifier, and what its cached results are filed under.
    package let identity: ClassifierIdentity
    private let network: any ClassifierNetwork
    private let preprocess: Preprocessor

    /// A classifier of weights that are loaded already.
    ///
    /// - Parameter path: the manifest's, for errors.
    package init(
        manifest: ClassifierManifest, network: any ClassifierNetwork, identity: ClassifierIdentity,
        path: String
    ) throws(ClassificationError) {
        guard network.outputs == manifest.classes.count else {
            throw .manifest(
                path: path, place: "classes", expected: "\(network.outputs), one for each score",
                found: "\(manifest.classes.count)")
        }
        guard min(manifest.input.width, manifest.input.height) >= network.leastSide else {
            throw .manifest(
                path: path, place: "input", expected: "sides of at least \(network.leastSide) pixels",
                found: "\(manifest.input.width) x \(manifest.input.height)")
        }
        let extents = network.onlyExtents ?? (manifest.input.height, manifest.input.width)
        guard extents == (manifest.input.height, manifest.input.width) else {
            throw .manifest(
                path: path, place: "input", expected: "\(extents.columns) x \(extents.rows) pixels",
                found: "\(manifest.input.width) x \(manifest.input.height)")
        }
        self.manifest = manifest
        self.network = network
        self.identity = identity
        preprocess = Preprocessor(manifest)
    }

    /// Loads the classifier whose manifest is at `path`; its weights are looked for beside it.
    package static func load(manifest path: String, on engine: Engine) throws(ClassificationError)
        -> Classifier
    {
        let (manifest, digest) = try ClassifierManifest.read(path)
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        let weights = folder.appendingPathComponent(manifest.weights).path
        return try Classifier(loading: manifest, digest: digest, weights: [weights], path: path, on: engine)
    }

    /// Loads the classifier of a manifest's text, whose weights lie anywhere.
    ///
    /// - Parameters:
    ///   - name: what errors call the manifest.
    ///   - weights: the files, which the manifest's `weights` need not name.
    package static func load(
        text: Data, named name: String, weights: [String], on engine: Engine
    ) throws(ClassificationError) -> Classifier {
        let manifest = try ClassifierManifest.decode(text, path: name)
        return try Classifier(
            loading: manifest, digest: SHA256(hashing: text), weights: weights, path: name, on: engine)
    }

    private init(
        loading manifest: ClassifierManifest, digest: SHA256, weights: [String], path: String,
        on engine: Engine
    ) throws(ClassificationError) {
        let loaded = try LoadedNetwork.load(manifest, path: path, weights: weights, on: engine)
        let identity = ClassifierIdentity(
            name: manifest.name, graph: manifest.graph, notice: manifest.notice, weights: loaded.weights,
            manifest: digest, runtime: loaded.runtime)
        try self.init(manifest: manifest, network: loaded.network, identity: identity, path: path)
    }

    /// The probability of each class, in the manifest's order.
    ///
    /// - Parameter name: what an error calls the image.
    package func probabilities(
        of image: RGBImage, named name: String = "an image"
    ) throws(ClassificationError) -> [Float] {
        try probabilitiesAndInput(of: image, named: name).probabilities
    }

    /// The probability of each class, and the least and the greatest number of the image as the network takes it in.
    ///
    /// - Parameter told: what fills inputs besides the image in place of the manifest's numbers, by their names.
    package func probabilitiesAndInput(
        of image: RGBImage, named name: String = "an image", told: [String: [Float]] = [:]
    ) throws(ClassificationError) -> (probabilities: [Float], input: (least: Float, most: Float)) {
        let input = preprocess(image)
        let scores = try network.scores(
            ofImage: input, told: told, classifier: manifest.name, image: name)
        let result: Tensor
        switch manifest.activation {
        case .softmax, .logSoftmax: result = scores.softmax()
        case .sigmoid: result = scores.applying(.sigmoid)
        case .none: result = scores
        }
        guard result.firstNonFinite == nil else {
            throw .notFinite(classifier: manifest.name, place: manifest.head ?? "head", image: name)
        }
        let values = input.values
        return (result.values, (values.min() ?? 0, values.max() ?? 0))
    }

    /// Whether a layer of the network brings levels of 0...255 to its scale; nil where that is not known.
    package var scalesItself: Bool? { network.scalesItself }
}

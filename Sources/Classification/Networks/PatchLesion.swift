import Tensors
import Weights

/// Patch-Lesion (Gessert et al. 2019): a DenseNet on crops of an image, each weighted by an attention over all crops, and
/// the mean of the crops' scores.
package struct PatchLesion: FeatureNetwork {
    /// The side of a crop, in pixels.
    private static let side = 224
    /// The image that the crops are taken from.
    private static let (height, width) = (450, 600)

    private let encoder: StagedNetwork
    private let attention: Linear
    /// The first row and column of each crop.
    private let corners: [(row: Int, column: Int)]

    package var outputs: Int { encoder.outputs }
    package var leastSide: Int { Self.height }
    package var onlyExtents: (rows: Int, columns: Int)? { (Self.height, Self.width) }

    /// The tensors of the backbone under torchvision's names, the attention and the head; nil where `source` is none.
    static func weights(in source: any WeightSource) -> RenamedWeights? {
        let landmark = "initial_attention_layer.fc.0.weight"
        guard let located = try? source.locatingAll(landmark) else { return nil }
        var table: [String: String] = [:]
        for name in located.names {
            // The same backbone stands under both prefixes.
            for prefix in ["cnn_features.", "cnn.features.", "cnn."] where name.hasPrefix(prefix) {
                let bare = String(name.dropFirst(prefix.count))
                guard !bare.hasPrefix("features."), !bare.hasPrefix("classifier.") else { continue }
                table["features." + bare] = table["features." + bare] ?? name
                break
            }
            if !name.hasPrefix("cnn") { table[name] = name }
        }
        let scheme = DenseNet.schemes[0]
        let renamed = RenamedWeights(of: located, names: table)
        return scheme.weights(in: renamed)
    }

    /// - Parameter source: the tensors that `weights(in:)` found.
    init(from source: any WeightSource, on engine: Engine) throws(ClassificationError) {
        let layers = ClassifierLayers(source, on: engine)
        encoder = try DenseNet.network(
            from: source, blocks: DenseNet.published["densenet121"], library: .torchvision,
            endsRectified: false, on: engine)
        let name = "initial_attention_layer.fc.0"
        let crops = try layers.shape(name + ".weight", rank: 2)[1]
        attention = try layers.linear(name, inputs: crops, outputs: crops)
        guard let corners = Self.corners(crops) else {
            throw layers.unsuitable("an attention over 5 or 9 crops", found: "\(crops)")
        }
        self.corners = corners
    }

    /// Nine crops around rows 112, 225, 338 and columns 112, 300, 488; or five: the corners and the middle.
    private static func corners(_ number: Int) -> [(row: Int, column: Int)]? {
        let (bottom, right) = (height - side, width - side)
        switch number {
        case 9:
            return [112, 225, 338].flatMap { row in
                [112, 300, 488].map { (row - side / 2, $0 - side / 2) }
            }
        case 5: return [(0, 0), (0, right), (bottom, 0), (bottom, right), (bottom / 2, right / 2)]
        default: return nil
        }
    }

    /// The mean of the crops' features: the head is linear, so its scores are the mean of the crops' scores.
    ///
    /// - Parameter x: `[450, 600, 3]`.
    package func features(
        of x: Tensor, classifier: String, image: String
    ) throws(ClassificationError) -> Tensor {
        precondition(
            x.shape == [Self.height, Self.width, 3], "an image of 450 x 600 pixels, found \(x.shape)")
        let crops = corners.map { corner in
            Tensor.concatenatingRows(
                (0..<Self.side).map { row in
                    x.rows(corner.row + row..<corner.row + row + 1).reshaped([Self.width, 3])
                        .rows(corner.column..<corner.column + Self.side).reshaped([1, Self.side, 3])
                })
        }
        let means = crops.map { crop in
            crop.reshaped([Self.side * Self.side, 1, 3]).globalAverage().values.reduce(0, +) / 3
        }
        let factors = attention(Tensor(shape: [1, crops.count], values: means), activation: .sigmoid).values
        var sum = Tensor(zeros: [0])
        for (crop, factor) in zip(crops, factors) {
            let part = try encoder.features(
                of: crop.scaled(by: factor), classifier: classifier, image: image)
            sum = sum.count == 0 ? part : sum.adding(part)
        }
        return sum.scaled(by: 1 / Float(crops.count))
    }

    package func scores(of features: Tensor) -> Tensor { encoder.scores(of: features) }

    package func scores(
        ofImage x: Tensor, classifier: String, image: String
    ) throws(ClassificationError) -> Tensor {
        scores(of: try features(of: x, classifier: classifier, image: image))
    }
}

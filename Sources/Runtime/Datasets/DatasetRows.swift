import Semantics
import Statistics

/// The rows of a data set: what is true of each, and what was predicted where something was.
struct DatasetRows: Sendable {
    /// What one classifier predicted.
    struct Prediction: Sendable {
        /// P(positive) of each row, NaN where it is missing; nil where only classes are known.
        let scores: [Double]?
        /// Whether each row was called positive; nil is missing.
        let decisions: [Bool?]
        /// The score from which a row is called positive; nil where classes decide.
        let threshold: Double?
    }

    /// For each row whether it is of the positive class; nil is missing.
    let labels: [Bool?]
    /// The weight of each row; nil where all count alike.
    let weights: [Double]?
    /// Which rows depend on one another; nil where the script does not say.
    let clusters: ClusterColumn?
    /// The same by a column that may say it, where the script does not.
    let likelyClusters: ClusterColumn?
    /// The attributes.
    let attributes: [OutcomeAttribute]
    /// What names each row's image, as the table writes it; nil where nothing does.
    let keys: TextColumn?
    /// Which rows repeat the identifier of an earlier one, where other tables are joined by it; nil where none does.
    let repeats: RepeatedKeys.Finding?
    /// The predictions, in the order of the data set's.
    let predictions: [Prediction]

    /// The outcomes of the prediction at a place.
    func outcomes(of place: Int) -> OutcomeRows {
        let prediction = predictions[place]
        return OutcomeRows(
            labels: labels, scores: prediction.scores, decisions: prediction.decisions, weights: weights,
            clusters: clusters, likelyClusters: likelyClusters, threshold: prediction.threshold,
            attributes: attributes, keys: keys)
    }

    /// Some of the rows, in the order given.
    func rows(_ rows: [Int]) -> DatasetRows {
        DatasetRows(
            labels: rows.map { labels[$0] }, weights: weights.map { weights in rows.map { weights[$0] } },
            clusters: clusters?.rows(rows), likelyClusters: likelyClusters?.rows(rows),
            attributes: attributes.map { $0.rows(rows) }, keys: keys?.taking(rows), repeats: repeats,
            predictions: predictions.map { prediction in
                Prediction(
                    scores: prediction.scores.map { scores in rows.map { scores[$0] } },
                    decisions: rows.map { prediction.decisions[$0] }, threshold: prediction.threshold)
            })
    }
}

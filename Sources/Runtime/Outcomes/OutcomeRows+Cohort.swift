import Semantics

extension OutcomeRows {
    /// The outcomes of a classifier on a cohort: the truth of an image is the diagnosis that was asked for.
    ///
    /// - Parameter threshold: the score from which an image is positive; nil where the most probable class decides.
    init(
        cohort: CohortDescription, requests: [CohortImage], judgements: [Judgement], threshold: Double?
    ) {
        labels = requests.map { request in
            switch request.cell.value(of: "diagnosis") {
            case .name(let diagnosis): diagnosis == "melanoma"
            default: nil
            }
        }
        scores = judgements.map(\.score)
        decisions = judgements.map { $0.isPositive(from: threshold) }
        weights = nil
        // Every image has a random stream of its own, so no two share noise.
        (clusters, likelyClusters) = (nil, nil)
        self.threshold = threshold
        keys = nil
        attributes = cohort.axes.map { axis in
            OutcomeAttribute(
                name: axis.attribute, levels: axis.levels, naturalWidth: nil,
                values: requests.map { $0.cell.value(of: axis.attribute) })
        }
    }
}

/// Why a quantity has no value (spec/metrics.md, section 0); the raw value is what reports carry.
///
/// An undefined quantity is never 0 and never 1: it prints as `n/a` and serialises as `null` beside its reason.
package enum Undefined: String, Sendable, Hashable, CaseIterable {
    case noRows = "no_rows"
    case noPositives = "no_positives"
    case noNegatives = "no_negatives"
    case noPredictedPositives = "no_predicted_positives"
    case noPredictedNegatives = "no_predicted_negatives"
    case noScores = "no_scores"
    case noWeight = "no_weight"
    case oneRow = "one_row"
    case oneCluster = "one_cluster"
    case zeroMean = "zero_mean"
    case zeroMaximum = "zero_maximum"
    case zeroValue = "zero_value"
    case zeroVariance = "zero_variance"
    case fewerThanTwoGroups = "fewer_than_two_groups"
    case noDirection = "no_direction"
    case notAProportion = "not_a_proportion"
    case replicatesUndefined = "replicates_undefined"
    case noInterval = "no_interval"
    case isReference = "is_reference"
    case weighted
    case noWeightedForm = "no_weighted_form"

    /// The reason in words, as a note under a table says it.
    package var message: String {
        switch self {
        case .noRows: "no rows"
        case .noPositives: "no positive case"
        case .noNegatives: "no negative case"
        case .noPredictedPositives: "nothing was predicted positive"
        case .noPredictedNegatives: "nothing was predicted negative"
        case .noScores: "no scores, only decisions"
        case .noWeight: "the weights sum to zero"
        case .oneRow: "a single row of a kind"
        case .oneCluster: "rows of a single cluster"
        case .zeroMean: "the mean is zero"
        case .zeroMaximum: "the largest value is zero"
        case .zeroValue: "a value is zero"
        case .zeroVariance: "no variance"
        case .fewerThanTwoGroups: "fewer than two groups have a value"
        case .noDirection: "neither more nor less of it is better"
        case .notAProportion: "not a proportion"
        case .replicatesUndefined: "too many replicates were undefined"
        case .noInterval: "no method gives an interval of it"
        case .isReference: "it is the reference itself"
        case .weighted: "weighted rows have no intervals and no tests"
        case .noWeightedForm: "it has no weighted form"
        }
    }
}

/// The four counts that every rate of a yes-or-no classifier is made of.
package struct Confusion: Sendable, Hashable {
    /// Positive and called positive.
    package var truePositives = 0
    /// Negative but called positive.
    package var falsePositives = 0
    /// Negative and called negative.
    package var trueNegatives = 0
    /// Positive but called negative.
    package var falseNegatives = 0

    /// The counts of nobody.
    package init() {}

    /// The counts in the usual order.
    package init(tp: Int, fp: Int, tn: Int, fn: Int) {
        (truePositives, falsePositives, trueNegatives, falseNegatives) = (tp, fp, tn, fn)
    }

    /// The counts of rows; labels and decisions are 0 or 1.
    init(labels: [Int8], decisions: [Int8]) {
        var (positives, called, hits) = (0, 0, 0)
        for (label, decision) in zip(labels, decisions) {
            positives += Int(label)
            called += Int(decision)
            hits += Int(label & decision)
        }
        self.init(
            tp: hits, fp: called - hits, tn: labels.count - positives - called + hits, fn: positives - hits)
    }

    /// All rows, n.
    package var total: Int { positives + negatives }
    /// Rows of the positive class, P.
    package var positives: Int { truePositives + falseNegatives }
    /// Rows of the negative class, N.
    package var negatives: Int { falsePositives + trueNegatives }
    /// Rows called positive.
    package var predictedPositives: Int { truePositives + falsePositives }
    /// Rows called negative.
    package var predictedNegatives: Int { trueNegatives + falseNegatives }
    /// Rows called what they are.
    package var correct: Int { truePositives + trueNegatives }

    /// The counts of two disjoint sets of rows together.
    package static func + (left: Confusion, right: Confusion) -> Confusion {
        Confusion(
            tp: left.truePositives + right.truePositives, fp: left.falsePositives + right.falsePositives,
            tn: left.trueNegatives + right.trueNegatives, fn: left.falseNegatives + right.falseNegatives)
    }

    /// The counts of a set of rows without those of a part of it.
    static func - (left: Confusion, right: Confusion) -> Confusion {
        Confusion(
            tp: left.truePositives - right.truePositives, fp: left.falsePositives - right.falsePositives,
            tn: left.trueNegatives - right.trueNegatives, fn: left.falseNegatives - right.falseNegatives)
    }

    /// Counts one row more; label and decision are 0 or 1.
    mutating func add(label: Int8, decision: Int8) {
        switch (label, decision) {
        case (1, 1): truePositives += 1
        case (1, _): falseNegatives += 1
        case (_, 1): falsePositives += 1
        default: trueNegatives += 1
        }
    }
    /// Takes one row away; a count that was 0 becomes negative.
    mutating func remove(label: Int8, decision: Int8) {
        switch (label, decision) {
        case (1, 1): truePositives -= 1
        case (1, _): falseNegatives -= 1
        case (_, 1): falsePositives -= 1
        default: trueNegatives -= 1
        }
    }
}

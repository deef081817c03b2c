/// The outcomes of one classifier on a set of images, column by column (spec/metrics.md, section 0).
///
/// A row whose label, score or decision is missing leaves every statistic and is counted in
/// `excludedMissingOutcome`; a missing attribute leaves only the groupings that use it.
package struct RecordTable: Sendable {
    /// For each row 1 (the positive class, melanoma), 0, or -1 where the row has no usable outcome.
    package let labels: [Int8]
    /// P(positive) of each row in 0...1, or nil where only decisions are known.
    package let scores: [Double]?
    /// For each row 1 when it was called positive, else 0.
    package let decisions: [Int8]
    /// The weight of each row, or nil where all weigh 1.
    package let weights: [Double]?
    /// Which rows depend on one another, or nil where all are independent.
    package let clusters: ClusterColumn?
    /// The attributes, in the order of the declaration.
    package let attributes: [AttributeColumn]
    /// The score from which on a row is called positive, or nil where the decisions came ready made.
    package let threshold: Double?
    /// How many rows had a missing label, score or decision.
    package let excludedMissingOutcome: Int

    /// The number of rows, also those without an outcome.
    package var count: Int { labels.count }

    /// Refuses weights where intervals or tests are asked for (spec/metrics.md, section 0).
    package func requireUnweighted() throws(StatisticsError) {
        if weights != nil { throw .weightsWithIntervals }
    }

    /// A table of scores: a row is called positive when `score >= threshold`; equality counts as positive.
    package init(
        labels: [Bool?], scores: [Double?], threshold: Double = 0.5, weights: [Double]? = nil,
        clusters: ClusterColumn? = nil, attributes: [AttributeColumn]
    ) throws(StatisticsError) {
        let decisions = scores.map { score -> Bool? in
            guard let score, !score.isNaN else { return nil }
            return score >= threshold
        }
        try self.init(
            labels: labels, scores: scores, decisions: decisions, threshold: threshold, weights: weights,
            clusters: clusters, attributes: attributes)
    }

    /// A table of ready decisions, with scores where they are known.
    package init(
        labels: [Bool?], scores: [Double?]? = nil, decisions: [Bool?], weights: [Double]? = nil,
        clusters: ClusterColumn? = nil, attributes: [AttributeColumn]
    ) throws(StatisticsError) {
        try self.init(
            labels: labels, scores: scores, decisions: decisions, threshold: nil, weights: weights,
            clusters: clusters, attributes: attributes)
    }

    private init(
        labels: [Bool?], scores: [Double?]?, decisions: [Bool?], threshold: Double?, weights: [Double]?,
        clusters: ClusterColumn?, attributes: [AttributeColumn]
    ) throws(StatisticsError) {
        try Self.check("decision", decisions.count, labels.count)
        try Self.check("score", scores?.count ?? labels.count, labels.count)
        try Self.check("weight", weights?.count ?? labels.count, labels.count)
        if let clusters { try Self.check(clusters.name, clusters.codes.count, labels.count) }
        for attribute in attributes { try Self.check(attribute.name, attribute.codes.count, labels.count) }
        for (row, weight) in (weights ?? []).enumerated() where !(weight >= 0 && weight.isFinite) {
            throw .badWeight(row: row, weight: weight)
        }
        var codes = [Int8](repeating: -1, count: labels.count)
        var missing = 0
        for row in labels.indices {
            let score = try Self.score(scores, row)
            guard let label = labels[row], decisions[row] != nil, scores == nil || score != nil else {
                missing += 1
                continue
            }
            codes[row] = label ? 1 : 0
        }
        self.labels = codes
        self.scores = scores?.map { $0 ?? .nan }
        self.decisions = decisions.map { $0 == true ? 1 : 0 }
        self.weights = weights
        self.clusters = clusters
        self.attributes = attributes
        self.threshold = threshold
        excludedMissingOutcome = missing
    }

    private static func check(_ column: String, _ found: Int, _ expected: Int) throws(StatisticsError) {
        guard found == expected else {
            throw .unequalColumns(column: column, expected: expected, found: found)
        }
    }

    /// The score of a row, nil where it is missing; a score outside 0...1 or infinite is an error.
    private static func score(_ scores: [Double?]?, _ row: Int) throws(StatisticsError) -> Double? {
        guard let score = scores?[row], !score.isNaN else { return nil }
        guard score >= 0, score <= 1 else { throw .scoreOutOfRange(row: row, score: score) }
        return score
    }
    /// Some rows of a table, in the order given.
    init(_ table: RecordTable, rows: [Int], attributes: [AttributeColumn]? = nil) {
        labels = rows.map { table.labels[$0] }
        scores = table.scores.map { column in rows.map { column[$0] } }
        decisions = rows.map { table.decisions[$0] }
        weights = table.weights.map { column in rows.map { column[$0] } }
        clusters = table.clusters?.rows(rows)
        self.attributes = attributes ?? table.attributes.map { $0.rows(rows) }
        threshold = table.threshold
        excludedMissingOutcome = labels.count { $0 < 0 }
    }
}

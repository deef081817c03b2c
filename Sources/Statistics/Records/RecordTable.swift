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
        try self.init(
            labels: labels, numbers: scores.map { $0 ?? .nan }, threshold: threshold, weights: weights,
            clusters: clusters, attributes: attributes)
    }

    /// A table of scores in which NaN is a missing one: a row is called positive when `score >= threshold`.
    package init(
        labels: [Bool?], numbers: [Double], threshold: Double, weights: [Double]? = nil,
        clusters: ClusterColumn? = nil, attributes: [AttributeColumn]
    ) throws(StatisticsError) {
        let decisions = numbers.map { $0.isNaN ? nil : $0 >= threshold }
        try self.init(
            labels: labels, scores: numbers, decisions: decisions, threshold: threshold, weights: weights,
            clusters: clusters, attributes: attributes)
    }

    /// A table of ready decisions, with scores where they are known.
    package init(
        labels: [Bool?], scores: [Double?]? = nil, decisions: [Bool?], weights: [Double]? = nil,
        clusters: ClusterColumn? = nil, attributes: [AttributeColumn]
    ) throws(StatisticsError) {
        try self.init(
            labels: labels, numbers: scores?.map { $0 ?? .nan }, decisions: decisions, weights: weights,
            clusters: clusters, attributes: attributes)
    }

    /// A table of ready decisions, with scores in which NaN is a missing one.
    package init(
        labels: [Bool?], numbers: [Double]?, decisions: [Bool?], weights: [Double]? = nil,
        clusters: ClusterColumn? = nil, attributes: [AttributeColumn]
    ) throws(StatisticsError) {
        try self.init(
            labels: labels, scores: numbers, decisions: decisions, threshold: nil, weights: weights,
            clusters: clusters, attributes: attributes)
    }

    private init(
        labels: [Bool?], scores: [Double]?, decisions: [Bool?], threshold: Double?, weights: [Double]?,
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
            let hasScore = try Self.hasScore(scores, row)
            guard let label = labels[row], decisions[row] != nil, hasScore else {
                missing += 1
                continue
            }
            codes[row] = label ? 1 : 0
        }
        self.labels = codes
        self.scores = scores
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

    /// Whether the score of a row is known, or none is asked for; one outside 0...1 or infinite is an error.
    private static func hasScore(_ scores: [Double]?, _ row: Int) throws(StatisticsError) -> Bool {
        guard let score = scores?[row] else { return true }
        if score.isNaN { return false }
        guard score >= 0, score <= 1 else { throw .scoreOutOfRange(row: row, score: score) }
        return true
    }

    /// The same rows without their scores, which then need not be sorted: enough where only decisions are counted.
    ///
    /// Rows that come in clusters, or with weights, keep theirs: what is drawn or summed depends on their order.
    package var countedOnly: RecordTable {
        clusters == nil && weights == nil ? RecordTable(withoutScores: self) : self
    }

    private init(withoutScores table: RecordTable) {
        labels = table.labels
        scores = nil
        decisions = table.decisions
        weights = table.weights
        clusters = table.clusters
        attributes = table.attributes
        threshold = table.threshold
        excludedMissingOutcome = table.excludedMissingOutcome
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

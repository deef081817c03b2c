/// Rows with one and the same score; a whole block crosses a threshold together.
struct ScoreBlock {
    /// Positive rows of the block.
    let positives: Int
    /// Negative rows of the block.
    let negatives: Int
    /// Positive rows before it: of lower scores, or of higher ones where blocks are walked downward.
    let positivesBefore: Int
    /// Negative rows before it.
    let negativesBefore: Int
}

/// The blocks of tied scores of a sample, one after the other; none without scores.
struct ScoreBlocks: Sequence, IteratorProtocol {
    private let scores: [Double]
    private let labels: [Int8]
    private let step: Int
    private var row: Int
    private var positives = 0
    private var negatives = 0

    /// The blocks by rising score, or by falling score.
    init(_ sample: Sample, falling: Bool = false) {
        scores = sample.scores ?? []
        labels = sample.labels
        step = falling ? -1 : 1
        row = falling ? scores.count - 1 : 0
    }

    mutating func next() -> ScoreBlock? {
        guard row >= 0, row < scores.count else { return nil }
        let score = scores[row]
        var (hits, rows) = (0, 0)
        while row >= 0, row < scores.count, scores[row] == score {
            hits += Int(labels[row])
            rows += 1
            row += step
        }
        let block = ScoreBlock(
            positives: hits, negatives: rows - hits, positivesBefore: positives, negativesBefore: negatives)
        positives += hits
        negatives += rows - hits
        return block
    }
}

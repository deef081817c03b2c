/// Rows with one and the same score; a whole block crosses a threshold together.
struct ScoreBlock {
    /// Positive rows of the block.
    var positives = 0
    /// Negative rows of the block.
    var negatives = 0
    /// Positive rows with a lower score.
    let positivesBelow: Int
    /// Negative rows with a lower score.
    let negativesBelow: Int
}

extension Sample {
    /// The blocks of tied scores, by rising score; empty without scores.
    var scoreBlocks: [ScoreBlock] {
        guard let scores else { return [] }
        var blocks: [ScoreBlock] = []
        var current = ScoreBlock(positivesBelow: 0, negativesBelow: 0)
        for row in scores.indices {
            if row > 0, scores[row] != scores[row - 1] {
                blocks.append(current)
                current = ScoreBlock(
                    positivesBelow: current.positivesBelow + current.positives,
                    negativesBelow: current.negativesBelow + current.negatives)
            }
            if labels[row] == 1 { current.positives += 1 } else { current.negatives += 1 }
        }
        if !scores.isEmpty { blocks.append(current) }
        return blocks
    }
}

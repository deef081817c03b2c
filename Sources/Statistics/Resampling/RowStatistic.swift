/// One quantity as a function of how often each row counts: the kernel of bootstrap, permutation and jackknife.
///
/// Rows are sorted by score once, so that every resample costs one pass and no sort.
struct RowStatistic: Sendable {
    private let metric: GroupMetric
    private let kind: Kind
    /// For each row, by rising score, where its multiplicity stands.
    private let places: [Int32]
    /// For each row 1 where it is positive.
    private let labels: [Int8]
    /// For each row 1 when it was called positive.
    private let decisions: [Int8]
    /// For each row whether it is the last of its score.
    private let endsBlock: [Bool]
    /// For each row what is averaged: the score, or a loss.
    private let terms: [Double]

    /// How the quantity is computed.
    private enum Kind: Sendable {
        case counts, mean, area, precision, undefined
        case sensitivity(specificity: Double)
        case calibration(bins: Int, isLargest: Bool)

        init(_ metric: GroupMetric) {
            switch metric {
            case .brier, .logLoss, .meanScore: self = .mean
            case .auroc: self = .area
            case .auprc: self = .precision
            case .aurocVariance: self = .undefined
            case .sensitivityAt80: self = .sensitivity(specificity: 0.80)
            case .sensitivityAt90: self = .sensitivity(specificity: 0.90)
            case .sensitivityAt95: self = .sensitivity(specificity: 0.95)
            case .ece10: self = .calibration(bins: 10, isLargest: false)
            case .ece15: self = .calibration(bins: 15, isLargest: false)
            case .mce10: self = .calibration(bins: 10, isLargest: true)
            case .mce15: self = .calibration(bins: 15, isLargest: true)
            default: self = .counts
            }
        }
    }

    /// A quantity of the rows of a sample; nil where it needs scores that are not known.
    ///
    /// - Parameter places: for each row of the sample the index of its multiplicity; its own index by default.
    init?(_ metric: GroupMetric, of sample: Sample, places: [Int32]? = nil) {
        let scores = sample.scores ?? []
        if metric.needs.contains(.scores), sample.scores == nil { return nil }
        self.metric = metric
        kind = Kind(metric)
        self.places = places ?? sample.labels.indices.map { Int32(truncatingIfNeeded: $0) }
        labels = sample.labels
        decisions = sample.decisions
        endsBlock = scores.indices.map { $0 + 1 == scores.count || scores[$0 + 1] != scores[$0] }
        terms = scores.indices.map {
            Sample.term(metric, score: scores[$0], label: Double(sample.labels[$0]))
        }
    }

    /// The rows of several samples together; multiplicities stand in the order of the samples.
    init?(_ metric: GroupMetric, pooling samples: [Sample]) {
        var rows: [(score: Double, place: Int32, label: Int8, decision: Int8)] = []
        for sample in samples {
            for row in sample.labels.indices {
                let score = sample.scores?[row] ?? 0
                let place = Int32(truncatingIfNeeded: rows.count)
                rows.append((score, place, sample.labels[row], sample.decisions[row]))
            }
        }
        rows.sort { ($0.score, $0.place) < ($1.score, $1.place) }
        let hasScores = samples.allSatisfy { $0.scores != nil }
        let pooled = Sample(
            labels: rows.map(\.label), decisions: rows.map(\.decision),
            scores: hasScores ? rows.map(\.score) : nil)
        self.init(metric, of: pooled, places: rows.map(\.place))
    }

    /// The quantity, or nil where it is undefined.
    ///
    /// - Parameter multiplicities: how often each row counts, at least 0.
    func value(_ multiplicities: [Int32]) -> Double? {
        switch kind {
        case .undefined: nil
        case .counts: Sample(counts: confusion(multiplicities)).quantity(metric).value
        case .mean: mean(multiplicities)
        case .area: area(multiplicities)
        case .precision: averagePrecision(multiplicities)
        case .sensitivity(let specificity): sensitivity(specificity, multiplicities)
        case .calibration(let bins, let isLargest):
            calibrationError(bins, isLargest: isLargest, multiplicities)
        }
    }

    private func confusion(_ multiplicities: [Int32]) -> Confusion {
        var counts = (0, 0, 0, 0)
        for row in places.indices {
            let count = Int(multiplicities[Int(places[row])])
            let (label, decision) = (Int(labels[row]), Int(decisions[row]))
            counts.0 += count * label * decision
            counts.1 += count * (1 - label) * decision
            counts.2 += count * (1 - label) * (1 - decision)
            counts.3 += count * label * (1 - decision)
        }
        return Confusion(tp: counts.0, fp: counts.1, tn: counts.2, fn: counts.3)
    }

    private func mean(_ multiplicities: [Int32]) -> Double? {
        var (sum, rows) = (0.0, 0)
        for row in places.indices {
            let count = multiplicities[Int(places[row])]
            sum += Double(count) * terms[row]
            rows += Int(count)
        }
        return rows == 0 ? nil : sum / Double(rows)
    }

    private func area(_ multiplicities: [Int32]) -> Double? {
        var (positives, negatives, doubledWins) = (0, 0, 0)
        var (blockPositives, blockNegatives) = (0, 0)
        for row in places.indices {
            let count = Int(multiplicities[Int(places[row])])
            let hits = count * Int(labels[row])
            blockPositives += hits
            blockNegatives += count - hits
            guard endsBlock[row] else { continue }
            doubledWins += blockPositives * (2 * negatives + blockNegatives)
            positives += blockPositives
            negatives += blockNegatives
            (blockPositives, blockNegatives) = (0, 0)
        }
        guard positives > 0, negatives > 0 else { return nil }
        return Double(doubledWins) / (2 * Double(positives) * Double(negatives))
    }

    private func averagePrecision(_ multiplicities: [Int32]) -> Double? {
        var (hits, called, block) = (0, 0, 0)
        var sum = 0.0
        for row in places.indices.reversed() {
            if endsBlock[row], block > 0 {
                sum += Double(block) * Double(hits) / Double(called)
                block = 0
            }
            let count = Int(multiplicities[Int(places[row])])
            called += count
            hits += count * Int(labels[row])
            block += count * Int(labels[row])
        }
        if block > 0 { sum += Double(block) * Double(hits) / Double(called) }
        return hits == 0 ? nil : sum / Double(hits)
    }

    private func sensitivity(_ specificity: Double, _ multiplicities: [Int32]) -> Double? {
        let counts = confusion(multiplicities)
        guard counts.positives > 0, counts.negatives > 0 else { return nil }
        let allowed = Int((1 - specificity) * Double(counts.negatives) + 1e-9)
        var (hits, falseAlarms, kept) = (0, 0, 0)
        for row in places.indices.reversed() {
            if endsBlock[row] {
                guard falseAlarms <= allowed else { break }
                kept = hits
            }
            let count = Int(multiplicities[Int(places[row])])
            hits += count * Int(labels[row])
            falseAlarms += count * (1 - Int(labels[row]))
        }
        if falseAlarms <= allowed { kept = hits }
        return Double(kept) / Double(counts.positives)
    }

    private func calibrationError(_ bins: Int, isLargest: Bool, _ multiplicities: [Int32]) -> Double? {
        var sums = [(rows: Int, positives: Int, scores: Double)](repeating: (0, 0, 0), count: bins)
        var total = 0
        for row in places.indices {
            let count = multiplicities[Int(places[row])]
            let bin = min(Int(terms[row] * Double(bins)), bins - 1)
            sums[bin].rows += Int(count)
            sums[bin].positives += Int(count) * Int(labels[row])
            sums[bin].scores += Double(count) * terms[row]
            total += Int(count)
        }
        guard total > 0 else { return nil }
        let errors = sums.filter { $0.rows > 0 }.map { bin in
            (
                share: Double(bin.rows) / Double(total),
                error: (bin.scores - Double(bin.positives)).magnitude / Double(bin.rows)
            )
        }
        return isLargest ? errors.map(\.error).max() : errors.reduce(0) { $0 + $1.share * $1.error }
    }
}

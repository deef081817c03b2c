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
    /// For each row 1 where it is positive, and 2 more where it is the last of its score.
    private let flags: [UInt8]
    /// Where the rows of each bin of scores end, for calibration.
    private let binEnds: [Int]
    /// The largest of `places`.
    private let lastPlace: Int

    /// How the quantity is computed.
    private enum Kind: Sendable {
        case counts, mean, area, precision, undefined
        case sensitivity(specificity: Double)
        case calibration(bins: Int, isLargest: Bool)

        init(_ metric: GroupMetric) {
            switch metric {
            case .brier, .logLoss, .meanScore, .calibrationInTheLarge: self = .mean
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
        flags = zip(sample.labels, endsBlock).map { UInt8($0) + ($1 ? 2 : 0) }
        lastPlace = Int(self.places.max() ?? -1)
        if case .calibration(let bins, _) = kind {
            binEnds = Sample.binEnds(bins, scores)
        } else {
            binEnds = []
        }
    }

    /// The rows of several samples together; multiplicities stand in the order of the samples.
    init?(_ metric: GroupMetric, pooling samples: [Sample]) {
        let pooled = PooledSample(samples)
        self.init(metric, of: pooled.sample, places: pooled.origins)
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
        case .calibration(_, let isLargest): calibrationError(isLargest, multiplicities)
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
        withRows(multiplicities) { places, _, multiplicities in
            for row in places.indices {
                let count = multiplicities[Int(places[row])]
                sum += Double(count) * terms[row]
                rows += Int(count)
            }
        }
        return rows == 0 ? nil : sum / Double(rows)
    }

    private func area(_ multiplicities: [Int32]) -> Double? {
        var (positives, negatives, doubledWins) = (0, 0, 0)
        var (blockPositives, blockNegatives) = (0, 0)
        withRows(multiplicities) { places, flags, multiplicities in
            for row in places.indices {
                let count = Int(multiplicities[Int(places[row])])
                let flag = Int(flags[row])
                let hits = count & -(flag & 1)
                blockPositives += hits
                blockNegatives += count - hits
                // All ones at the end of a block, else 0: no branch to mispredict.
                let ends = -(flag >> 1)
                doubledWins += ends & (blockPositives * (2 * negatives + blockNegatives))
                positives += ends & blockPositives
                negatives += ends & blockNegatives
                blockPositives &= ~ends
                blockNegatives &= ~ends
            }
        }
        guard positives > 0, negatives > 0 else { return nil }
        return Double(doubledWins) / (2 * Double(positives) * Double(negatives))
    }

    /// The rows' places and flags beside the multiplicities, without a check of every index.
    @inline(__always)
    private func withRows(
        _ multiplicities: [Int32],
        _ body: (
            UnsafeBufferPointer<Int32>, UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<Int32>
        ) -> Void
    ) {
        precondition(multiplicities.count > lastPlace, "a multiplicity for each row")
        places.withUnsafeBufferPointer { places in
            flags.withUnsafeBufferPointer { flags in
                // Safety: places lie in 0...lastPlace; flags and places are of one length; nothing is written.
                multiplicities.withUnsafeBufferPointer { body(places, flags, $0) }
            }
        }
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

    private func calibrationError(_ isLargest: Bool, _ multiplicities: [Int32]) -> Double? {
        var (start, total, largest, sum) = (0, 0, 0.0, 0.0)
        for end in binEnds {
            var (rows, positives, scores) = (0, 0, 0.0)
            for row in start..<end {
                let count = Int(multiplicities[Int(places[row])])
                rows += count
                positives += count * Int(labels[row])
                scores += Double(count) * terms[row]
            }
            start = end
            guard rows > 0 else { continue }
            let error = (scores - Double(positives)).magnitude
            total += rows
            sum += error
            largest = max(largest, error / Double(rows))
        }
        guard total > 0 else { return nil }
        return isLargest ? largest : sum / Double(total)
    }
}

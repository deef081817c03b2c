import Statistics

/// The tests of a report, which are corrected together: one family of gaps, one of pairs and references, one of
/// differences between classifiers.
///
/// Pairs explain a gap that was found; corrected together with it they would only hide it.
struct TestFamily {
    private let correction: TestCorrection?

    /// The families under one correction, or none.
    init(correction: TestCorrection?) {
        self.correction = correction
    }

    /// The sections with each family's size, and corrected p-values where a correction was asked for.
    func corrected(_ sections: [ReportSection]) -> [ReportSection] {
        var sections = sections
        var gaps = Numbers(sections.flatMap(\.comparisons).map(\.number), correction)
        var pairs = Numbers(sections.flatMap { $0.references + $0.pairs }.map(\.number), correction)
        for index in sections.indices {
            for row in sections[index].comparisons.indices {
                gaps.correct(&sections[index].comparisons[row].number)
            }
            for row in sections[index].references.indices {
                pairs.correct(&sections[index].references[row].number)
            }
            for row in sections[index].pairs.indices { pairs.correct(&sections[index].pairs[row].number) }
        }
        return sections
    }

    /// The differences, corrected alike.
    func corrected(_ differences: [ReportDifference]) -> [ReportDifference] {
        var differences = differences
        var family = Numbers(differences.map(\.number), correction)
        for index in differences.indices { family.correct(&differences[index].number) }
        return differences
    }

    /// One family, handed out in the order in which it was gathered.
    private struct Numbers {
        private var adjusted: ArraySlice<Double>?
        private let size: Int

        init(_ numbers: [ReportNumber], _ correction: TestCorrection?) {
            let pValues = numbers.compactMap { $0.test?.p }
            adjusted = correction.map { ArraySlice($0.adjust(pValues)) }
            size = pValues.count
        }

        mutating func correct(_ number: inout ReportNumber) {
            guard number.test != nil else { return }
            number.test?.adjustedP = adjusted?.popFirst()
            number.test?.familySize = size
        }
    }
}

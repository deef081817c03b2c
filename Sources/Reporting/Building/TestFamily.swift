import Statistics

/// All tests of a report, which are corrected together.
struct TestFamily {
    private let sections: [ReportSection]
    private let correction: TestCorrection?

    /// The family of the tests in `sections`.
    init(sections: [ReportSection], correction: TestCorrection?) {
        self.sections = sections
        self.correction = correction
    }

    /// The sections with the family's size, and corrected p-values where a correction was asked for.
    func corrected() -> [ReportSection] {
        let pValues = sections.flatMap(\.comparisons).compactMap { $0.number.test?.p }
        var adjusted = (correction?.adjust(pValues)).map { ArraySlice($0) }
        return sections.map { section in
            var section = section
            for index in section.comparisons.indices {
                guard section.comparisons[index].number.test != nil else { continue }
                section.comparisons[index].number.test?.adjustedP = adjusted?.popFirst()
                section.comparisons[index].number.test?.familySize = pValues.count
            }
            return section
        }
    }
}

import Statistics

/// Random rows of two classes with overlapping scores, for properties that must hold of any rows.
struct DrawnRows {
    let labels: [Bool]
    let scores: [Double]
    let sexes: [String]

    /// - Parameter step: scores are multiples of it, so that a large one makes ties.
    init(_ count: Int, seed: UInt64, step: Double = 0.01) {
        var numbers = NumberSource(seed: seed)
        let labels = (0..<count).map { _ in numbers.next(below: 5) < 2 }
        self.labels = labels
        scores = labels.map { label in
            let score = (label ? 0.25 : 0.05) + 0.7 * numbers.unit()
            return min(1, (score / step).rounded() * step)
        }
        sexes = labels.map { _ in ["f", "m", "x"][numbers.next(below: 3)] }
    }

    /// The rows with their attribute `sex` of three levels.
    func table() throws -> RecordTable {
        try RecordTable(
            labels: labels, scores: scores,
            attributes: [AttributeColumn(name: "sex", levels: ["f", "m", "x"], values: sexes)])
    }

    /// The rows in groups by sex.
    func groups() throws -> [Sample] {
        try table().grouped(by: Grouping(["sex"])).groups.map(\.sample)
    }
}

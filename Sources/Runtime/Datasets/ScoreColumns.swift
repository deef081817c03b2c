/// The columns whose sum is the probability of a positive.
package struct ScoreColumns: RowColumn {
    /// For each row the probability; NaN where one of the columns is empty.
    package private(set) var scores: [Double] = []
    private let path: String
    private let names: [String]
    private let indices: [Int]
    private let allowsComma: Bool

    /// The columns of these names.
    package init(_ names: [String], of reader: CSVReader) throws(CSVError) {
        var indices: [Int] = []
        for name in names { indices.append(try reader.index(of: name)) }
        (self.names, self.indices, path) = (names, indices, reader.path)
        allowsComma = reader.delimiter.allowsDecimalComma
    }

    /// Soft-max outputs are printed with six or seven digits, so their sum may exceed 1 by this much.
    private static let rounding = 1e-5

    /// Adds the probabilities of rows.
    package mutating func add(_ rows: CSVRows) throws(CSVError) {
        for row in 0..<rows.count { scores.append(try score(rows, row)) }
    }

    private func score(_ rows: CSVRows, _ row: Int) throws(CSVError) -> Double {
        var sum = 0.0
        for (place, index) in indices.enumerated() {
            let number = try rows.withBytes(row, index) { bytes throws(CSVError) in
                DecimalText.number(bytes.trimmingBlanks, allowsComma: allowsComma)
            }
            if let number, number >= 0, number <= 1 + Self.rounding {
                sum += number
                continue
            }
            if MissingText.contains(try rows.text(row, index)) { return .nan }
            throw bad(rows, row, place, expected: "a probability in 0..1")
        }
        guard sum <= 1 + Self.rounding else {
            throw bad(rows, row, 0, expected: "\(names.joined(separator: " + ")) of at most 1")
        }
        return min(sum, 1)
    }

    private func bad(_ rows: CSVRows, _ row: Int, _ place: Int, expected: String) -> CSVError {
        let (line, column) = rows.place(row, indices[place])
        return .badValue(
            path: path, line: line, column: column, name: names[place],
            found: (try? rows.text(row, indices[place])) ?? "", expected: expected)
    }
}

/// The columns whose sum is the probability of a positive.
package struct ScoreColumns {
    private let indices: [Int]
    private let allowsComma: Bool

    /// The columns of these names.
    package init(_ names: [String], of reader: CSVReader) throws(CSVError) {
        var indices: [Int] = []
        for name in names { indices.append(try reader.index(of: name)) }
        self.indices = indices
        allowsComma = reader.delimiter.allowsDecimalComma
    }

    /// Soft-max outputs are printed with six or seven digits, so their sum may exceed 1 by this much.
    private static let rounding = 1e-5

    /// The probability in the row that `reader` is at; NaN where one of the columns is empty.
    package func score(_ reader: CSVReader) throws(CSVError) -> Double {
        var sum = 0.0
        for index in indices {
            let number = reader.withBytes(index) { bytes in
                DecimalText.number(bytes.trimmingBlanks, allowsComma: allowsComma)
            }
            if let number, number >= 0, number <= 1 + Self.rounding {
                sum += number
                continue
            }
            if MissingText.contains(try reader.text(index)) { return .nan }
            throw bad(reader, index, expected: "a probability in 0..1")
        }
        guard sum <= 1 + Self.rounding else {
            let names = indices.map { reader.columns[$0] }.joined(separator: " + ")
            throw bad(reader, indices[0], expected: "\(names) of at most 1")
        }
        return min(sum, 1)
    }

    private func bad(_ reader: CSVReader, _ index: Int, expected: String) -> CSVError {
        let place = reader.place(ofField: index)
        return .badValue(
            path: reader.path, line: place.line, column: place.column, name: reader.columns[index],
            found: (try? reader.text(index)) ?? "", expected: expected)
    }
}

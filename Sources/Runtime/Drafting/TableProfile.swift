/// What the columns of a table hold, after one look at all rows.
struct TableProfile {
    /// One column.
    struct Column {
        /// Its name.
        let name: String
        /// How many rows have no value in it.
        fileprivate(set) var missing = 0
        /// How many rows have each text, in the order of the rows; at most `mostTexts` different ones are kept.
        fileprivate(set) var texts: [(text: String, count: Int)] = []
        /// Whether there are more different texts than were kept.
        fileprivate(set) var hasMore = false
        /// Whether every value is a number in 0...1.
        fileprivate(set) var isShare = true
        /// Whether every value is a finite number of at least 0.
        fileprivate(set) var isWeight = true
        private var places: [String: Int] = [:]

        /// Whether several rows share a value, as far as values were kept.
        var repeats: Bool { texts.contains { $0.count > 1 } }

        fileprivate init(name: String) {
            self.name = name
        }

        fileprivate mutating func add(_ text: String) {
            if MissingText.contains(text) {
                missing += 1
                return
            }
            isWeight = isWeight && (Double(text).map { $0 >= 0 && $0.isFinite } ?? false)
            isShare = isShare && (Double(text).map { (0...1).contains($0) } ?? false)
            if let place = places[text] {
                texts[place].count += 1
            } else if texts.count < TableProfile.mostTexts {
                places[text] = texts.count
                texts.append((text, 1))
            } else {
                hasMore = true
            }
        }
    }

    /// How many different texts of a column are kept.
    static let mostTexts = 200

    /// The columns, in order.
    private(set) var columns: [Column]
    /// The number of rows.
    private(set) var rows = 0

    /// Looks at the CSV at `path`.
    init(path: String) throws(CSVError) {
        let reader = try CSVReader(path: path)
        columns = reader.columns.map { Column(name: $0) }
        while try reader.advance() {
            rows += 1
            for index in columns.indices { columns[index].add(try reader.text(index).trimmingBlanks) }
        }
    }

    /// The first column with one of these names, compared without regard to case.
    func column(named names: [String]) -> Column? {
        for name in names {
            if let column = columns.first(where: { $0.name.lowercased() == name.lowercased() }) {
                return column
            }
        }
        return nil
    }
}

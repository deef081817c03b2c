/// One attribute of every row of a table: its declared levels in order, and the level of each row.
package struct AttributeColumn: Sendable, Hashable {
    /// The attribute's name in scripts, such as `age`.
    package let name: String
    /// The declared levels in declared order, also those that no row has.
    package let levels: [String]
    /// For each row the index of its level, or -1 where the value is missing.
    package let codes: [Int32]

    /// - Parameters:
    ///   - levels: what the cohort statement asked for, in its order.
    ///   - values: one for each row; nil is missing.
    package init(name: String, levels: [String], values: [String?]) throws(StatisticsError) {
        var index: [String: Int32] = [:]
        for level in levels {
            guard index.updateValue(Int32(index.count), forKey: level) == nil else {
                throw .repeatedLevel(attribute: name, level: level)
            }
        }
        var codes: [Int32] = []
        codes.reserveCapacity(values.count)
        for (row, value) in values.enumerated() {
            guard let value else {
                codes.append(-1)
                continue
            }
            guard let code = index[value] else {
                throw .undeclaredLevel(attribute: name, row: row, value: value, declared: levels)
            }
            codes.append(code)
        }
        self.name = name
        self.levels = levels
        self.codes = codes
    }
    /// The column of some rows, with all its levels.
    func rows(_ rows: [Int]) -> AttributeColumn {
        AttributeColumn(name: name, levels: levels, codes: rows.map { codes[$0] })
    }

    /// A column whose levels are known by their index: -1 where missing, else in the range of `levels`.
    package init(name: String, levels: [String], codes: [Int32]) {
        precondition(codes.allSatisfy { $0 >= -1 && $0 < levels.count }, "a code without a level")
        self.name = name
        self.levels = levels
        self.codes = codes
    }
}

import Semantics

/// One attribute of all rows: what was declared, and the value of each row.
package struct OutcomeAttribute: Sendable {
    /// Its name in scripts.
    package let name: String
    /// The declared values in declared order; empty for the numbers of a data set, which declares none.
    package let levels: [AttributeValue]
    /// The width of bins when a grouping names none; nil for one group a value.
    package let naturalWidth: Double?
    /// The values that rows have; two entries may be the same value.
    let seen: [AttributeValue]
    /// For each row the place of its value in `seen`; -1 is missing.
    let codes: RowCodes

    /// An attribute whose values are known by their place among those seen.
    init(
        name: String, levels: [AttributeValue], naturalWidth: Double?, seen: [AttributeValue], codes: RowCodes
    ) {
        self.name = name
        self.levels = levels
        self.naturalWidth = naturalWidth
        self.seen = seen
        self.codes = codes
    }

    /// - Parameter values: for each row its value; nil is missing.
    package init(
        name: String, levels: [AttributeValue], naturalWidth: Double?, values: [AttributeValue?]
    ) {
        var seen: [AttributeValue] = []
        var places: [AttributeValue: Int32] = [:]
        var codes: RowCodes = []
        for value in values {
            if let value, places[value] == nil {
                places[value] = Int32(seen.count)
                seen.append(value)
            }
            codes.append(value.flatMap { places[$0] } ?? -1)
        }
        self.init(name: name, levels: levels, naturalWidth: naturalWidth, seen: seen, codes: codes)
    }

    /// The value of a row; nil where it is missing.
    package func value(ofRow row: Int) -> AttributeValue? {
        let code = Int(codes[row])
        return code < 0 ? nil : seen[code]
    }

    /// The attribute of some rows, in their order.
    func rows(_ rows: [Int]) -> OutcomeAttribute {
        OutcomeAttribute(
            name: name, levels: levels, naturalWidth: naturalWidth, seen: seen,
            codes: codes.rows(rows))
    }
}

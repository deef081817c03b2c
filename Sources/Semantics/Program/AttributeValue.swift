/// One value of an attribute of a person or a lesion.
public enum AttributeValue: Sendable, Hashable {
    /// A word of an attribute's list, in its canonical form: `m`, `melanoma`.
    case name(String)
    /// A number: years of age, millimetres.
    case number(Double)
    /// A Fitzpatrick skin type, 1 (I) to 6 (VI).
    case fitzpatrick(Int)
    /// Deliberately not stated.
    case unknown

    /// The canonical text, as in cell texts, tables and columns: `m`, `30`, `2.5`, `II`, `unknown`.
    public var text: String {
        switch self {
        case .name(let name): name
        case .number(let number): Value.canonical(number)
        case .fitzpatrick(let type): Self.numeral(type)
        case .unknown: "unknown"
        }
    }

    /// The Roman numeral of a skin type; numbers outside 1...6 are written as digits.
    package static func numeral(_ type: Int) -> String {
        let numerals = ["I", "II", "III", "IV", "V", "VI"]
        return numerals.indices.contains(type - 1) ? numerals[type - 1] : String(type)
    }
}

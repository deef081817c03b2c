/// Lines of facts about a file, in two columns.
enum InspectionText {
    /// The path, and a line for each fact; a fact without a name belongs to the one above it.
    static func facts(_ path: String, _ rows: [(name: String, fact: String)]) -> [String] {
        let width = rows.map(\.name.count).max() ?? 0
        return [path] + rows.map { "  " + padded($0.name, width) + "  " + $0.fact }
    }

    /// A text with blanks behind it, `width` wide at least.
    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// Rows under one name, which stands before the first.
    static func list(_ name: String, _ facts: [String]) -> [(name: String, fact: String)] {
        facts.enumerated().map { ($0 == 0 ? name : "", $1) }
    }
}

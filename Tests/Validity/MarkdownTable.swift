/// A table of a Markdown page.
struct MarkdownTable {
    private var lines: [String]

    /// A table with these column titles; all columns but the first are numbers.
    init(_ titles: [String]) {
        lines = [
            "| " + titles.joined(separator: " | ") + " |",
            "|---|" + titles.dropFirst().map { _ in "---:|" }.joined(),
        ]
    }

    /// Adds a row.
    mutating func add(_ cells: [String]) {
        lines.append("| " + cells.joined(separator: " | ") + " |")
    }

    /// The table, with a line feed at its end.
    var text: String { lines.joined(separator: "\n") + "\n" }

    /// A share as per cent with one decimal, such as `95.2`.
    static func percent(_ share: Double) -> String { decimals(100 * share, 1) }

    /// A number with a fixed count of decimals.
    static func decimals(_ number: Double, _ places: Int) -> String {
        let scale = (0..<places).reduce(1) { product, _ in product * 10 }
        let whole = Int((number.magnitude * Double(scale)).rounded())
        let sign = number < 0 && whole > 0 ? "-" : ""
        guard places > 0 else { return "\(sign)\(whole)" }
        let fraction = String(whole % scale)
        return "\(sign)\(whole / scale).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
    }
}

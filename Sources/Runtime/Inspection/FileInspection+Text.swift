import Reporting

extension FileInspection {
    /// Rows shown of a long table: so many at its beginning, and so many at its end.
    private static let (firstRows, lastRows) = (20, 10)

    /// The inspection as a person reads it.
    ///
    /// - Parameter listsAll: whether every tensor is listed, however many there are.
    func text(listsAll: Bool) -> String {
        let elements = elements.map { "\($0.type.rawValue) \(Decimals.thousands($0.count))" }.joined(
            separator: ", ")
        var rows: [(name: String, fact: String)] = [
            ("format", "\(format.title), \(Decimals.thousands(bytes)) bytes"), ("sha256", "\(digest)"),
            ("tensors", "\(Decimals.thousands(entries.count)), elements: \(elements)"),
        ]
        if !wrapper.isEmpty { rows.append(("network", "the tensors under `\(wrapper)`")) }
        rows.append(
            ("architecture", (architecture ?? "unknown") + (guess?.outputs.map { ", \($0) scores" } ?? "")))
        rows += kerasRows
        rows += notes.map { ("note", $0) }
        rows += InspectionText.list("to run it", needs)
        let lines = InspectionText.facts(path, rows) + [""] + table(listsAll: listsAll)
        return lines.joined(separator: "\n") + "\n"
    }

    private var kerasRows: [(String, String)] {
        guard let keras else { return [] }
        let layers = keras.layers.count { !$0.weights.isEmpty }
        var rows = [
            ("layers", "\(layers) with weights" + (keras.version.map { ", written by Keras \($0)" } ?? ""))
        ]
        if let outline, !outline.layers.isEmpty {
            let kinds = outline.layers.prefix(12).map { "\($0.kind) \($0.count)" }.joined(separator: ", ")
            rows.append(("kinds", kinds + (outline.layers.count > 12 ? ", ..." : "")))
        }
        return rows
    }

    private func table(listsAll: Bool) -> [String] {
        let rows = entries.map {
            ($0.name.isEmpty ? "(array)" : $0.name, $0.type.rawValue, Self.extents($0.shape))
        }
        let isShort = listsAll || rows.count <= Self.firstRows + Self.lastRows + 5
        let shown = isShort ? rows : Array(rows.prefix(Self.firstRows)) + Array(rows.suffix(Self.lastRows))
        let widths = (
            shown.map(\.0.count).max() ?? 0, max(4, shown.map(\.1.count).max() ?? 0)
        )
        var lines = shown.map { row in
            "  \(InspectionText.padded(row.0, widths.0))  \(InspectionText.padded(row.1, widths.1))  \(row.2)"
        }
        if !isShort {
            let left = rows.count - shown.count
            lines.insert("  ... \(Decimals.thousands(left)) more; `--all` lists them", at: Self.firstRows)
        }
        return lines
    }

    private static func extents(_ shape: [Int]) -> String {
        shape.isEmpty ? "scalar" : shape.map(String.init).joined(separator: " x ")
    }
}

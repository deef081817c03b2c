/// Writes diagnostics for people: what, where, the line with marks under it, facts and ways out.
public struct TerminalRenderer: Sendable {
    /// Whether to use colours.
    public let usesColor: Bool

    /// Writes with or without colours.
    public init(usesColor: Bool = false) {
        self.usesColor = usesColor
    }

    /// All diagnostics, an empty line between two.
    public func render(_ diagnostics: [Diagnostic], in source: Source) -> String {
        diagnostics.map { render($0, in: source) }.joined(separator: "\n")
    }

    /// One diagnostic; several lines, each with its line break.
    public func render(_ diagnostic: Diagnostic, in source: Source) -> String {
        let position = source.position(of: diagnostic.primary.span.start)
        let excerpts = excerpts(of: diagnostic, in: source)
        let margin = String(excerpts.last?.line ?? position.line).utf8.count
        let padding = String(repeating: " ", count: margin)
        var text = paint(
            "\(diagnostic.severity.rawValue)[\(diagnostic.code)]", severityColor(diagnostic.severity))
        text += paint(": \(Self.shown(diagnostic.message))", .bold) + "\n"
        text += "\(padding)\(paint("-->", .blue)) \(source.name):\(position.line):\(position.column)\n"
        for excerpt in excerpts {
            let number = String(excerpt.line)
            let indent = String(repeating: " ", count: margin - number.utf8.count)
            text += "\(paint("\(indent)\(number) |", .blue)) \(excerpt.text)\n"
            for row in excerpt.rows {
                text +=
                    "\(paint("\(padding) |", .blue)) \(row.map { paint($0.text, $0.color(diagnostic.severity)) }.joined())\n"
            }
        }
        for note in diagnostic.notes { text += "\(padding) \(paint("= note:", .bold)) \(Self.shown(note))\n" }
        for help in diagnostic.helps { text += "\(padding) \(paint("= help:", .bold)) \(Self.shown(help))\n" }
        return text
    }

    /// A sentence without control characters: the names and texts of files that it repeats must not steer a terminal.
    private static func shown(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return text }
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            guard scalar.properties.generalCategory == .control, scalar != "\n" else { return scalar }
            return "\u{FFFD}"
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// The lines that labels stand under, in order, each with its rows of marks.
    private func excerpts(of diagnostic: Diagnostic, in source: Source) -> [Excerpt] {
        var byLine: [Int: [Excerpt.Mark]] = [:]
        for (index, label) in ([diagnostic.primary] + diagnostic.secondary).enumerated() {
            let line = source.line(of: label.span.start)
            byLine[line, default: []].append(Excerpt.Mark(label: label, isPrimary: index == 0))
        }
        return byLine.sorted { $0.key < $1.key }.map { Excerpt(line: $0.key, marks: $0.value, in: source) }
    }

    private func severityColor(_ severity: Severity) -> Color {
        switch severity {
        case .error: .red
        case .warning: .yellow
        case .note: .cyan
        }
    }

    /// Puts the codes of a colour around a text, if colours are wanted.
    private func paint(_ text: String, _ color: Color?) -> String {
        guard usesColor, let color, !text.isEmpty else { return text }
        return "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m"
    }

    /// A colour of a terminal, by its number in ANSI sequences.
    enum Color: String {
        case bold = "1"
        case red = "1;31"
        case yellow = "1;33"
        case blue = "1;34"
        case cyan = "1;36"
    }
}

extension Source {
    /// The text of the doc comments (`##`) on the lines right before an offset, without their signs; nil without.
    package func documentation(before offset: Int) -> String? {
        var lines: [String] = []
        var number = line(of: offset) - 1
        while number >= 1, let text = Self.documentation(of: line(number)) {
            lines.append(text)
            number -= 1
        }
        return lines.isEmpty ? nil : lines.reversed().joined(separator: "\n")
    }

    /// The text of a line that is a doc comment; nil for any other line.
    private static func documentation(of line: String) -> String? {
        let text = line.drop { $0 == " " || $0 == "\t" }
        guard text.hasPrefix("##") else { return nil }
        let rest = text.dropFirst(2)
        return String(rest.first == " " ? rest.dropFirst() : rest)
    }
}

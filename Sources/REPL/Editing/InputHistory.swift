import Provenance

/// The lines typed in earlier sessions, one item for each entry however many lines it has.
package struct InputHistory: Sendable, Equatable {
    /// The items, oldest first.
    package private(set) var entries: [String]

    private static let limit = 2000
    private static let fileLimit = 1 << 24

    /// A history of `entries`, oldest first.
    package init(entries: [String] = []) {
        self.entries = Array(entries.suffix(Self.limit))
    }

    /// The history kept in the file at `path`; an empty one when there is none.
    package init(path: String) {
        let text = (try? HostFile.text(of: path, limit: Self.fileLimit)) ?? ""
        self.init(entries: text.split(separator: "\n").map { Self.unescaped($0) })
    }

    /// Adds `entry`, unless it is blank or repeats the one before.
    package mutating func append(_ entry: String) {
        guard !entry.allSatisfy(\.isWhitespace), entry != entries.last else { return }
        entries.append(entry)
        entries.removeFirst(max(0, entries.count - Self.limit))
    }

    /// Writes the history to the file at `path`: an item a line, with `\n` and `\\` for line ends and backslashes.
    package func save(to path: String) throws(ProvenanceError) {
        try HostFile.save(entries.map { Self.escaped($0) + "\n" }.joined(), to: path)
    }

    private static func escaped(_ entry: String) -> String {
        entry.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }

    private static func unescaped(_ line: some StringProtocol) -> String {
        var text = ""
        var isEscaped = false
        for character in line {
            if isEscaped {
                text.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                text.append(character)
            }
        }
        return text
    }
}

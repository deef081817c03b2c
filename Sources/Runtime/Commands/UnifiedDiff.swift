/// Shows how one text becomes another, line by line, as `diff -u` does.
package enum UnifiedDiff {
    private static let context = 3

    /// One line of the old text, of the new text, or of both.
    private enum Line {
        case both(String)
        case old(String)
        case new(String)
    }

    /// The difference; empty for equal texts.
    package static func text(from old: String, to new: String, name: String) -> String {
        let lines = merged(Self.lines(of: old), Self.lines(of: new))
        let changes = lines.indices.filter { if case .both = lines[$0] { false } else { true } }
        guard !changes.isEmpty else { return "" }
        var text = "--- \(name)\n+++ \(name)\n"
        for hunk in hunks(around: changes, count: lines.count) { text += self.text(of: hunk, in: lines) }
        return text
    }

    /// The lines of a text, without LF but with CR; a last one that no LF ends is marked as `diff` marks it.
    private static func lines(of text: String) -> [String] {
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        if let last = lines.popLast(), !last.isEmpty {
            lines.append(last + "\n\\ No newline at end of file")
        }
        return lines
    }

    /// Both texts in one sequence, removed lines before added ones.
    private static func merged(_ old: [String], _ new: [String]) -> [Line] {
        let difference = new.difference(from: old)
        let removed = offsets(difference.removals)
        let inserted = offsets(difference.insertions)
        var lines: [Line] = []
        var (oldIndex, newIndex) = (0, 0)
        while oldIndex < old.count || newIndex < new.count {
            if removed.contains(oldIndex) {
                lines.append(.old(old[oldIndex]))
                oldIndex += 1
            } else if inserted.contains(newIndex) {
                lines.append(.new(new[newIndex]))
                newIndex += 1
            } else {
                lines.append(.both(new[newIndex]))
                (oldIndex, newIndex) = (oldIndex + 1, newIndex + 1)
            }
        }
        return lines
    }

    private static func offsets(_ changes: [CollectionDifference<String>.Change]) -> Set<Int> {
        Set(
            changes.map { change in
                switch change {
                case .insert(let offset, _, _), .remove(let offset, _, _): offset
                }
            })
    }

    private static func hunks(around changes: [Int], count: Int) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for change in changes {
            let range = max(0, change - context)..<min(count, change + context + 1)
            if let last = hunks.last, range.lowerBound <= last.upperBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }

    private static func text(of hunk: Range<Int>, in lines: [Line]) -> String {
        let before = lines[..<hunk.lowerBound]
        let oldRange = range(from: oldCount(before), count: oldCount(lines[hunk]))
        let newRange = range(from: newCount(before), count: newCount(lines[hunk]))
        let body = lines[hunk].map { line in
            switch line {
            case .both(let text): " \(text)\n"
            case .old(let text): "-\(text)\n"
            case .new(let text): "+\(text)\n"
            }
        }
        return "@@ -\(oldRange) +\(newRange) @@\n" + body.joined()
    }

    /// The first line, from 1, and the number of lines; of none, the line before them.
    private static func range(from before: Int, count: Int) -> String {
        "\(before + (count > 0 ? 1 : 0)),\(count)"
    }

    private static func oldCount(_ lines: ArraySlice<Line>) -> Int {
        lines.count { if case .new = $0 { false } else { true } }
    }

    private static func newCount(_ lines: ArraySlice<Line>) -> Int {
        lines.count { if case .old = $0 { false } else { true } }
    }
}

/// Lays documents out on lines of a width, and puts every comment where it may stand.
///
/// A comment ends its line, so it is written only at a place where lines may break: one that stands elsewhere waits for the next.
struct Printer {
    /// The widest line, in columns.
    static let width = 100

    /// A document to print, how far in its lines begin, and whether its lines break.
    private struct Item {
        let indent: Int
        let breaks: Bool
        let document: Document
    }

    /// How many blocks are open: each moves its lines four columns in.
    var level = 0
    private let comments: [Comment]
    private(set) var next = 0
    private var output: [UInt8] = []
    private var column = 0
    /// The length of the output before the break just written; nil behind words.
    private var breakStart: Int?
    private var breakIndent = 0
    private var waiting: [Comment] = []
    /// Whether a comment inside a statement was met: it may have moved.
    private(set) var movesComments = false

    /// Prints with these comments, in the order of the source.
    init(comments: [Comment]) {
        self.comments = comments
    }

    /// What is printed so far.
    var text: String { String(decoding: output, as: UTF8.self) }

    /// The comment that comes next.
    var nextComment: Comment? { next < comments.count ? comments[next] : nil }

    /// Whether the next comment stands between two offsets of the source.
    func hasComment(in range: Range<Int>) -> Bool {
        next < comments.count && range.contains(comments[next].offset)
    }

    // MARK: Whole lines

    /// Prints a statement that ends at an offset, the comments up to there, and one behind it on its line.
    ///
    /// - Parameter following: where the next statement begins.
    /// - Returns: the statement alone.
    @discardableResult
    mutating func print(_ document: Document, endingAt end: Int, before following: Int) -> [UInt8] {
        breakStart = nil
        write(margin)
        let start = output.count
        let hasComments = next < comments.count && comments[next].offset < end
        if hasComments || !writesOnOneLine(document) { run(document) }
        let form = Array(output[start...])
        endStatement(endingAt: end, before: following)
        return form
    }

    /// Prints a statement whose form is known, without comments in it, as `print(_:endingAt:before:)` does.
    mutating func print(form: [UInt8], endingAt end: Int, before following: Int) {
        breakStart = nil
        write(margin)
        output += form
        let line = form.lastIndex(of: UInt8(ascii: "\n")).map { form[($0 + 1)...] } ?? form[...]
        column = (line.count == form.count ? column : 0) + line.count { $0 & 0xC0 != 0x80 }
        endStatement(endingAt: end, before: following)
    }

    /// Prints the comments in a statement that still wait, and one behind it, and ends its line.
    private mutating func endStatement(endingAt end: Int, before following: Int) {
        while let comment = nextComment, comment.offset < end {
            movesComments = true
            take(comment)
        }
        if let comment = nextComment, comment.isTrailing, comment.offset < following { take(comment) }
        if let first = waiting.first { write((column > margin.count ? " " : "") + first.text) }
        endLine()
        for comment in waiting.dropFirst() { printLine(comment.text) }
        waiting = []
    }

    /// Prints the comments before an offset, each on a line of its own.
    mutating func printComments(before offset: Int) {
        while let comment = nextComment, comment.offset < offset { printNextComment() }
    }

    /// Prints the next comment on a line of its own, behind an empty line where it stood behind one.
    mutating func printNextComment() {
        guard let comment = nextComment else { return }
        if comment.followsBlankLine { printEmptyLine() }
        printLine(comment.text)
        next += 1
    }

    /// Prints an empty line, unless there is one, or nothing yet in the script or the block.
    mutating func printEmptyLine() {
        guard !output.isEmpty, !output.suffix(2).elementsEqual("\n\n".utf8) else { return }
        guard level == 0 || !output.suffix(2).elementsEqual("{\n".utf8) else { return }
        endLine()
    }

    /// What a line of the block at hand begins with.
    private var margin: String { String(repeating: " ", count: 4 * level) }

    private mutating func printLine(_ text: String) {
        write(margin + text)
        endLine()
    }

    private mutating func endLine() {
        output.append(UInt8(ascii: "\n"))
        column = 0
    }

    // MARK: Layout

    /// Writes a document without comments on the line at hand, if it fits there whole, as most statements do.
    ///
    /// - Returns: whether it was written; else nothing was.
    private mutating func writesOnOneLine(_ document: Document) -> Bool {
        let start = (length: output.count, column: column)
        if append(document, breaks: true) { return true }
        output.removeSubrange(start.length...)
        column = start.column
        return false
    }

    /// Appends a document without any line break; false where it has one or becomes too wide.
    private mutating func append(_ document: Document, breaks: Bool) -> Bool {
        switch document {
        case .text(let text, _): return appendInLine(text)
        case .line:
            output.append(UInt8(ascii: " "))
            column += 1
            return !breaks && column <= Self.width
        case .softLine: return !breaks
        case .hardLine: return false
        case .sequence(let parts), .indent(let parts):
            for part in parts where !append(part, breaks: breaks) { return false }
            return true
        case .group(let parts):
            for part in parts where !append(part, breaks: false) { return false }
            return true
        }
    }

    private mutating func appendInLine(_ text: String) -> Bool {
        guard text.utf8.count <= 4 * Self.width else { return false }
        for byte in text.utf8 {
            guard byte != UInt8(ascii: "\n") else { return false }
            if byte & 0xC0 != 0x80 { column += 1 }
            output.append(byte)
        }
        return column <= Self.width
    }

    private mutating func run(_ document: Document) {
        var stack = [Item(indent: margin.count, breaks: true, document: document)]
        while let item = stack.popLast() {
            switch item.document {
            case .text(let text, let offset): writeToken(text, offset)
            case .line: writeBreak(item, flat: " ")
            case .softLine: writeBreak(item, flat: "")
            case .hardLine: newLine(item.indent)
            case .sequence(let parts): push(parts, item.indent, item.breaks, on: &stack)
            case .indent(let parts): push(parts, item.indent + 4, item.breaks, on: &stack)
            case .group(let parts):
                push(parts, item.indent, !fits(.sequence(parts), before: stack), on: &stack)
            }
        }
    }

    private func push(_ parts: [Document], _ indent: Int, _ breaks: Bool, on stack: inout [Item]) {
        for part in parts.reversed() { stack.append(Item(indent: indent, breaks: breaks, document: part)) }
    }

    /// Whether a document and what follows it up to the next break fit on the line, with no comment among them.
    private func fits(_ document: Document, before rest: [Item]) -> Bool {
        var room = Self.width - column
        var stack = [Item(indent: 0, breaks: false, document: document)]
        var following = rest.count
        while room >= 0 {
            guard let item = stack.popLast() else {
                following -= 1
                guard following >= 0 else { return true }
                stack.append(rest[following])
                continue
            }
            switch item.document {
            case .text(let text, let offset):
                if let offset, let comment = nextComment, comment.offset < offset { return false }
                if text.utf8.contains(UInt8(ascii: "\n")) { return true }
                room -= text.unicodeScalars.count
            case .line:
                if item.breaks { return true }
                room -= 1
            case .softLine: if item.breaks { return true }
            case .hardLine: return true
            case .sequence(let parts), .indent(let parts): push(parts, 0, item.breaks, on: &stack)
            case .group(let parts): push(parts, 0, false, on: &stack)
            }
        }
        return false
    }

    // MARK: Writing

    private mutating func write(_ text: String) {
        output.append(contentsOf: text.utf8)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n") { column = 0 } else if byte & 0xC0 != 0x80 { column += 1 }
        }
        breakStart = nil
    }

    /// Writes words; the comments before their token go into the break just written, or wait for the next.
    private mutating func writeToken(_ text: String, _ offset: Int?) {
        guard let offset else { return write(text) }
        while let comment = nextComment, comment.offset < offset {
            movesComments = true
            take(comment)
        }
        if breakStart != nil { flushWaiting() }
        write(text)
    }

    private mutating func take(_ comment: Comment) {
        waiting.append(comment)
        next += 1
    }

    private mutating func writeBreak(_ item: Item, flat: String) {
        if item.breaks { return newLine(item.indent) }
        let start = output.count
        write(flat)
        noteBreak(start, item.indent)
    }

    private mutating func newLine(_ indent: Int) {
        let start = output.count
        write("\n" + String(repeating: " ", count: indent))
        noteBreak(start, indent)
    }

    private mutating func noteBreak(_ start: Int, _ indent: Int) {
        breakStart = start
        breakIndent = indent
        flushWaiting()
    }

    /// Writes the comments that wait into the break just written, which then breaks in any case.
    private mutating func flushWaiting() {
        guard let start = breakStart, !waiting.isEmpty else { return }
        output.removeSubrange(start...)
        let line = "\n" + String(repeating: " ", count: breakIndent)
        for (index, comment) in waiting.enumerated() {
            write((index == 0 && comment.isTrailing ? " " : line) + comment.text)
        }
        let end = output.count
        write(line)
        breakStart = end
        waiting = []
    }
}

import Diagnostics
import Semantics
import Syntax

/// A document that an editor has open.
struct OpenDocument: Sendable {
    /// Its address, as the client writes it.
    let uri: String
    /// The version of its text.
    private(set) var version: Int?
    /// Its text.
    private(set) var text: TextLines
    /// The text with its statements; nil until somebody asks.
    var parsed: ParsedText?
    /// What is known of the text; nil until somebody asks.
    var analysis: Analysis? {
        didSet {
            guard let analysis else { return }
            checked = analysis.result
            checker = analysis.checker
            usesFiles = analysis.parsed.usesFiles
        }
    }
    /// What is known of the text as it was checked last.
    private(set) var checker = Rechecker()
    /// What the checker found when the document was checked last; nil where it never was.
    private(set) var checked: CheckedText?
    /// Whether it used files when it was checked last.
    private(set) var usesFiles = false
    /// The statements that were formatted last.
    var formatted = FormattedStatements()
    /// Whether the client knows the findings of this text.
    var isPublished = false
    /// Whether the client has closed it, and is still to be told that it has no findings any more.
    private(set) var isClosed = false

    /// A document as it was opened.
    init(_ document: DocumentText) {
        uri = document.uri
        version = document.version
        text = TextLines(Array(document.text.utf8))
    }

    /// A file as it would be if it were opened.
    init(file path: String, bytes: [UInt8]) {
        uri = FileAddress.of(path)
        text = TextLines(Array(String(decoding: bytes, as: UTF8.self).utf8))
    }

    /// Its path, where it lies in a file.
    var path: String? { FileAddress.path(of: uri) }

    /// Applies changes in their order.
    mutating func apply(_ changes: [ContentChange], version: Int?) {
        for change in changes {
            guard let range = change.range else {
                text = TextLines(Array(change.text.utf8))
                continue
            }
            let span = text.span(of: range)
            var bytes = text.bytes
            bytes.replaceSubrange(span.start..<span.end, with: change.text.utf8)
            text = TextLines(bytes)
        }
        self.version = version
        parsed = nil
        analysis = nil
        isPublished = false
    }

    /// Takes note that the client has closed it.
    mutating func close() {
        isClosed = true
        forget()
    }

    /// Forgets what the text means, because files that it depends on may have changed.
    mutating func forget() {
        analysis = nil
        checker = Rechecker()
        isPublished = false
    }
}

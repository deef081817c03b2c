import Diagnostics
import Semantics
import Syntax

/// Everything that is known of a document's text: what most features of the server read.
struct Analysis: Sendable {
    /// The text with its statements.
    let parsed: ParsedText
    /// The folder that relative paths start from; empty for the working folder.
    let folder: String
    /// What the checker found.
    let result: CheckedText
    /// What the checker knows of the text, for the check of a changed one.
    let checker: Rechecker
    /// What the checker was told of files.
    let schema: any SchemaProvider

    /// Checks a document.
    ///
    /// - Parameter checker: what is known of the text before it was changed.
    init(_ parsed: ParsedText, schema: any SchemaProvider, folder: String, knowing checker: Rechecker) {
        self.parsed = parsed
        self.folder = folder
        self.schema = schema
        var checker = checker
        result = checker.check(parsed.script, schema: schema)
        self.checker = checker
    }

    /// The document's address.
    var uri: String { parsed.uri }

    /// The text with the protocol's lines.
    var text: TextLines { parsed.text }

    /// The statements and tokens.
    var script: Script { parsed.script }

    /// The source.
    var source: Source { parsed.source }

    /// What the words of the text mean.
    var index: NameIndex { result.index }

    /// The word at an offset, in a string too: letters, digits and `_` around it.
    func word(at offset: Int) -> SourceSpan? { parsed.word(at: offset) }

    /// Where the name at an offset was bound that a script has bound: a constant, a parameter, an alias.
    func binding(at offset: Int) -> (place: BindingPlace, span: SourceSpan)? {
        guard let span = word(at: offset), case .bound(let place)? = index.meaning(at: span) else {
            return nil
        }
        return (place, span)
    }
}

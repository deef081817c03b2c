import Diagnostics
import Foundation
import Semantics
import Syntax

extension LanguageServer {
    /// The answer to a request about a document.
    mutating func feature(
        _ method: String, _ content: Data, _ id: MessageID
    ) throws(LanguageServerError) -> OutgoingMessage? {
        guard Self.features.contains(method) else { throw .unknownMethod(method) }
        let asked = try parameters(DocumentParameters.self, method, content)
        let uri = asked.textDocument.uri
        guard let parsed = parsed(uri) else { throw .invalidParameters(method: method) }
        // What needs no meanings is answered before the text is checked, as one types.
        switch method {
        case "textDocument/foldingRange": return OutgoingMessage(id, items: parsed.foldingRanges)
        case "textDocument/formatting": return message(id, formatting(of: parsed))
        case "textDocument/completion":
            guard let position = asked.position else { throw .invalidParameters(method: method) }
            return OutgoingMessage(id, items: completions(at: parsed.text.offset(of: position), in: parsed))
        default: break
        }
        guard let analysis = analysis(of: uri) else { throw .invalidParameters(method: method) }
        switch method {
        case "textDocument/documentSymbol":
            return OutgoingMessage(id, items: analysis.symbols)
        case "textDocument/inlayHint": return OutgoingMessage(id, items: analysis.inlayHints(in: asked.range))
        case "textDocument/codeAction":
            guard let range = asked.range else { throw .invalidParameters(method: method) }
            return message(id, analysis.codeActions(in: range, kinds: asked.context?.only))
        default:
            guard let position = asked.position else { throw .invalidParameters(method: method) }
            let offset = analysis.text.offset(of: position)
            return try answer(method, asked, about: offset, in: analysis, id)
        }
    }

    /// What can be asked about documents.
    private static let features: Set = [
        "textDocument/documentSymbol", "textDocument/foldingRange", "textDocument/formatting",
        "textDocument/inlayHint", "textDocument/codeAction", "textDocument/hover", "textDocument/completion",
        "textDocument/definition", "textDocument/references", "textDocument/documentHighlight",
        "textDocument/prepareRename", "textDocument/rename",
    ]

    /// The answer to a request about a place in a document.
    private func answer(
        _ method: String, _ asked: DocumentParameters, about offset: Int, in analysis: Analysis,
        _ id: MessageID
    ) throws(LanguageServerError) -> OutgoingMessage? {
        let (text, uri) = (analysis.text, analysis.uri)
        switch method {
        case "textDocument/hover": return message(id, analysis.hover(at: offset))
        case "textDocument/definition": return message(id, analysis.definition(at: offset, host: host))
        case "textDocument/references":
            let spans = analysis.references(
                at: offset, includingBinding: asked.context?.includeDeclaration ?? true)
            return OutgoingMessage(id, items: spans.map { Location(uri: uri, range: text.range(of: $0)) })
        case "textDocument/documentHighlight":
            let spans = analysis.references(at: offset, includingBinding: true)
            return OutgoingMessage(id, items: spans.map { DocumentHighlight(range: text.range(of: $0)) })
        case "textDocument/prepareRename":
            return message(id, text.range(of: try analysis.renamed(at: offset).span))
        default:
            guard let name = asked.newName else { throw .invalidParameters(method: method) }
            return message(id, WorkspaceEdit(changes: try rename(at: offset, in: analysis, to: name)))
        }
    }

    /// The changes that give a document its one form.
    private mutating func formatting(of parsed: ParsedText) -> [TextEdit] {
        var memory = documents[parsed.uri]?.formatted ?? FormattedStatements()
        let edits = parsed.formatting(knowing: &memory)
        documents[parsed.uri]?.formatted = memory
        return edits
    }

    /// The words that may stand at an offset, with the names that the last check has found.
    private mutating func completions(at offset: Int, in parsed: ParsedText) -> [CompletionItem] {
        if documents[parsed.uri]?.checked == nil { _ = analysis(of: parsed.uri) }
        guard let document = documents[parsed.uri], let checked = document.checked else { return [] }
        return parsed.completions(
            at: offset, knowing: checked, folder: Self.folder(of: document), host: host)
    }
}

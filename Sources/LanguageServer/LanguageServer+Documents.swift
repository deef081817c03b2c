import Diagnostics
import Semantics

extension LanguageServer {
    /// The findings of all documents whose text has changed since they were told: for when nothing else is to be done.
    package mutating func publish() -> [OutgoingMessage] {
        let waiting = documents.values.filter { !$0.isPublished }.map(\.uri).sorted()
        return waiting.compactMap { uri in
            if documents[uri]?.isClosed ?? true {
                documents[uri] = nil
                return published(PublishParameters(uri: uri, version: nil, diagnostics: []))
            }
            guard let analysis = analysis(of: uri) else { return nil }
            documents[uri]?.isPublished = true
            let version = documents[uri]?.version
            return published(
                PublishParameters(uri: uri, version: version, diagnostics: analysis.diagnostics))
        }
    }

    /// Whether a later check will have to do more than what has changed.
    package var isUntidy: Bool { documents.values.contains { $0.analysis?.checker.isLong ?? false } }

    /// Does what a later check would have to do: for when all findings are told.
    package mutating func tidy() {
        for (uri, document) in documents {
            guard let analysis = document.analysis, analysis.checker.isLong else { continue }
            let anew = Analysis(
                analysis.parsed, schema: schema(for: analysis.folder), folder: analysis.folder,
                knowing: Rechecker())
            documents[uri]?.analysis = anew
        }
    }

    /// Whether some findings wait to be told.
    package var hasUnpublished: Bool { documents.values.contains { !$0.isPublished } }

    private func published(_ parameters: PublishParameters) -> OutgoingMessage? {
        OutgoingMessage(Notification(method: "textDocument/publishDiagnostics", params: parameters))
    }

    /// The text of a document with its statements; nil for one that is not open.
    mutating func parsed(_ uri: String) -> ParsedText? {
        guard let document = documents[uri], !document.isClosed else { return nil }
        if let known = document.parsed { return known }
        let parsed = ParsedText(document)
        documents[uri]?.parsed = parsed
        return parsed
    }

    /// What is known of a document, worked out where it is not yet; nil for one that is not open.
    mutating func analysis(of uri: String) -> Analysis? {
        guard let document = documents[uri], !document.isClosed else { return nil }
        if let known = document.analysis { return known }
        guard let parsed = parsed(uri) else { return nil }
        let folder = Self.folder(of: document)
        let analysis = Analysis(
            parsed, schema: schema(for: folder), folder: folder, knowing: document.checker)
        documents[uri]?.analysis = analysis
        return analysis
    }

    /// What a script in a folder is told of files.
    ///
    /// - Parameter changed: texts, by their paths, that stand for those that are open or on the disk.
    func schema(for folder: String, changed: [String: [UInt8]] = [:]) -> OpenFilesSchema {
        let open = texts.merging(changed) { _, new in new }
        return OpenFilesSchema(files: host.schema(for: folder), open: open) { [host] name in
            host.plainPath(ofUsed: name, in: folder)
        }
    }

    /// The texts that are open, by their paths.
    private var texts: [String: [UInt8]] {
        let files = documents.values.filter { !$0.isClosed }.compactMap { document in
            document.path.map { ($0, document.text.bytes) }
        }
        return Dictionary(files, uniquingKeysWith: { first, _ in first })
    }

    /// The folder that relative paths in a document start from; empty for the working folder.
    static func folder(of document: OpenDocument) -> String {
        document.path.map(PathText.folder) ?? ""
    }

    /// Forgets what is known of the documents that use other files than the changed one, because that may be among them.
    mutating func forgetUsers(of changed: String) {
        for (uri, document) in documents where uri != changed && document.usesFiles {
            documents[uri]?.forget()
        }
    }

    /// Forgets everything that depends on files.
    mutating func forgetAll() {
        for uri in documents.keys { documents[uri]?.forget() }
    }
}

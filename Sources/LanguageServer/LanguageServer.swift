import Foundation
import Semantics

/// Answers an editor in the Language Server Protocol 3.17: messages in, messages out. Any bytes will do.
///
/// It resolves nothing itself: diagnostics, meanings of words and cohorts come from the checker, completions from the
/// completer of the REPL. Requests are answered one after the other, each from the text as it is then.
package struct LanguageServer: Sendable {
    /// Where the server is in its life.
    private enum Stage {
        case new, running, shutDown
    }

    /// The status for the process, once the client has said `exit`: 0 behind `shutdown`, else 1.
    package private(set) var exitStatus: Int32?

    let host: any EditorHost
    private let version: String
    private var stage = Stage.new
    private var reader = MessageReader()
    var documents: [String: OpenDocument] = [:]

    /// A server that knows no documents yet.
    ///
    /// - Parameter version: of the program, for the client's log.
    package init(host: any EditorHost, version: String) {
        self.host = host
        self.version = version
    }

    // MARK: Streams

    /// Takes bytes as they arrive from the client.
    package mutating func receive(_ bytes: some Collection<UInt8>) {
        reader.append(bytes)
    }

    /// Answers the next message that has arrived whole: nothing, or messages to the client; nil where there is none.
    package mutating func answerNext() -> [OutgoingMessage]? {
        guard exitStatus == nil, let item = reader.next() else { return nil }
        switch item {
        case .fault(let reason): return failure(.unreadable(reason), nil)
        case .message(let content): return answer(Data(content))
        }
    }

    private mutating func answer(_ content: Data) -> [OutgoingMessage] {
        let message: IncomingMessage
        do {
            message = try JSONDecoder().decode(IncomingMessage.self, from: content)
        } catch DecodingError.dataCorrupted {
            return failure(.unreadable("it is not JSON"), nil)
        } catch {
            return failure(.invalidRequest("it is JSON, but no request"), nil)
        }
        guard let method = message.method else {
            return failure(.invalidRequest("a request names its method"), message.id)
        }
        guard let id = message.id else {
            notice(method, content)
            return []
        }
        do throws(LanguageServerError) {
            return try [response(method, content, id)].compactMap { $0 }
        } catch {
            return failure(error, id)
        }
    }

    private func failure(_ error: LanguageServerError, _ id: MessageID?) -> [OutgoingMessage] {
        [OutgoingMessage(ErrorResponse(error, to: id))].compactMap { $0 }
    }

    // MARK: Messages

    /// Takes note of a notification; one that is unknown or damaged is passed over, as the protocol wants it.
    private mutating func notice(_ method: String, _ content: Data) {
        guard method != "exit" else {
            exitStatus = stage == .shutDown ? 0 : 1
            return
        }
        guard stage == .running else { return }
        switch method {
        case "textDocument/didOpen":
            guard let opened = try? parameters(OpenParameters.self, method, content).textDocument else {
                return
            }
            documents[opened.uri] = OpenDocument(opened)
            forgetUsers(of: opened.uri)
        case "textDocument/didChange":
            guard let changed = try? parameters(ChangeParameters.self, method, content) else { return }
            let (uri, version) = (changed.textDocument.uri, changed.textDocument.version)
            documents[uri]?.apply(changed.contentChanges, version: version)
            forgetUsers(of: uri)
        case "textDocument/didClose":
            guard let closed = try? parameters(DocumentParameters.self, method, content).textDocument else {
                return
            }
            documents[closed.uri]?.close()
            forgetUsers(of: closed.uri)
        case "textDocument/didSave", "workspace/didChangeWatchedFiles": forgetAll()
        default: break
        }
    }

    /// The answer to a request.
    private mutating func response(
        _ method: String, _ content: Data, _ id: MessageID
    ) throws(LanguageServerError) -> OutgoingMessage? {
        switch (method, stage) {
        case ("initialize", .new):
            stage = .running
            let information = InitializeResult.Information(name: "dermaudit", version: version)
            return message(id, InitializeResult(capabilities: ServerCapabilities(), serverInfo: information))
        case ("initialize", _): throw .invalidRequest("`initialize` was asked before")
        case (_, .new): throw .notInitialized
        case (_, .shutDown): throw .invalidRequest("behind `shutdown` nothing is asked")
        case ("shutdown", .running):
            stage = .shutDown
            return message(id, String?.none)
        case (_, .running): return try feature(method, content, id)
        }
    }

    /// An answer as a message.
    func message(_ id: MessageID, _ result: some Encodable) -> OutgoingMessage? {
        OutgoingMessage(Response(id: id, result: result))
    }

    /// The parameters of a message.
    func parameters<Parameters: Decodable>(
        _ type: Parameters.Type, _ method: String, _ content: Data
    ) throws(LanguageServerError) -> Parameters {
        do {
            return try JSONDecoder().decode(IncomingParameters<Parameters>.self, from: content).params
        } catch {
            throw .invalidParameters(method: method)
        }
    }
}

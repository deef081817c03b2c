/// What the server offers, in the words of the protocol.
struct ServerCapabilities: Encodable {
    /// How documents are kept in step.
    struct Synchronization: Encodable {
        /// Whether openings and closings are told.
        let openClose = true
        /// 2: changes are told, not whole texts.
        let change = 2
    }

    /// How words are completed.
    struct Completion: Encodable {
        /// Behind these signs an editor asks without being asked.
        let triggerCharacters = [" ", ".", "[", "(", "\"", "/"]
    }

    /// Which code actions there are.
    struct CodeActions: Encodable {
        /// Their kinds.
        let codeActionKinds = [CodeAction.quickFix, CodeAction.fixAll]
    }

    /// How names are changed.
    struct Renaming: Encodable {
        /// Whether one may ask beforehand.
        let prepareProvider = true
    }

    let positionEncoding = "utf-16"
    let textDocumentSync = Synchronization()
    let completionProvider = Completion()
    let codeActionProvider = CodeActions()
    let renameProvider = Renaming()
    let hoverProvider = true
    let definitionProvider = true
    let referencesProvider = true
    let documentHighlightProvider = true
    let documentFormattingProvider = true
    let documentSymbolProvider = true
    let foldingRangeProvider = true
    let inlayHintProvider = true
}

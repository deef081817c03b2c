/// The answer to a request that cannot be served.
struct ErrorResponse: Encodable {
    /// What went wrong.
    struct Failure: Encodable {
        /// The code of JSON-RPC or of the protocol.
        let code: Int
        /// What a person may read.
        let message: String
    }

    /// The version of JSON-RPC.
    let jsonrpc = "2.0"
    /// The request's identifier; null where it could not be read.
    let id: MessageID?
    /// What went wrong.
    let error: Failure

    private enum CodingKeys: String, CodingKey {
        case jsonrpc, id, error
    }

    /// Answers with an error.
    init(_ error: LanguageServerError, to id: MessageID?) {
        self.id = id
        self.error = Failure(code: error.code, message: error.description)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(jsonrpc, forKey: .jsonrpc)
        // A missing identifier is written as null, not left out (JSON-RPC 2.0, section 5).
        try container.encode(id, forKey: .id)
        try container.encode(error, forKey: .error)
    }
}

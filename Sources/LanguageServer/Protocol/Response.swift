/// The answer to a request.
struct Response<Result: Encodable>: Encodable {
    /// The version of JSON-RPC.
    let jsonrpc = "2.0"
    /// The request's identifier.
    let id: MessageID
    /// What was asked for; null for nothing.
    let result: Result
}

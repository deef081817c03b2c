/// A message that wants no answer.
struct Notification<Parameters: Encodable>: Encodable {
    /// The version of JSON-RPC.
    let jsonrpc = "2.0"
    /// What it is about.
    let method: String
    /// What it says.
    let params: Parameters
}

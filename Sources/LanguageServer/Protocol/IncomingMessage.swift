/// A request or, without an identifier, a notification; its parameters are read when its method is known.
struct IncomingMessage: Decodable {
    /// What the answer must carry; nil where none is wanted.
    let id: MessageID?
    /// What is asked.
    let method: String?
}

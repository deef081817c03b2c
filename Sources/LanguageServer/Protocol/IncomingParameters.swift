/// The parameters of a message.
struct IncomingParameters<Parameters: Decodable>: Decodable {
    /// The parameters.
    let params: Parameters
}

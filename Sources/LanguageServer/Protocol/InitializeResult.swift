/// What the server can do.
struct InitializeResult: Encodable {
    /// The server itself.
    struct Information: Encodable {
        /// Its name.
        let name: String
        /// Its version.
        let version: String
    }

    /// What it can do.
    let capabilities: ServerCapabilities
    /// The server itself.
    let serverInfo: Information
}

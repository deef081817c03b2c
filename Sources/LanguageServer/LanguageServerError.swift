/// Why a message cannot be served.
enum LanguageServerError: Error, CustomStringConvertible {
    /// It is not JSON.
    case unreadable(String)
    /// It is JSON, but no request.
    case invalidRequest(String)
    /// Nothing of that name can be asked.
    case unknownMethod(String)
    /// Its parameters are not those of its method.
    case invalidParameters(method: String)
    /// The first request must be `initialize`.
    case notInitialized
    /// It would leave a script that means something else, or nothing.
    case refused(String)

    /// The code of JSON-RPC 2.0 (section 5.1) or of the Language Server Protocol.
    var code: Int {
        switch self {
        case .unreadable: -32_700
        case .invalidRequest: -32_600
        case .unknownMethod: -32_601
        case .invalidParameters: -32_602
        case .notInitialized: -32_002
        case .refused: -32_803
        }
    }

    var description: String {
        switch self {
        case .unreadable(let reason): "this message cannot be read: \(reason)"
        case .invalidRequest(let reason): reason
        case .unknownMethod(let method): "no method `\(method.prefix(80))`"
        case .invalidParameters(let method): "these are not parameters of `\(method)`"
        case .notInitialized: "the first request is `initialize`"
        case .refused(let reason): reason
        }
    }
}

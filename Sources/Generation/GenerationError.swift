import Tensors
import Weights

/// Why an image cannot be made.
package enum GenerationError: Error, Sendable, Equatable {
    /// A weight file cannot be used.
    case weights(WeightsError)
    /// The engine cannot be loaded or refuses a layer.
    case engine(EngineError)
    /// A configuration, merge or statistics file cannot be read.
    case unreadable(path: String, reason: String)
    /// A file breaks its format; `place` is a line or a key.
    case malformed(path: String, place: String, expected: String, found: String)
    /// A setting is outside its range, or two parts of a model do not fit together.
    case setting(name: String, expected: String, found: String)
    /// A prompt has more tokens than the text tower has positions.
    case promptTooLong(prompt: String, tokens: Int, limit: Int)
    /// A network produced NaN or an infinity.
    case notFinite(network: String, place: String, step: Int?)
    /// An embedded model was not found in any of the folders where it may stand.
    case modelNotFound(name: String, searched: [String])
    /// The person stopped the work.
    case cancelled
}

extension GenerationError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .weights(let error): return error.description
        case .engine(let error): return error.description
        case .unreadable(let path, let reason): return "cannot read `\(path)`: \(reason)"
        case .malformed(let path, let place, let expected, let found):
            return "`\(path)`, \(place): found \(found), expected \(expected)"
        case .setting(let name, let expected, let found):
            return "`\(name)` is \(found), expected \(expected)"
        case .promptTooLong(let prompt, let tokens, let limit):
            return "the prompt `\(prompt.prefix(80))` has \(tokens) tokens; the text tower takes \(limit)"
        case .notFinite(let network, let place, let step):
            let when = step.map { " at step \($0)" } ?? ""
            return "\(network) produced a value that is not finite in \(place)\(when)"
        case .modelNotFound(let name, let searched):
            return "the embedded model `\(name)` was not found; looked in \(searched.joined(separator: ", "))"
        case .cancelled: return "stopped"
        }
    }
}

import Images
import Tensors
import Weights

/// Why an image cannot be classified.
package enum ClassificationError: Error, Sendable, Equatable {
    /// A weight file cannot be used.
    case weights(WeightsError)
    /// The engine cannot be loaded or refuses a layer.
    case engine(EngineError)
    /// An image cannot be read.
    case image(ImageError)
    /// A manifest cannot be read.
    case unreadable(path: String, reason: String)
    /// A manifest says something at `place` that cannot be followed.
    case manifest(path: String, place: String, expected: String, found: String)
    /// The zoo has no classifier of that name.
    case unknownName(name: String, known: [String])
    /// A network produced NaN or an infinity, first in stage `place`, for `image`.
    case notFinite(classifier: String, place: String, image: String)
}

extension ClassificationError: CustomStringConvertible {
    /// One line, in lower case: what was found, where, and what was expected.
    package var description: String {
        switch self {
        case .weights(let error): return error.description
        case .engine(let error): return error.description
        case .image(let error): return error.description
        case .unreadable(let path, let reason): return "cannot read `\(path)`: \(reason)"
        case .manifest(let path, let place, let expected, let found):
            return "manifest `\(path)`, `\(place)`: found \(found), expected \(expected)"
        case .unknownName(let name, let known):
            return
                "the zoo has no classifier `\(name)`; it has \(known.map { "`\($0)`" }.joined(separator: ", "))"
        case .notFinite(let classifier, let place, let image):
            return "classifier `\(classifier)` produced a value that is not finite in `\(place)` for \(image)"
        }
    }
}

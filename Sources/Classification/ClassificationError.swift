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
    /// ONNX Runtime is not to be found, or is too old; `tried` says where it was looked for.
    case noRuntime(tried: [String])
    /// ONNX Runtime refuses a model, or fails in it, for its own `reason`.
    case refused(path: String, runtime: String, reason: String)
    /// The file holds another network than `expected`, or not all of it: `unused` are its tensors that were not read,
    /// `likely` is what it looks like.
    case wrongArchitecture(path: String, expected: String, reason: String?, unused: [String], likely: String?)
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
        case .noRuntime(let tried):
            return
                "ONNX models need ONNX Runtime 1.19 or newer: `python3 -m pip install onnxruntime`, or set "
                + "DERMAUDIT_ONNXRUNTIME to its library (tried: \(tried.joined(separator: "; ")))"
        case .refused(let path, let runtime, let reason):
            return "\(runtime) refuses `\(path)`: \(reason)"
        case .wrongArchitecture(let path, let expected, let reason, let unused, let likely):
            let why = reason ?? "`\(path)` has no tensor that every file of this network has"
            let extra = unused.isEmpty ? "" : "; not used: " + Self.some(unused)
            let guess = likely.map { "; the file looks like \($0)" } ?? ""
            return "`\(path)` is no `\(expected)`: \(why)\(extra)\(guess)"
        case .notFinite(let classifier, let place, let image):
            return "classifier `\(classifier)` produced a value that is not finite in `\(place)` for \(image)"
        }
    }

    /// The first names of a list, and how many more there are.
    private static func some(_ names: [String]) -> String {
        let shown = names.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
        return shown + (names.count > 3 ? " and \(names.count - 3) more" : "")
    }
}

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
    /// The file holds another network than `expected`, or not all of it: `reason` is what the network's layers found
    /// first, `difference` all that is missing or too much, `likely` the network that it looks like.
    case wrongArchitecture(
        path: String, expected: String, reason: String?, difference: ArchitectureDifference,
        likely: NetworkIdentity?)
    /// A network ends in several linear layers, and nothing says what stands between.
    case unsaidHidden(path: String, linears: [String])
    /// A network ends in a sequence with norms, which is not built here.
    case normedHead(path: String, norms: [String])
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
        case .wrongArchitecture: return ([headline] + details).joined(separator: "; ")
        case .unsaidHidden(let path, let linears):
            return
                "`\(path)` ends in \(Self.list(linears)), and no file says what stands between them: write "
                + "`hidden relu`, or `gelu`, `silu`, `tanh`, `none`"
        case .normedHead(let path, let norms):
            return
                "`\(path)` has norms in its head, \(Self.list(norms)): found them, expected linear layers alone"
        case .notFinite(let classifier, let place, let image):
            return "classifier `\(classifier)` produced a value that is not finite in `\(place)` for \(image)"
        }
    }

    private static func list(_ names: [String]) -> String {
        names.map { "`\($0)`" }.joined(separator: ", ")
    }

    /// The first part of the description, which `details` follow where there are any.
    package var headline: String {
        guard case .wrongArchitecture(let path, let expected, _, _, _) = self else { return description }
        return "`\(path)` is no `\(expected)`"
    }

    /// What else there is to say of a file of another network, each a line: what is missing, what is too much, what has
    /// another shape, and what the file looks like.
    package var details: [String] {
        guard case .wrongArchitecture(_, _, let reason, let difference, let likely) = self else { return [] }
        let lines = difference.isEmpty ? [reason ?? "another network"] : difference.lines
        return lines + (likely.map { ["the file looks like \($0.title): `\($0.graph.spelling)`"] } ?? [])
    }
}

/// Why a weight file cannot be used; every case names the file, and the tensor where there is one.
package enum WeightsError: Error, Sendable, Equatable {
    /// The file cannot be opened, or is not a regular file; `reason` is the system's.
    case unreadable(path: String, reason: String)
    /// The file breaks its format at `place` (a byte of the header, a tensor).
    case malformed(path: String, place: String, expected: String, found: String)
    /// The file holds more than data at `place`: a call that other programs would make. Nothing of it was run.
    case refused(path: String, place: String, String)
    /// The file has no tensor of that name; `nearest` is the most similar name in it.
    case missingTensor(path: String, tensor: String, nearest: String?)
    /// The tensor has another shape than the network needs.
    case wrongShape(path: String, tensor: String, expected: [Int], found: [Int])
    /// The tensor holds elements that are not floating-point numbers.
    case wrongElements(path: String, tensor: String, expected: String, found: String)
    /// The tensor holds NaN or an infinity, first at the row-major `index`.
    case notFinite(path: String, tensor: String, index: Int, value: String)
    /// The file is sound, but is not what was asked for, for instance not a LightningDiT.
    case unsuitable(path: String, expected: String, found: String)
}

extension WeightsError {
    /// Whether a sound file holds other tensors than were asked for.
    package var isAboutStructure: Bool {
        switch self {
        case .missingTensor, .wrongShape, .unsuitable: true
        case .unreadable, .malformed, .refused, .wrongElements, .notFinite: false
        }
    }
}

extension WeightsError: CustomStringConvertible {
    /// One line, in lower case: file, place, found, expected.
    package var description: String {
        switch self {
        case .unreadable(let path, let reason):
            return "cannot read `\(path)`: \(reason)"
        case .malformed(let path, let place, let expected, let found):
            return "`\(path)` is damaged: \(place): found \(found), expected \(expected)"
        case .refused(let path, let place, let what):
            return "`\(path)` is not only data: \(place): it holds \(what); nothing of it was run"
        case .missingTensor(let path, let tensor, let nearest):
            let hint = nearest.map { "; the nearest name is `\($0)`" } ?? ""
            return "`\(path)` has no tensor `\(tensor)`\(hint)"
        case .wrongShape(let path, let tensor, let expected, let found):
            return "`\(path)`: tensor `\(tensor)` has shape \(found), expected \(expected)"
        case .wrongElements(let path, let tensor, let expected, let found):
            return "`\(path)`: tensor `\(tensor)` holds \(found), expected \(expected)"
        case .notFinite(let path, let tensor, let index, let value):
            return "`\(path)`: tensor `\(tensor)` holds \(value) at element \(index); weights must be finite"
        case .unsuitable(let path, let expected, let found):
            return "`\(path)`: found \(found), expected \(expected)"
        }
    }
}

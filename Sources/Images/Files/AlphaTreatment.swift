/// What becomes of the pixels of a PNG file that are not opaque.
public enum AlphaTreatment: String, Sendable, Codable, CaseIterable {
    /// The stored colour counts in full, as OpenCV and Pillow's `convert("RGB")` have it.
    case drop
    /// They are laid on black.
    case black
    /// They are laid on white, as browsers and viewers mostly show them.
    case white

    /// The level behind the pixels; nil where their colour counts in full.
    var background: UInt8? {
        switch self {
        case .drop: nil
        case .black: 0
        case .white: 255
        }
    }
}

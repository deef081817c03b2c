import Tensors

/// What one image is to show.
package enum Condition: Sendable {
    /// A class of the label table.
    case label(Int)
    /// A text vector `[E]`.
    case text(Tensor)
    /// Nothing: the other half of guidance.
    case none
}

/// Where one tensor stands in a weight file.
struct TensorEntry: Sendable, Equatable {
    let type: ElementType
    /// Dimensions, outermost first; empty for a scalar.
    let shape: [Int]
    /// Bytes, counted from the start of the data section.
    let range: Range<Int>

    /// The number of elements.
    var count: Int { range.count / type.size }
}

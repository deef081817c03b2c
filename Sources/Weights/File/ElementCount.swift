/// Products of dimensions that come from a file and may overflow.
enum ElementCount {
    /// The product of `shape` (1 of no dimensions); nil when a dimension is negative or the product overflows.
    static func of(_ shape: [Int]) -> Int? {
        var count = 1
        for dimension in shape {
            guard dimension >= 0 else { return nil }
            let (product, overflow) = count.multipliedReportingOverflow(by: dimension)
            guard !overflow else { return nil }
            count = product
        }
        return count
    }

    /// The bytes of `shape` elements of `type`; nil when that overflows.
    static func bytes(of shape: [Int], _ type: ElementType) -> Int? {
        of([type.size] + shape)
    }

    /// The strides of row-major elements, in elements. Where an extent is 0 there are no elements, and strides that
    /// overflow wrap: nothing is read with them.
    static func rowMajorStrides(_ shape: [Int]) -> [Int] {
        var strides = [Int](repeating: 1, count: shape.count)
        for axis in shape.indices.dropLast().reversed() {
            strides[axis] = strides[axis + 1] &* shape[axis + 1]
        }
        return strides
    }
}

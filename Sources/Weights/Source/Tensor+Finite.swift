import Tensors

extension Tensor {
    /// The row-major index of the first NaN or infinity, or nil when all elements are finite.
    package var firstNonFinite: Int? {
        withUnsafeBuffer { elements in
            // Safety: every index is below `count`. The first pass has no branch, so that it runs at memory speed.
            let exponent: UInt32 = 0x7F80_0000
            var found: UInt32 = 0
            for index in 0..<elements.count {
                found |= elements[index].bitPattern & exponent == exponent ? 1 : 0
            }
            return found == 0 ? nil : elements.firstIndex { !$0.isFinite }
        }
    }
}

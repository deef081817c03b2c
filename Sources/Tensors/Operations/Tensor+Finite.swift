import CKernels

extension Tensor {
    /// The row-major index of the first NaN or infinity, or nil when all elements are finite.
    package var firstNonFinite: Int? {
        withUnsafeBuffer { elements in
            guard let base = elements.baseAddress, !kernel_is_finite(base, elements.count) else { return nil }
            return elements.firstIndex { !$0.isFinite }
        }
    }
}

import CKernels

/// Rotary positions (Su et al. 2021): turns neighbouring pairs (2j, 2j+1) of each head by an angle of the row.
package struct Rotary: Sendable {
    private let cosines: Tensor
    private let sines: Tensor

    /// - Parameters:
    ///   - cosines: `[N, head width]`, the cosine of the angle for each element, so twice for each pair.
    ///   - sines: `[N, head width]`, likewise.
    package init(cosines: Tensor, sines: Tensor) {
        precondition(
            cosines.shape == sines.shape && cosines.shape.count == 2, "two tables of the same extents")
        precondition(cosines.lastExtent % 2 == 0, "pairs need an even width, found \(cosines.lastExtent)")
        self.cosines = cosines
        self.sines = sines
    }

    /// - Parameter x: `[N, heads * head width]`; all heads of a row turn alike.
    package func callAsFunction(_ x: Tensor) -> Tensor {
        let (rows, width, head) = (x.rowCount, x.lastExtent, cosines.lastExtent)
        precondition(rows == cosines.shape[0] && width % head == 0, "\(cosines.shape) cannot turn \(x.shape)")
        var result = Tensor(uninitialized: x.shape)
        x.withMatrix { x in
            result.withMutableMatrix { y in
                cosines.withMatrix { cosines in
                    sines.withMatrix { sines in
                        kernel_rotate(y.base, x.base, rows, width / head, head, cosines.base, sines.base)
                    }
                }
            }
        }
        return result
    }
}

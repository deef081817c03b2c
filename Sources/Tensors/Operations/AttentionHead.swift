import CKernels

/// One head of an attention and some of its queries.
struct AttentionHead {
    /// Heads up to this width have a kernel of their own; the library's products are faster for wider ones.
    private static let widestKernel = 128

    /// `[N, width]`, `[M, width]` and `[M, width]`.
    let queries, keys, values: Matrix
    /// Multiplies the scores.
    let scale: Float
    /// The keys that the first query sees; each later one sees one more. 0 is all keys for all queries.
    let visible: Int

    /// Writes `softmax(scale * queries keys^T) values`, `[N, width]`.
    func attend(on backend: Backend, into y: MutableMatrix) {
        precondition(y.rows == queries.rows && y.columns == values.columns, "extents of an attention differ")
        guard keys.rows > 0 else { return }
        if queries.columns <= Self.widestKernel {
            attendByKernel(into: y)
        } else {
            attendByProducts(backend, into: y)
        }
    }

    private func attendByKernel(into y: MutableMatrix) {
        var scratch = Tensor(uninitialized: [kernel_attention_scratch(keys.rows, keys.columns)])
        scratch.withMutableMatrix { scratch in
            // Safety: the extents were compared, and the scratch memory is as large as the kernel asks for.
            kernel_attention(
                y.base, y.stride, queries.base, queries.stride, keys.base, keys.stride, values.base,
                values.stride,
                queries.rows, keys.rows, keys.columns, scale, visible, scratch.base)
        }
    }

    private func attendByProducts(_ backend: Backend, into y: MutableMatrix) {
        var scores = Tensor(uninitialized: [queries.rows, keys.rows])
        scores.withMutableMatrix { s in
            backend.product(queries, keys, transposeB: true, scale: scale, into: s)
            kernel_softmax(s.base, s.rows, s.columns, visible)
            backend.product(
                Matrix(base: s.base, rows: s.rows, columns: s.columns), values, transposeB: false, scale: 1,
                into: y)
        }
    }
}

extension Engine {
    /// Scaled dot-product attention (Vaswani et al. 2017): softmax(q k^T * scale) v for each head.
    ///
    /// - Parameters:
    ///   - queries: `[N, heads * width]`.
    ///   - keys: `[M, heads * width]`.
    ///   - values: `[M, heads * width]`.
    ///   - causal: whether row i sees only rows 0...i; N equals M then.
    ///   - scale: 1 / sqrt(width) where it is nil.
    /// - Returns: `[N, heads * width]`.
    package func attention(
        queries: Tensor, keys: Tensor, values: Tensor, heads: Int, causal: Bool = false, scale: Float? = nil
    ) -> Tensor {
        precondition(
            heads > 0 && queries.lastExtent % heads == 0, "\(queries.lastExtent) features, \(heads) heads")
        precondition(
            keys.shape == values.shape && keys.lastExtent == queries.lastExtent,
            "attention over \(queries.shape), \(keys.shape), \(values.shape)")
        precondition(!causal || queries.shape == keys.shape, "causal attention needs as many queries as keys")
        let width = queries.lastExtent / heads
        let factor = scale ?? 1 / Float(width).squareRoot()
        let parts = (0..<heads).map { head in
            let range = head * width..<(head + 1) * width
            var scores = product(queries.columns(range), keys.columns(range), transposeB: true, scale: factor)
            if causal { scores.maskFuture() }
            return product(scores.softmax(), values.columns(range))
        }
        return Tensor.concatenatingChannels(parts)
    }
}

extension Tensor {
    /// Sets element (i, j) to minus infinity where j > i.
    fileprivate mutating func maskFuture() {
        let width = lastExtent
        withUnsafeMutableBuffer { elements in
            for index in elements.indices where index % width > index / width { elements[index] = -.infinity }
        }
    }
}

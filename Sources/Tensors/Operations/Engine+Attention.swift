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
            keys.shape == values.shape && keys.lastExtent == queries.lastExtent,
            "attention over \(queries.shape), \(keys.shape), \(values.shape)")
        return queries.withMatrix { q in
            keys.withMatrix { k in
                values.withMatrix { v in attention(q, k, v, heads: heads, causal: causal, scale: scale) }
            }
        }
    }

    /// Self-attention over `[N, 3 * heads * width]`: queries, keys and values one behind the other in each row, as one
    /// linear layer gives them.
    ///
    /// - Returns: `[N, heads * width]`.
    package func attention(
        queriesKeysValues: Tensor, heads: Int, causal: Bool = false, scale: Float? = nil
    ) -> Tensor {
        precondition(
            queriesKeysValues.lastExtent % 3 == 0, "three parts of \(queriesKeysValues.lastExtent) columns")
        let width = queriesKeysValues.lastExtent / 3
        return queriesKeysValues.withMatrix { x in
            attention(
                x.columns(0..<width), x.columns(width..<2 * width), x.columns(2 * width..<3 * width),
                heads: heads,
                causal: causal, scale: scale)
        }
    }

    /// A tile is one head and a band of at most 256 queries.
    private func attention(
        _ queries: Matrix, _ keys: Matrix, _ values: Matrix, heads: Int, causal: Bool, scale: Float?
    ) -> Tensor {
        precondition(heads > 0 && queries.columns % heads == 0, "\(queries.columns) features, \(heads) heads")
        precondition(!causal || queries.rows == keys.rows, "causal attention needs as many queries as keys")
        let width = queries.columns / heads
        let factor = scale ?? 1 / Float(width).squareRoot()
        var result = Tensor(uninitialized: [queries.rows, queries.columns])
        let bands = Workers.tiles(of: queries.rows, parts: (queries.rows + 255) / 256, unit: 1)
        result.withMutableMatrix { y in
            workers.run(tiles: heads * bands.count) { tile in
                let (head, band) = (tile / bands.count, bands[tile % bands.count])
                let columns = head * width..<(head + 1) * width
                let part = AttentionHead(
                    queries: queries.rows(band).columns(columns), keys: keys.columns(columns),
                    values: values.columns(columns), scale: factor, visible: causal ? band.lowerBound + 1 : 0)
                part.attend(on: backend, into: y.rows(band).columns(columns))
            }
        }
        return result
    }
}

/// Products and convolutions by one library, chosen once per run and named in every report.
///
/// An engine is synchronous and may be used from several threads at once. Its results do not depend on `threads`:
/// work is cut into tiles whose size depends only on the extents, and each tile is computed by one thread.
package struct Engine: Sendable {
    /// What a report says about this engine.
    package let identity: EngineIdentity
    let backend: Backend
    let workers: Workers

    /// Loads the library of `choice`, with the kernels that suit this processor, and checks a few results.
    ///
    /// - Parameter threads: how many threads one layer may use; 1 where images are made beside each other.
    package static func load(_ choice: EngineChoice = .auto, threads: Int = 1) throws(EngineError) -> Engine {
        precondition(threads > 0, "an engine needs a thread, found \(threads)")
        switch choice {
        case .openblas: return try openBLAS(threads: threads)
        case .onednn: return try oneDNN(threads: threads)
        case .auto:
            if let engine = try? oneDNN(threads: threads) { return engine }
            return try openBLAS(threads: threads)
        }
    }

    private static func openBLAS(threads: Int) throws(EngineError) -> Engine {
        let library = try OpenBLAS.load()
        let identity = EngineIdentity(
            name: EngineChoice.openblas.rawValue, version: library.version, coreType: library.coreType,
            floatFormat: .float32)
        return Engine(identity: identity, backend: .openBLAS(library), workers: Workers(threads: threads))
    }

    private static func oneDNN(threads: Int) throws(EngineError) -> Engine {
        let library = try OneDNN.load()
        let identity = EngineIdentity(
            name: EngineChoice.onednn.rawValue, version: library.version, coreType: library.instructions,
            floatFormat: .float32)
        return Engine(identity: identity, backend: .oneDNN(library), workers: Workers(threads: threads))
    }

    /// The same library with another number of threads for one layer; results are the same.
    package func with(threads: Int) -> Engine {
        precondition(threads > 0, "an engine needs a thread, found \(threads)")
        return Engine(identity: identity, backend: backend, workers: Workers(threads: threads))
    }

    /// `scale * a op(b)`: `a` is `[M, K]`, `b` `[K, N]`, or `[N, K]` where it is transposed; the result is `[M, N]`.
    package func product(_ a: Tensor, _ b: Tensor, transposeB: Bool = false, scale: Float = 1) -> Tensor {
        precondition(
            a.shape.count == 2 && b.shape.count == 2, "a product needs matrices: \(a.shape), \(b.shape)")
        precondition(
            a.shape[1] == b.shape[transposeB ? 1 : 0],
            "inner extents differ: \(a.shape) and \(b.shape)\(transposeB ? " transposed" : "")")
        var result = Tensor(uninitialized: [a.shape[0], b.shape[transposeB ? 0 : 1]])
        let tiles = Workers.tiles(of: a.shape[0], parts: a.shape[0] / 256, unit: 1)
        a.withMatrix { a in
            b.withMatrix { b in
                result.withMutableMatrix { c in
                    workers.run(tiles: tiles.count) { tile in
                        backend.product(
                            a.rows(tiles[tile]), b, transposeB: transposeB, scale: scale,
                            into: c.rows(tiles[tile]))
                    }
                }
            }
        }
        return result
    }
}

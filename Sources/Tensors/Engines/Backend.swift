/// The library that an engine uses.
enum Backend: Sendable {
    /// OpenBLAS: products of matrices in place; convolutions gather patches first.
    case openBLAS(OpenBLAS)
    /// oneDNN: products and convolutions prepare their weights.
    case oneDNN(OneDNN)

    /// `c = scale * a op(b)`, as `Engine.product`, on this thread.
    ///
    /// Safety: the caller guarantees that each matrix is inside its memory; `c` overlaps neither `a` nor `b`.
    func product(_ a: Matrix, _ b: Matrix, transposeB: Bool, scale: Float, into c: MutableMatrix) {
        switch self {
        case .openBLAS(let library):
            library.product(a, b, transposeB: transposeB, scale: scale, into: c)
        case .oneDNN(let library):
            library.product(a, b, transposeB: transposeB, scale: scale, into: c)
        }
    }
}

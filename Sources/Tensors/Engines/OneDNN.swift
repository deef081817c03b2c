import CDNNL

/// oneDNN on this processor, one thread for each call.
///
/// Safety of `@unchecked Sendable`: the handle never changes, and oneDNN allows calls from several threads.
final class OneDNN: @unchecked Sendable {
    /// What layers are prepared on.
    let processor: OpaquePointer
    /// The library's version, such as `2.6.3`.
    let version: String
    /// The widest instructions in use, such as `avx512_core`.
    let instructions: String

    /// Opens the library and checks a product and a convolution.
    static func load() throws(EngineError) -> OneDNN {
        var status: Int32 = 0
        guard let processor = onednn_processor_create(&status) else {
            throw .unavailable(engine: EngineChoice.onednn.rawValue, reason: "no processor, status \(status)")
        }
        let loaded = OneDNN(processor)
        try loaded.checkProduct()
        try loaded.checkConvolution()
        return loaded
    }

    private init(_ processor: OpaquePointer) {
        self.processor = processor
        var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
        onednn_version(&major, &minor, &patch)
        version = "\(major).\(minor).\(patch)"
        instructions = String(cString: onednn_instructions())
    }

    deinit { onednn_processor_destroy(processor) }

    /// `c = scale * a op(b)` without preparation, as `OpenBLAS.product`.
    ///
    /// Safety: the caller guarantees that each matrix is inside its memory; `c` overlaps neither `a` nor `b`.
    func product(_ a: Matrix, _ b: Matrix, transposeB: Bool, scale: Float, into c: MutableMatrix) {
        let inner = transposeB ? b.columns : b.rows
        let columns = transposeB ? b.rows : b.columns
        precondition(
            a.columns == inner && c.rows == a.rows && c.columns == columns, "extents of a product differ")
        guard c.rows > 0, c.columns > 0 else { return }
        let status = onednn_product(
            transposeB, Int64(c.rows), Int64(c.columns), Int64(inner), scale, a.base, Int64(a.stride), b.base,
            Int64(b.stride), c.base, Int64(c.stride))
        precondition(status == 0, "oneDNN refuses a product with status \(status)")
    }

    private func checkProduct() throws(EngineError) {
        let (rows, inputs, outputs) = (19, 70, 83)
        let (x, weight) = (Self.sample([rows, inputs]), Self.sample([outputs, inputs]))
        var found = Tensor(zeros: [rows, outputs])
        let product = OneDNNProduct(weight: weight, bias: nil, library: self)
        x.withMatrix { x in found.withMutableMatrix { product.multiply(x, .none, into: $0) } }
        let (a, b) = (x.values, weight.values)
        try expect(found) { index in
            (0..<inputs).reduce(Float(0)) {
                $0 + a[index / outputs * inputs + $1] * b[index % outputs * inputs + $1]
            }
        }
    }

    /// 3 x 3 on a map of 5 x 6, without padding.
    private func checkConvolution() throws(EngineError) {
        let (inputs, outputs) = (16, 32)
        let (x, weight) = (Self.sample([5, 6, inputs]), Self.sample([outputs, inputs, 3, 3]))
        let geometry = ConvolutionGeometry(
            weightShape: weight.shape, stride: (1, 1), padding: .none, dilation: (1, 1), groups: 1)
        var found = Tensor(zeros: [3, 4, outputs])
        let convolution = OneDNNConvolution(geometry, weight: weight, bias: nil, library: self)
        let band = ConvolutionBand(geometry, outputRows: 0..<3, outputColumns: 4, height: 5, width: 6)
        x.withMatrix { x in found.withMutableMatrix { convolution.convolve(x, band, .none, into: $0) } }
        let (a, b) = (x.values, weight.values)
        try expect(found) { index in
            let (row, column, output) = (index / outputs / 4, index / outputs % 4, index % outputs)
            return (0..<9 * inputs).reduce(Float(0)) { sum, term in
                let (y, x, input) = (term / 3 % 3, term % 3, term / 9)
                return sum + a[((row + y) * 6 + column + x) * inputs + input] * b[output * 9 * inputs + term]
            }
        }
    }

    private static func sample(_ shape: [Int]) -> Tensor {
        Tensor(shape: shape, values: (0..<shape.reduce(1, *)).map { Float(($0 * 37) % 101) / 101 - 0.5 })
    }

    private func expect(_ found: Tensor, _ expected: (Int) -> Float) throws(EngineError) {
        for (index, value) in found.values.enumerated() where !(abs(value - expected(index)) <= 1e-4) {
            throw .wrongResult(
                engine: EngineChoice.onednn.rawValue, coreType: instructions, expected: expected(index),
                found: value)
        }
    }
}

import CBLAS

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A loaded OpenBLAS, set to one thread.
///
/// Safety of `@unchecked Sendable`: the handle never changes, and OpenBLAS allows products from several threads.
final class OpenBLAS: @unchecked Sendable {
    /// The names under which Linux distributions and macOS install the library.
    private static let names = ["libopenblas.so.0", "libopenblas.so", "libopenblas.dylib"]

    private let library: OpaquePointer
    /// The core type whose kernels are used, such as `SkylakeX`.
    let coreType: String
    /// The library's version, such as `0.3.21`.
    let version: String

    /// Loads the library, with another core type if it chose a slow one, and checks a few products.
    static func load() throws(EngineError) -> OpenBLAS {
        var library = try open(coreType: nil)
        let setting = getenv("OPENBLAS_CORETYPE").map { String(cString: $0) }
        let request = CoreTypeChoice.request(
            found: String(cString: openblas_core_name(library)),
            features: processor_features_of_this_machine(), setting: setting)
        if let request {
            openblas_close(library)
            library = try open(coreType: request)
        }
        let loaded = OpenBLAS(library)
        try loaded.check()
        return loaded
    }

    private init(_ library: OpaquePointer) {
        self.library = library
        coreType = String(cString: openblas_core_name(library))
        let words = String(cString: openblas_configuration(library)).split(separator: " ")
        version = words.count > 1 ? String(words[1]) : "unknown"
    }

    deinit { openblas_close(library) }

    private static func open(coreType: String?) throws(EngineError) -> OpaquePointer {
        var reason = ""
        for name in names {
            var message = [CChar](repeating: 0, count: 256)
            if let library = openblas_open(name, coreType, &message, message.count) { return library }
            if reason.isEmpty {
                reason = String(
                    decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            }
        }
        throw .unavailable(engine: EngineChoice.openblas.rawValue, reason: reason)
    }

    /// `c = scale * a op(b)`: `a` is `[m, k]`, `op(b)` `[k, n]`, `c` `[m, n]`, all row-major.
    ///
    /// Safety: the caller guarantees that each matrix is inside its memory; `c` overlaps neither `a` nor `b`.
    func product(_ a: Matrix, _ b: Matrix, transposeB: Bool, scale: Float, into c: MutableMatrix) {
        let inner = transposeB ? b.columns : b.rows
        let columns = transposeB ? b.rows : b.columns
        precondition(
            a.columns == inner && c.rows == a.rows && c.columns == columns, "extents of a product differ")
        guard c.rows > 0, c.columns > 0 else { return }
        openblas_product(
            library, false, transposeB, Int32(c.rows), Int32(c.columns), Int32(inner), scale, a.base,
            Int32(a.stride),
            b.base, Int32(b.stride), 0, c.base, Int32(c.stride))
    }

    /// Compares small products with the same ones done by hand: some builds are wrong on some processors.
    private func check() throws(EngineError) {
        for (m, n, k) in [(3, 5, 7), (16, 16, 16), (33, 65, 40), (70, 130, 257)] {
            for transposeB in [false, true] { try check(m: m, n: n, k: k, transposeB: transposeB) }
        }
    }

    private func check(m: Int, n: Int, k: Int, transposeB: Bool) throws(EngineError) {
        let a = (0..<m * k).map { Float(($0 * 37) % 101) / 101 - 0.5 }
        let b = (0..<n * k).map { Float(($0 * 53) % 97) / 97 - 0.5 }
        var c = [Float](repeating: 0, count: m * n)
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                c.withUnsafeMutableBufferPointer { c in
                    guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
                    // Safety: the arrays have m * k, n * k and m * n elements.
                    product(
                        Matrix(base: a, rows: m, columns: k),
                        transposeB
                            ? Matrix(base: b, rows: n, columns: k) : Matrix(base: b, rows: k, columns: n),
                        transposeB: transposeB, scale: 1,
                        into: MutableMatrix(base: c, rows: m, columns: n))
                }
            }
        }
        for row in 0..<m {
            for column in 0..<n {
                let expected = (0..<k).reduce(Float(0)) {
                    $0 + a[row * k + $1] * b[transposeB ? column * k + $1 : $1 * n + column]
                }
                let found = c[row * n + column]
                guard abs(found - expected) <= 1e-4 else {
                    throw .wrongResult(
                        engine: EngineChoice.openblas.rawValue, coreType: coreType, expected: expected,
                        found: found)
                }
            }
        }
    }
}

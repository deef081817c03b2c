/// What can go wrong while an engine is loaded or a layer is prepared for it.
package enum EngineError: Error, Equatable, Sendable {
    /// A library is missing or cannot be loaded.
    case unavailable(engine: String, reason: String)
    /// A small product or convolution of the library differs from the same one done by hand.
    case wrongResult(engine: String, coreType: String, expected: Float, found: Float)
    /// The library refuses a layer.
    case refused(engine: String, operation: String, status: Int)
}

extension EngineError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unavailable(let engine, let reason):
            "engine `\(engine)` is not available: \(reason)"
        case .wrongResult(let engine, let coreType, let expected, let found):
            """
            engine `\(engine)` with core type `\(coreType)` computes wrong results on this processor: \
            expected \(expected), found \(found); another core type can be chosen with `OPENBLAS_CORETYPE`
            """
        case .refused(let engine, let operation, let status):
            "engine `\(engine)` refuses \(operation) with status \(status)"
        }
    }
}

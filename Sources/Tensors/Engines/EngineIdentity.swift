/// What a report says about the engine: bits are equal only between runs whose identities are.
package struct EngineIdentity: Hashable, Sendable {
    /// `openblas` or `onednn`.
    package let name: String
    /// The library's version, such as `0.3.21`.
    package let version: String
    /// The kernels that were chosen for this processor, such as `SkylakeX`.
    package let coreType: String
    /// The number format of products.
    package let floatFormat: FloatFormat
}

extension EngineIdentity: CustomStringConvertible {
    package var description: String { "\(name) \(version) (\(coreType), \(floatFormat.rawValue))" }
}

/// The engines that a run can ask for.
package enum EngineChoice: String, CaseIterable, Sendable {
    /// oneDNN where it is present and passes its self-check, else OpenBLAS.
    case auto
    /// OpenBLAS in float32: the reference, which runs everything everywhere.
    case openblas
    /// oneDNN in float32.
    case onednn
}

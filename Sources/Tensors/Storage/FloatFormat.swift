/// The number format in which an engine multiplies; sums, norms and activations are float32 in every format.
///
/// bfloat16 products of oneDNN become another case: weights are converted while they are packed (`OneDNN`), inputs
/// while they are read, and every report names the format, since results differ.
package enum FloatFormat: String, Sendable {
    /// IEEE single precision.
    case float32
}

/// A function that is applied to each element.
package enum Activation: String, CaseIterable, Sendable {
    /// The identity.
    case none
    /// max(x, 0).
    case relu
    /// min(max(x, 0), 6).
    case relu6
    /// x sigmoid(x) (Elfwing et al. 2018).
    case silu
    /// x Phi(x), with the error function (Hendrycks & Gimpel 2016).
    case gelu
    /// GELU's approximation by a hyperbolic tangent (Hendrycks & Gimpel 2016, section 2).
    case geluTanh
    /// x sigmoid(1.702 x), as in CLIP.
    case quickGelu
    /// 1 / (1 + exp(-x)).
    case sigmoid
    /// The hyperbolic tangent.
    case tanh
    /// min(max(x + 3, 0), 6) / 6 (Howard et al. 2019).
    case hardSigmoid
    /// x hardSigmoid(x).
    case hardSwish
}

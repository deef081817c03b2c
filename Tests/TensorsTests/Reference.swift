#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@testable import Tensors

/// Elementary functions of the C library in double precision.
enum Reference {
    static func exponential(_ x: Double) -> Double { exp(x) }

    /// An activation of one number.
    static func value(_ activation: Activation, _ x: Double) -> Double {
        switch activation {
        case .none: x
        case .relu: max(x, 0)
        case .relu6: min(max(x, 0), 6)
        case .silu: x / (1 + exp(-x))
        case .gelu: 0.5 * x * erfc(-x / 2.0.squareRoot())
        case .geluTanh: 0.5 * x * (1 + tanh((2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x)))
        case .quickGelu: x / (1 + exp(-1.702 * x))
        case .sigmoid: 1 / (1 + exp(-x))
        case .tanh: tanh(x)
        case .hardSigmoid: min(max(x + 3, 0), 6) / 6
        case .hardSwish: x * min(max(x + 3, 0), 6) / 6
        }
    }
}

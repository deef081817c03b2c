import Foundation

/// The window functions that Pillow resamples with.
enum ResampleWindow {
    /// One over the pixel's own width.
    case box
    /// Linear fall to zero at one pixel.
    case triangle
    /// Keys's cubic convolution with a = -0.5 (Keys 1981, equation 15).
    case cubic
    /// A sinc under the main lobe of a sinc three times as wide.
    case lanczos

    /// Half the window's width, in pixels, at scale 1.
    var support: Double {
        switch self {
        case .box: 0.5
        case .triangle: 1
        case .cubic: 2
        case .lanczos: 3
        }
    }

    /// The window's value at `x` pixels from its centre.
    func value(at x: Double) -> Double {
        switch self {
        case .box: x > -0.5 && x <= 0.5 ? 1 : 0
        case .triangle: max(0, 1 - abs(x))
        case .cubic: Self.cubic(abs(x))
        case .lanczos: x >= -3 && x < 3 ? Self.sinc(x) * Self.sinc(x / 3) : 0
        }
    }

    private static func cubic(_ x: Double) -> Double {
        let a = -0.5
        if x < 1 { return ((a + 2) * x - (a + 3)) * x * x + 1 }
        if x < 2 { return (((x - 5) * x + 8) * x - 4) * a }
        return 0
    }

    private static func sinc(_ x: Double) -> Double {
        x == 0 ? 1 : sin(x * .pi) / (x * .pi)
    }
}

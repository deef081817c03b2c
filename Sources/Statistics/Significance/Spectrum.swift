/// The values of a polynomial with real coefficients at the roots of unity of the upper half plane.
///
/// Values stand in vectors of four roots, real and imaginary parts apart. What stands beyond the last root means
/// nothing and is multiplied by the zeros of `monomial` there.
struct Spectrum {
    private var real: [SIMD4<Double>]
    private var imaginary: [SIMD4<Double>]

    /// The zero polynomial at the roots of an order.
    init(_ roots: RootsOfUnity) {
        real = Array(repeating: .zero, count: (roots.half + 3) / 4)
        imaginary = real
    }

    /// Adds `coefficient` * t^`power`.
    mutating func add(_ coefficient: Double, times roots: RootsOfUnity, power: Int) {
        let step = power % roots.order
        var index = 0
        for vector in real.indices {
            var (cosines, sines) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
            for lane in 0..<4 {
                (cosines[lane], sines[lane]) = (roots.cosines[index], roots.sines[index])
                index += step
                if index >= roots.order { index -= roots.order }
            }
            real[vector] += coefficient * cosines
            imaginary[vector] += coefficient * sines
        }
    }

    /// Becomes the product of two polynomials.
    mutating func set(toProductOf left: Spectrum, and right: Spectrum) {
        for vector in real.indices {
            let (a, b) = (left.real[vector], left.imaginary[vector])
            let (c, d) = (right.real[vector], right.imaginary[vector])
            real[vector] = a * c - b * d
            imaginary[vector] = a * d + b * c
        }
    }

    /// Becomes a whole power, at least 1, of a polynomial, by squaring.
    mutating func set(toPower exponent: Int, of base: Spectrum) {
        for vector in real.indices {
            var (a, b) = (base.real[vector], base.imaginary[vector])
            var (c, d) = (SIMD4<Double>(repeating: 1), SIMD4<Double>.zero)
            var rest = exponent
            while rest > 1 {
                if rest & 1 == 1 { (c, d) = (c * a - d * b, c * b + d * a) }
                (a, b) = (a * a - b * b, 2 * a * b)
                rest >>= 1
            }
            real[vector] = c * a - d * b
            imaginary[vector] = c * b + d * a
        }
    }

    /// The coefficient of a power, for a polynomial whose degrees do not wrap around the order onto it.
    ///
    /// - Parameter conjugate: the `monomial` of that power.
    func coefficient(_ conjugate: Spectrum, _ roots: RootsOfUnity) -> Double {
        var sum = SIMD4<Double>.zero
        for vector in real.indices {
            sum += real[vector] * conjugate.real[vector] + imaginary[vector] * conjugate.imaginary[vector]
        }
        let half = real[0][0] * conjugate.real[0][0] + imaginary[0][0] * conjugate.imaginary[0][0]
        return (2 * sum.sum() - half) / Double(roots.order)
    }

    /// t^`power`, zero beyond the last root of the half plane.
    static func monomial(_ power: Int, _ roots: RootsOfUnity) -> Spectrum {
        var spectrum = Spectrum(roots)
        spectrum.add(1, times: roots, power: ((power % roots.order) + roots.order) % roots.order)
        for root in roots.half..<4 * spectrum.real.count {
            spectrum.real[root / 4][root % 4] = 0
            spectrum.imaginary[root / 4][root % 4] = 0
        }
        return spectrum
    }
}

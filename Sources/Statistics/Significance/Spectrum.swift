/// The values of a polynomial with real coefficients at the roots of unity of the upper half plane.
struct Spectrum {
    private var real: [Double]
    private var imaginary: [Double]

    /// The zero polynomial at `count` roots.
    init(count: Int) {
        real = Array(repeating: 0, count: count)
        imaginary = Array(repeating: 0, count: count)
    }

    /// Adds `coefficient` * t^`power`.
    mutating func add(_ coefficient: Double, times roots: RootsOfUnity, power: Int) {
        let step = power % roots.order
        var index = 0
        for root in real.indices {
            real[root] += coefficient * roots.cosines[index]
            imaginary[root] += coefficient * roots.sines[index]
            index += step
            if index >= roots.order { index -= roots.order }
        }
    }

    /// Becomes the product of two polynomials.
    mutating func set(toProductOf left: Spectrum, and right: Spectrum) {
        for root in real.indices {
            let (a, b) = (left.real[root], left.imaginary[root])
            let (c, d) = (right.real[root], right.imaginary[root])
            real[root] = a * c - b * d
            imaginary[root] = a * d + b * c
        }
    }

    /// Becomes a whole power, at least 1, of a polynomial, by squaring.
    mutating func set(toPower exponent: Int, of base: Spectrum) {
        for root in real.indices {
            var (a, b) = (base.real[root], base.imaginary[root])
            var (c, d) = (1.0, 0.0)
            var rest = exponent
            while rest > 0 {
                if rest & 1 == 1 { (c, d) = (c * a - d * b, c * b + d * a) }
                (a, b) = (a * a - b * b, 2 * a * b)
                rest >>= 1
            }
            real[root] = c
            imaginary[root] = d
        }
    }

    /// The coefficient of t^`power`, for a polynomial whose degrees do not wrap around the order onto it.
    func coefficient(of power: Int, _ roots: RootsOfUnity) -> Double {
        let step = ((power % roots.order) + roots.order) % roots.order
        var sum = real[0] / 2
        var index = 0
        for root in real.indices.dropFirst() {
            index += step
            if index >= roots.order { index -= roots.order }
            sum += real[root] * roots.cosines[index] + imaginary[root] * roots.sines[index]
        }
        return 2 * sum / Double(roots.order)
    }
}

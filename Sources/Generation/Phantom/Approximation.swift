/// Polynomial stand-ins for library functions in the renderer's pixel loops.
///
/// They are faster than the C library's and give the same bits wherever IEEE single precision does.
enum Approximation {
    /// e to the power of x, relative error below 3e-7 for x in -80...80; x beyond is clamped.
    @inline(__always)
    static func exponential(_ x: Float) -> Float {
        let power = min(max(x, -80), 80) * 1.442_695_04
        let whole = power.rounded(.down)
        let part = power - whole
        var sum: Float = 1.877_576_7e-3
        sum = sum * part + 8.989_339_7e-3
        sum = sum * part + 5.582_631_8e-2
        sum = sum * part + 2.401_536_1e-1
        sum = sum * part + 6.931_530_8e-1
        sum = sum * part + 9.999_999_4e-1
        return sum * Float(bitPattern: UInt32(bitPattern: Int32(whole) + 127) << 23)
    }

    /// The cosine of an angle given in turns, absolute error below 2e-4.
    @inline(__always)
    static func cosine(turns: Float) -> Float {
        let folded = 0.25 - abs(turns - (turns + 0.5).rounded(.down))
        let square = folded * folded
        return folded * (6.283_185_3 - square * (41.341_702 - square * (81.605_249 - square * 76.705_86)))
    }

    /// The angle of (x, y) in turns, 0..<1, absolute error below 1e-4.
    @inline(__always)
    static func angle(x: Float, y: Float) -> Float {
        let (wide, high) = (abs(x), abs(y))
        let ratio = min(wide, high) / max(max(wide, high), 1e-12)
        let square = ratio * ratio
        var turns =
            ((-0.046_496_474_9 * square + 0.159_314_22) * square - 0.327_622_764) * square * ratio + ratio
        turns *= 0.159_154_94
        if high > wide { turns = 0.25 - turns }
        if x < 0 { turns = 0.5 - turns }
        if y < 0 { turns = 1 - turns }
        return turns >= 1 ? 0 : turns
    }

    /// The logistic function 1 / (1 + e^-x).
    @inline(__always)
    static func logistic(_ x: Float) -> Float { 1 / (1 + exponential(-x)) }
}

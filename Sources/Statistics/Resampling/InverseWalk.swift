import RealModule

/// Random counts by inversion from the mode outward, so that the steps grow with the standard deviation only.
struct InverseWalk {
    /// The smallest possible count.
    let lowest: Int
    /// The largest possible count.
    let highest: Int
    /// The likeliest count, where the walk begins.
    let mode: Int
    /// Its probability.
    let top: Double

    /// A count, exact but for 2^-53.
    ///
    /// - Parameter ratio: the probability of `count + 1` over that of `count`.
    @inline(__always)
    func draw(_ source: inout RandomSource, ratio: (_ count: Int) -> Double) -> Int {
        var rest = source.unit() - top
        var (low, high) = (mode, mode)
        var (lowMass, highMass) = (top, top)
        while rest >= 0, low > lowest || high < highest {
            if high < highest {
                highMass *= ratio(high)
                high += 1
                rest -= highMass
                if rest < 0 { return high }
            }
            if low > lowest {
                low -= 1
                lowMass /= ratio(low)
                rest -= lowMass
                if rest < 0 { return low }
            }
        }
        return mode
    }
}

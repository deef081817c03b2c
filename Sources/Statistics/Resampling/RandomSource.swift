/// The random numbers of resampling: SplitMix64 (Steele, Lea & Flood 2014), the same on every machine.
package struct RandomSource: Sendable {
    /// The name and version printed in reports.
    package static let name = "splitmix64"
    private var state: UInt64

    /// A source with an explicit seed.
    package init(seed: UInt64) {
        state = seed
    }

    /// A whole number in 0..<`limit`, uniform but for 2^-64 of `limit`.
    mutating func next(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        z ^= z >> 31
        return Int(z.multipliedFullWidth(by: UInt64(limit)).high)
    }

    /// Shuffles the elements of a range of positions among themselves (Fisher & Yates 1938, Durstenfeld 1964).
    mutating func shuffle<Element>(_ elements: inout [Element], in positions: Range<Int>) {
        for position in positions.reversed() {
            elements.swapAt(position, positions.lowerBound + next(below: position - positions.lowerBound + 1))
        }
    }
}

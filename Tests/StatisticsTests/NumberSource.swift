/// Random numbers of the tests: SplitMix64 (Steele, Lea & Flood 2014), the same on every machine.
struct NumberSource {
    private var state: UInt64

    /// A source with a seed.
    init(seed: UInt64) {
        state = seed
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number in 0..<1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A whole number in 0..<`limit`.
    mutating func next(below limit: Int) -> Int { Int(unit() * Double(limit)) }

    /// The numbers below `count` in a random order.
    mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        for index in order.indices.reversed() { order.swapAt(index, next(below: index + 1)) }
        return order
    }
}

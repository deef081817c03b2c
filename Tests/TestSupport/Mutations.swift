/// Changes bytes at random, the same way for the same seed (SplitMix64, Steele et al. 2014).
package struct Mutations: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Bytes with up to eight places changed, lost, doubled or moved.
    package mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        for _ in 0..<Int.random(in: 1...8, using: &self) where !result.isEmpty {
            let place = Int.random(in: 0..<result.count, using: &self)
            let end = min(result.count, place + Int.random(in: 1...12, using: &self))
            switch Int.random(in: 0..<5, using: &self) {
            case 0: result[place] = UInt8(truncatingIfNeeded: next())
            case 1: result.removeSubrange(place..<end)
            case 2:
                result.insert(
                    contentsOf: Array(result[place..<end]), at: Int.random(in: 0...result.count, using: &self)
                )
            case 3: result.insert(contentsOf: marks(3), at: place)
            default: result.swapAt(place, end - 1)
            }
        }
        return result
    }

    /// Marks, quotes and words of the language at random.
    package mutating func marks(_ count: Int) -> [UInt8] {
        let pieces = [
            "(", ")", "[", "]", "{", "}", "\"", "\"\"\"", "\n", ";", ",", "..", ".", "=", "cohort ", "by ",
            "with ", " in ",
            "I", "10", "%", "#", "{{", "\\", "report ", "dp", " of ", "not ", "-", "\u{0}", "\u{FEFF}",
            "\r\n", "é",
        ]
        return (0..<count).flatMap { _ in Array((pieces.randomElement(using: &self) ?? "").utf8) }
    }
}

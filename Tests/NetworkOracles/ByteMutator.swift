/// Damages bytes as storage, transport and malice do; the same damage for the same seed.
struct ByteMutator {
    private var state: UInt64
    /// Numbers at which readers go wrong.
    private static let extremes: [UInt64] = [
        0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 0x7FFF_FFFF_FFFF_FFFF,
        0x8000_0000_0000_0000, 0xFFFF_FFFF_FFFF_FFFF, 0xFFFF_FFFF_FFFF_FFF0,
    ]

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0xD1B5_4A32_D192_ED03
    }

    /// One to eight changes: bits, bytes, numbers of 1, 2, 4 or 8 bytes, pieces copied, cut out or repeated.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...below(8) where !bytes.isEmpty { change(&bytes) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let at = below(bytes.count)
        switch below(8) {
        case 0: bytes[at] ^= 1 << UInt8(below(8))
        case 1: bytes[at] = UInt8(below(256))
        case 2, 3: overwrite(&bytes, at: at, with: Self.extremes[below(Self.extremes.count)])
        case 4: overwrite(&bytes, at: at, with: UInt64(below(bytes.count + 64)))
        case 5: bytes.removeSubrange(at..<min(bytes.count, at + 1 + below(32)))
        case 6:
            let piece = Array(bytes[at..<min(bytes.count, at + 1 + below(64))])
            bytes.insert(contentsOf: piece, at: below(bytes.count))
        default:
            if below(4) == 0 {
                bytes.removeSubrange(at...)
            } else {
                let piece = Array(bytes[at..<min(bytes.count, at + 1 + below(64))])
                let target = below(bytes.count)
                for (index, byte) in piece.enumerated() where target + index < bytes.count {
                    bytes[target + index] = byte
                }
            }
        }
    }

    private mutating func overwrite(_ bytes: inout [UInt8], at start: Int, with number: UInt64) {
        let size = 1 << below(4)
        for index in 0..<size where start + index < bytes.count {
            bytes[start + index] = UInt8(truncatingIfNeeded: number >> UInt64(8 * index))
        }
    }

    /// A number below `bound`, by SplitMix64.
    private mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ z >> 31) % UInt64(bound))
    }
}

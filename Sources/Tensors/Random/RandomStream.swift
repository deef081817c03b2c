#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A counter-based stream of random numbers: Philox 4x32 with 10 rounds (Salmon et al., SC 2011).
///
/// Two streams with the same seed and number give the same values on every machine, whatever is drawn beside
/// them, so an image depends only on its seed and on its own stream (language.md, section 6).
public struct RandomStream: Sendable {
    /// The name and version printed in reports.
    public static let generatorName = "philox4x32-10"

    private let key: (UInt32, UInt32)
    private let stream: UInt64
    private var block: UInt64 = 0
    private var words: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    private var used = 4
    private var spareNormal: Double?

    /// - Parameters:
    ///   - seed: the root seed, the key of the generator.
    ///   - stream: the number of the stream, half of the counter; 2^64 blocks of 128 bits each.
    public init(seed: UInt64, stream: UInt64) {
        key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
        self.stream = stream
    }

    /// The next 32 random bits.
    public mutating func nextWord() -> UInt32 {
        if used == 4 {
            words = Self.philox(
                counter: (
                    UInt32(truncatingIfNeeded: block), UInt32(truncatingIfNeeded: block >> 32),
                    UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32)
                ), key: key)
            block += 1
            used = 0
        }
        defer { used += 1 }
        switch used {
        case 0: return words.0
        case 1: return words.1
        case 2: return words.2
        default: return words.3
        }
    }

    /// The next number in 0..<1, with 53 random bits.
    public mutating func nextUniform() -> Double {
        let high = UInt64(nextWord() >> 5)
        let low = UInt64(nextWord() >> 6)
        return Double(high << 26 | low) * 0x1p-53
    }

    /// The next standard normal number, by the transform of Box and Muller (1958).
    public mutating func nextNormal() -> Double {
        if let spare = spareNormal {
            spareNormal = nil
            return spare
        }
        let radius = (-2 * log(1 - nextUniform())).squareRoot()
        let angle = 2 * Double.pi * nextUniform()
        spareNormal = radius * sin(angle)
        return radius * cos(angle)
    }

    /// One block of Philox 4x32-10.
    static func philox(
        counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)
    ) -> (UInt32, UInt32, UInt32, UInt32) {
        var (c0, c1, c2, c3) = counter
        var (k0, k1) = key
        for _ in 0..<10 {
            let first = UInt64(0xD251_1F53) * UInt64(c0)
            let second = UInt64(0xCD9E_8D57) * UInt64(c2)
            (c0, c1, c2, c3) = (
                UInt32(truncatingIfNeeded: second >> 32) ^ c1 ^ k0, UInt32(truncatingIfNeeded: second),
                UInt32(truncatingIfNeeded: first >> 32) ^ c3 ^ k1, UInt32(truncatingIfNeeded: first)
            )
            k0 &+= 0x9E37_79B9
            k1 &+= 0xBB67_AE85
        }
        return (c0, c1, c2, c3)
    }
}

/// PNG files written byte by byte, so that they can say what no encoder would.
enum HostilePNG {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// A file with these compressed pixels, whatever its header says.
    static func file(
        width: Int, height: Int, depth: UInt8 = 8, colour: UInt8 = 2, interlaced: Bool = false,
        before: [UInt8] = [], data: [UInt8]
    ) -> [UInt8] {
        let header = word(width) + word(height) + [depth, colour, 0, 0, interlaced ? 1 : 0]
        return signature + chunk("IHDR", header) + before + chunk("IDAT", data) + chunk("IEND", [])
    }

    /// A black picture of 8-bit RGB, with compressed texts of zeros.
    static func plain(width: Int, height: Int, texts: Int = 0, of bytes: Int = 0) -> [UInt8] {
        let text = texts > 0 ? chunk("zTXt", Array("k".utf8) + [0, 0] + compressedZeros(bytes)) : []
        return file(
            width: width, height: height, before: (0..<texts).flatMap { _ in text },
            data: compressedZeros(height * (1 + 3 * width)))
    }

    /// A black picture of any kind, as small as deflate makes it.
    static func zeros(
        width: Int, height: Int, depth: UInt8 = 8, colour: UInt8 = 2, interlaced: Bool = false
    ) -> [UInt8] {
        let channels = [0: 1, 2: 3, 6: 4][colour] ?? 1
        func bytes(_ width: Int, _ height: Int) -> Int {
            width == 0 ? 0 : height * (1 + (width * channels * Int(depth) + 7) / 8)
        }
        var count = bytes(width, height)
        if interlaced {
            // Adam7: where the columns and rows of each pass start, and their steps.
            let passes = [
                (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
                (0, 1, 1, 2),
            ]
            count = passes.reduce(0) { sum, pass in
                sum + bytes((width - pass.0 + pass.2 - 1) / pass.2, (height - pass.1 + pass.3 - 1) / pass.3)
            }
        }
        return file(
            width: width, height: height, depth: depth, colour: colour, interlaced: interlaced,
            data: compressedZeros(count))
    }

    /// So many zeros as deflate packs them at best, two bits for 258 of them (RFC 1950, RFC 1951).
    private static func compressedZeros(_ count: Int) -> [UInt8] {
        var bits = BitWriter(firstIsLowest: true)
        // One block, the last, with its own codes: 286 for lengths, 1 for distances, and 18 lengths of the codes of these.
        bits.add(0b101, 3)
        bits.add(29, 5)
        bits.add(0, 5)
        bits.add(14, 4)
        // In the order 16 17 18 0 8 7 9 6 10 5 11 4 12 3 13 2 14 1: 18 has one bit, 1 and 2 have two.
        for length in [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2] { bits.add(length, 3) }
        // Zero and the end have two bits, 258 has one, and the distance 1 has one; between them are runs of zeros.
        func two() { bits.add(0b11, 2) }
        func one() { bits.add(0b01, 2) }
        func run(_ count: Int) {
            bits.add(0, 1)
            bits.add(count - 11, 7)
        }
        two()
        run(138)
        run(117)
        two()
        run(28)
        one()
        one()
        // 258 is `0`, zero is `10`, the end is `11`, highest bit first; the distance is `0`.
        let literals = count == 0 ? 0 : 1 + (count - 1) % 258
        for _ in 0..<literals { bits.add(0b01, 2) }
        for _ in 0..<(count - literals) / 258 { bits.add(0, 2) }
        bits.add(0b11, 2)
        return [0x78, 0x01] + bits.bytes + word((count % 65_521) << 16 | 1)
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        return word(data.count) + body + word(Int(checksum(body)))
    }

    private static func word(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// The CRC of PNG's chunks (ISO 3309).
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        let table = (0..<UInt32(256)).map { start in
            (0..<8).reduce(start) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
        }
        let sum = bytes.reduce(UInt32.max) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
        return ~sum
    }
}

/// JPEG files written byte by byte, so that they can say what no encoder would (ITU T.81).
enum HostileJPEG {
    /// A gray baseline file of 800 x 800 pixels.
    static let small: [UInt8] = {
        var bits = BitWriter(firstIsLowest: false)
        for _ in 0..<10_000 { bits.add(0, 2) }
        return start(marker: 0xC0, width: 800, height: 800, components: 1)
            + table(kind: 0x00, symbol: 0x00) + table(kind: 0x10, symbol: 0x00)
            + scan(components: 1, from: 0, to: 63, high: 0, low: 0) + stuffed(bits) + [0xFF, 0xD9]
    }()

    /// A file that ends where its pixels should begin.
    static func header(width: Int, height: Int, components: Int) -> [UInt8] {
        start(marker: 0xC0, width: width, height: height, components: components)
            + table(kind: 0x00, symbol: 0x00) + table(kind: 0x10, symbol: 0x00)
            + scan(components: components, from: 0, to: 63, high: 0, low: 0)
    }

    /// A gray progressive file of many scans, each of all pixels in a few bytes: every coefficient in steps of one bit.
    static func scans(_ count: Int, width: Int, height: Int) -> [UInt8] {
        let blocks = ((width + 7) / 8) * ((height + 7) / 8)
        var bits = BitWriter(firstIsLowest: false)
        for _ in 0..<blocks { bits.add(0, 1) }
        var bytes =
            start(marker: 0xC2, width: width, height: height, components: 1)
            + table(kind: 0x00, symbol: 0x00) + table(kind: 0x10, symbol: 0xE0)
            + scan(components: 1, from: 0, to: 0, high: 0, low: 0) + stuffed(bits)
        let run = stuffed(emptyBlocks(blocks))
        for index in 0..<min(count, 63 * 14) {
            let (band, step) = (1 + index / 14, index % 14)
            let high = step == 0 ? 0 : 14 - step
            bytes += scan(components: 1, from: band, to: band, high: high, low: 13 - step) + run
        }
        return bytes + [0xFF, 0xD9]
    }

    /// Runs of blocks without coefficients, up to 32,767 in fifteen bits.
    private static func emptyBlocks(_ count: Int) -> BitWriter {
        var bits = BitWriter(firstIsLowest: false)
        var left = count
        while left > 0 {
            // A run of this code is at least 16,384 long, so the last two share what is left.
            let run = left <= 32_767 ? left : min(32_767, left - 16_384)
            bits.add(0, 1)
            bits.add(run - 16_384, 14)
            left -= run
        }
        return bits
    }

    private static func start(marker: UInt8, width: Int, height: Int, components: Int) -> [UInt8] {
        var frame: [UInt8] = [8] + word(height) + word(width) + [UInt8(components)]
        for component in 1...components { frame += [UInt8(component), 0x11, 0] }
        return [0xFF, 0xD8] + segment(0xDB, [0] + [UInt8](repeating: 1, count: 64)) + segment(marker, frame)
    }

    /// A table of one code, a single bit.
    private static func table(kind: UInt8, symbol: UInt8) -> [UInt8] {
        segment(0xC4, [kind, 1] + [UInt8](repeating: 0, count: 15) + [symbol])
    }

    private static func scan(components: Int, from: Int, to: Int, high: Int, low: Int) -> [UInt8] {
        var body = [UInt8(components)]
        for component in 1...components { body += [UInt8(component), 0x00] }
        return segment(0xDA, body + [UInt8(from), UInt8(to), UInt8(high << 4 | low)])
    }

    private static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
        [0xFF, marker] + word(body.count + 2) + body
    }

    private static func word(_ number: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)]
    }

    /// The bits as a scan holds them: a zero behind each 255.
    private static func stuffed(_ bits: BitWriter) -> [UInt8] {
        bits.bytes.flatMap { $0 == 0xFF ? [$0, 0] : [$0] }
    }
}

/// Bits that become bytes.
struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private var used = 8
    private let firstIsLowest: Bool

    /// - Parameter firstIsLowest: whether bytes are filled from their lowest bit, and numbers written from theirs; else both from
    ///   the highest, and the bits that are left over are ones.
    init(firstIsLowest: Bool) {
        self.firstIsLowest = firstIsLowest
    }

    /// Adds the lowest `count` bits of a number.
    mutating func add(_ number: Int, _ count: Int) {
        for step in 0..<count {
            if used == 8 {
                bytes.append(firstIsLowest ? 0 : 0xFF)
                used = 0
            }
            let bit = UInt8(number >> (firstIsLowest ? step : count - 1 - step) & 1)
            let place = firstIsLowest ? used : 7 - used
            bytes[bytes.count - 1] = bytes[bytes.count - 1] & ~(1 << place) | bit << place
            used += 1
        }
    }
}

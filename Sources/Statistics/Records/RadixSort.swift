/// Stable sorting of row numbers by a column, digit by digit from the lowest (Knuth 1998, 5.2.5).
enum RadixSort {
    /// Sorts by any numbers but NaN; rows that are equal keep their order.
    static func sort(_ rows: inout [UInt32], by column: [Double]) {
        var keys = rows.map { key(column[Int($0)]) }
        var (otherKeys, otherRows) = (keys, rows)
        for shift in stride(from: 0, to: 64, by: digitBits) {
            guard var starts = starts(of: keys, shift: shift) else { continue }
            for index in keys.indices {
                let digit = Int(truncatingIfNeeded: keys[index] >> UInt64(shift)) & digitMask
                otherKeys[starts[digit]] = keys[index]
                otherRows[starts[digit]] = rows[index]
                starts[digit] += 1
            }
            swap(&keys, &otherKeys)
            swap(&rows, &otherRows)
        }
    }

    /// Sorts by small numbers.
    static func sort(_ rows: inout [UInt32], by column: [UInt8]) {
        var starts = [Int](repeating: 0, count: 257)
        for row in rows { starts[Int(column[Int(row)]) + 1] += 1 }
        for digit in 1..<starts.count { starts[digit] += starts[digit - 1] }
        var sorted = rows
        for row in rows {
            let digit = Int(column[Int(row)])
            sorted[starts[digit]] = row
            starts[digit] += 1
        }
        rows = sorted
    }

    /// Bits that rise with the number: those of negative ones turned over. Adding 0 turns -0 into 0.
    private static func key(_ number: Double) -> UInt64 {
        let bits = (number + 0).bitPattern
        return bits >> 63 == 1 ? ~bits : bits | 1 << 63
    }

    private static let digitBits = 11
    private static let digitMask = 1 << digitBits - 1

    /// Where each digit's keys begin; nil where all keys have the same digit.
    private static func starts(of keys: [UInt64], shift: Int) -> [Int]? {
        var counts = [Int](repeating: 0, count: digitMask + 1)
        for key in keys { counts[Int(truncatingIfNeeded: key >> UInt64(shift)) & digitMask] += 1 }
        var next = 0
        for digit in counts.indices {
            if counts[digit] == keys.count { return nil }
            (counts[digit], next) = (next, next + counts[digit])
        }
        return counts
    }
}

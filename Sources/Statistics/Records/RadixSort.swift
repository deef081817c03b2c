/// Stable sorting of row numbers by a column, digit by digit from the lowest (Knuth 1998, 5.2.5).
enum RadixSort {
    /// Sorts by numbers of at least 0, infinity and NaN excluded; rows that are equal keep their order.
    ///
    /// The bits of such doubles rise with their values; adding 0 turns -0 into 0.
    static func sort(_ rows: inout [UInt32], by column: [Double]) {
        var keys = rows.map { (column[Int($0)] + 0).bitPattern }
        var (otherKeys, otherRows) = (keys, rows)
        for shift in stride(from: 0, to: 64, by: digitBits) {
            guard var starts = starts(of: keys, shift: shift) else { continue }
            for index in keys.indices {
                let digit = Int(keys[index] >> UInt64(shift)) & digitMask
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

    private static let digitBits = 11
    private static let digitMask = 1 << digitBits - 1

    /// Where each digit's keys begin; nil where all keys have the same digit.
    private static func starts(of keys: [UInt64], shift: Int) -> [Int]? {
        var counts = [Int](repeating: 0, count: digitMask + 1)
        for key in keys { counts[Int(key >> UInt64(shift)) & digitMask] += 1 }
        var next = 0
        for digit in counts.indices {
            if counts[digit] == keys.count { return nil }
            (counts[digit], next) = (next, next + counts[digit])
        }
        return counts
    }
}

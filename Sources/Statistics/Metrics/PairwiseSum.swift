/// Sums whose error grows with the logarithm of the number of terms, at the speed of a plain loop (Higham 1993).
enum PairwiseSum {
    private static let leaf = 256

    /// The sum of `term(row)` over the rows, always added in the same order.
    @inline(__always)
    static func sum(_ rows: Range<Int>, _ term: (Int) -> Double) -> Double {
        var stack: [(sum: Double, leaves: Int)] = []
        var start = rows.lowerBound
        while start < rows.upperBound {
            let end = min(start + leaf, rows.upperBound)
            var sums = SIMD4<Double>.zero
            var row = start
            while row + 4 <= end {
                sums += SIMD4(term(row), term(row + 1), term(row + 2), term(row + 3))
                row += 4
            }
            while row < end {
                sums[0] += term(row)
                row += 1
            }
            var node = (sum: sums.sum(), leaves: 1)
            // Two sums of equally many leaves become one.
            while let last = stack.last, last.leaves == node.leaves {
                node = (last.sum + node.sum, 2 * node.leaves)
                stack.removeLast()
            }
            stack.append(node)
            start = end
        }
        return stack.reversed().reduce(0) { $0 + $1.sum }
    }
}

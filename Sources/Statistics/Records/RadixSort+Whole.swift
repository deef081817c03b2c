extension RadixSort {
    /// Sorts by whole numbers.
    static func sort(_ rows: inout [UInt32], by column: [Int32]) {
        sort(&rows, by: column.map { Double($0) })
    }
}

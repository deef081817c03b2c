extension [Int] {
    /// The place of the last number that is not above `offset`, by halving; the numbers rise, and the first is not above it.
    package func lastPlace(notAbove offset: Int) -> Int {
        var low = 0
        var high = count
        while high - low > 1 {
            let middle = (low + high) / 2
            if self[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}

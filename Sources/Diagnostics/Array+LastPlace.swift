extension Array {
    /// The place of the last element whose number is not above a limit, by halving; 0 where all are above it.
    ///
    /// - Parameter number: rises from element to element.
    @inlinable
    package func lastPlace<Number: Comparable>(notAbove limit: Number, _ number: (Element) -> Number) -> Int {
        var low = 0
        var high = count
        while high - low > 1 {
            let middle = (low + high) / 2
            if number(self[middle]) <= limit { low = middle } else { high = middle }
        }
        return low
    }
}

extension Array where Element: Comparable {
    /// The place of the last number that is not above a limit, by halving; the numbers rise, and 0 is told where all are above it.
    @inlinable
    package func lastPlace(notAbove limit: Element) -> Int {
        lastPlace(notAbove: limit) { $0 }
    }
}

/// A sum whose error does not grow with the number of terms (Neumaier 1974).
struct CompensatedSum {
    private var sum = 0.0
    private var correction = 0.0

    /// The sum of all terms so far.
    var value: Double { sum + correction }

    /// Adds one term.
    mutating func add(_ term: Double) {
        let total = sum + term
        if sum.magnitude >= term.magnitude {
            correction += (sum - total) + term
        } else {
            correction += (term - total) + sum
        }
        sum = total
    }
}

extension Sequence<Double> {
    /// The compensated sum of the elements.
    func compensatedSum() -> Double {
        var sum = CompensatedSum()
        for term in self { sum.add(term) }
        return sum.value
    }
}

/// Whether the levels of an attribute count upward, so that a trend over them means something.
struct OrderedLevels {
    /// The levels in declared order.
    let levels: [String]

    private static let types = ["I", "II", "III", "IV", "V", "VI"]

    /// Levels in declared order.
    init(_ levels: [String]) {
        self.levels = levels
    }

    /// Whether there are three or more, each a number, a range of numbers or a Fitzpatrick type above the one before.
    var areRising: Bool {
        let places = levels.compactMap(place)
        return places.count == levels.count && places.count > 2
            && zip(places, places.dropFirst()).allSatisfy(<)
    }

    /// Where a level stands: its first number, or its type.
    private func place(_ level: String) -> Double? {
        if let type = Self.types.firstIndex(of: level) { return Double(type) }
        return Double(level.prefix { $0.isNumber || $0 == "." })
    }
}

import Statistics

/// Intervals as people read them.
enum Intervals {
    /// `0.042 - 0.202`, or why there is none; signed bounds are parted by `to`.
    static func text(_ number: ReportNumber, isSigned: Bool = false) -> String {
        guard let interval = number.interval else { return number.value.reason?.message ?? "" }
        if number.metric.hasSuffix("_shrunken"), number.n == 0 { return "no data" }
        return isSigned
            ? "\(Decimals.signed(interval.low)) to \(Decimals.signed(interval.high))"
            : "\(Decimals.text(interval.low)) - \(Decimals.text(interval.high))"
    }

    /// The methods of the numbers' intervals, as a heading states them: `wilson`.
    static func methods(_ numbers: [ReportNumber]) -> String {
        var names: [String] = []
        for name in numbers.compactMap(\.interval?.method) where !names.contains(name) { names.append(name) }
        return names.map { $0.replacing("_", with: "-") }.joined(separator: ", ")
    }

    /// `95 %`, or `97.5 %`.
    static func percent(_ level: Double) -> String {
        "\(Decimals.text(level * 100, places: (level * 100).rounded() == level * 100 ? 0 : 1)) %"
    }
}

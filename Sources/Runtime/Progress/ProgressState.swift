/// How far a long piece of work has come.
package struct ProgressState: Sendable, Equatable {
    /// What is being done, such as `sampling`.
    package let name: String
    /// Items finished, of those that had to be computed and of those found in the store.
    package let done: Int
    /// All items.
    package let total: Int
    /// Items of `done` that the store already held.
    package let stored: Int
    /// Seconds since the work began.
    package let elapsed: Double

    /// Computed items a second; nil until there is one.
    package var rate: Double? {
        let computed = done - stored
        return computed > 0 && elapsed > 0 ? Double(computed) / elapsed : nil
    }

    /// Seconds that the rest will take at this rate.
    package var remaining: Double? {
        rate.map { Double(total - done) / $0 }
    }

    /// One line, with a bar of `width` characters when there is room for one.
    package func text(barWidth width: Int = 0) -> String {
        var parts = ["\(name) \(done)/\(total)"]
        if width > 0 {
            let filled = total > 0 ? width * done / total : width
            parts.append(
                "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
                    + "]")
        }
        if let rate { parts.append(Self.rateText(rate)) }
        if let remaining, done < total { parts.append("\(Self.durationText(remaining)) left") }
        if done == total { parts.append(Self.durationText(elapsed)) }
        if stored > 0 { parts.append("\(stored) from the store") }
        return parts.joined(separator: "  ")
    }

    /// A number of seconds as a person says it: `9 s`, `3 min 20 s`, `2 h 5 min`.
    package static func durationText(_ seconds: Double) -> String {
        let whole = Int(min(seconds.rounded(), 1e12))
        switch whole {
        case ..<60: return "\(whole) s"
        case ..<3600: return "\(whole / 60) min \(whole % 60) s"
        default: return "\(whole / 3600) h \(whole % 3600 / 60) min"
        }
    }

    private static func rateText(_ rate: Double) -> String {
        rate >= 1 ? "\((rate * 10).rounded() / 10)/s" : "\((10 / rate).rounded() / 10) s each"
    }
}

/// Writes times, sizes and other quantities for people.
package enum Quantity {
    /// A time: `104 d`, `2 h`, `1 h 30 m`, `12 s`.
    package static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds < 1e15 else { return "for ever" }
        if seconds < 10 { return "\(Value.canonical((seconds * 10).rounded() / 10)) s" }
        let whole = Int(seconds.rounded())
        switch whole {
        case ..<120: return "\(whole) s"
        case ..<3_600 where whole % 60 == 0 || whole >= 600: return "\((whole + 30) / 60) min"
        case ..<600: return "\(whole / 60) min \(whole % 60) s"
        case ..<172_800:
            let minutes = (whole + 30) / 60
            return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
        default: return "\(Words.grouped((whole + 43_200) / 86_400)) d"
        }
    }

    /// A number of bytes, in powers of 1000: `3.9 GB`.
    package static func size(_ bytes: Int) -> String {
        scaled(Double(bytes), ["B", "KB", "MB", "GB", "TB", "PB", "EB"])
    }

    /// A number of floating-point operations: `1.33 EFLOP`.
    package static func operations(_ count: Double) -> String {
        scaled(count, ["FLOP", "KFLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP", "EFLOP", "ZFLOP"])
    }

    /// A count: `5.6 M`, and up to 99 999 in full.
    package static func count(_ number: Int) -> String {
        number < 100_000 ? Words.grouped(number) : scaled(Double(number), ["", "K", "M", "G", "T"])
    }

    /// A number with three digits and the unit that fits it.
    private static func scaled(_ number: Double, _ units: [String]) -> String {
        var value = number
        var place = 0
        while value >= 999.5, place + 1 < units.count {
            value /= 1000
            place += 1
        }
        let digits: Double = place == 0 || value >= 99.95 ? 1 : value >= 9.995 ? 10 : 100
        return "\(Value.canonical((value * digits).rounded() / digits)) \(units[place])"
    }
}

import RealModule

/// Numbers as people read them: independent of any locale, rounded half away from zero.
package enum Decimals {
    /// A number with a fixed count of decimals, such as `0.042`.
    package static func text(_ value: Double, places: Int = 3) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
        let scale = Double.pow(10, places)
        let scaled = (value.magnitude * scale).rounded()
        guard scaled < 1e15 else { return "\(value)" }
        let digits = String(Int(scaled))
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard places > 0 else { return sign + padded }
        return sign + padded.dropLast(places) + "." + padded.suffix(places)
    }

    /// A number with its sign, also where it is positive; 0 has none.
    static func signed(_ value: Double, places: Int = 3) -> String {
        let text = text(value, places: places)
        return text.hasPrefix("-") || !text.contains { $0 >= "1" && $0 <= "9" } ? text : "+" + text
    }

    /// A p-value: four decimals, or the bound below which they would be 0.
    static func pValue(_ p: Double) -> String {
        p < 0.0001 ? "< 0.0001" : text(p, places: 4)
    }

    /// A count rounded up to two significant digits, with thousands apart: `1,400`.
    static func rounded(_ count: Double) -> String {
        guard count.isFinite, count >= 1, count < 1e15 else { return "\(count)" }
        let unit = Double.pow(10, max(0, Int(Double.log10(count)) - 1))
        return thousands(Int((count / unit).rounded(.up) * unit))
    }

    /// A whole number with thousands apart: `9,600`.
    package static func thousands(_ count: Int) -> String {
        let digits = Array(String(count.magnitude))
        var text = count < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }
}

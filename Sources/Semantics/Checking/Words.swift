/// Puts words together for messages.
package enum Words {
    /// `a`, `b` and `c`, each in back-ticks; of many the first ones.
    package static func list(_ words: [String], joining: String = "and", most: Int = 12) -> String {
        let quoted = words.prefix(most).map { "`\($0)`" }
        guard words.count <= most else { return quoted.joined(separator: ", ") + " ..." }
        guard quoted.count > 1, let last = quoted.last else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " \(joining) " + last
    }

    /// A whole number with thin groups of three digits: `11 200`.
    package static func grouped(_ number: Int) -> String {
        var text = ""
        for (place, digit) in String(number.magnitude).reversed().enumerated() {
            if place > 0, place.isMultiple(of: 3) { text.append(" ") }
            text.append(digit)
        }
        return (number < 0 ? "-" : "") + String(text.reversed())
    }

    /// A count with its noun: `1 image`, `2 images`.
    package static func count(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }
}

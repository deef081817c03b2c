import Semantics
import Statistics
import Syntax

/// How many images each group needs for a gap to be found: `plan gap 0.1 power 0.8 base 0.3 groups 8 level 95%`.
package struct GapQuestion: Sendable, Hashable {
    /// The gap that is to be found, as a share.
    package private(set) var gap: Double
    /// The chance of finding it.
    package private(set) var power = 0.8
    /// The lower of the two rates that differ; nil plans for the hardest, around one half.
    package private(set) var base: Double?
    /// The number of groups.
    package private(set) var groups = 2
    /// One minus the chance of a false alarm.
    package private(set) var level = 0.95

    /// Why a question makes no sense, and what would.
    package struct Misunderstanding: Error, Sendable, Hashable {
        /// What was found and what was expected.
        package let message: String
    }

    /// Reads the words behind `plan gap`.
    package init(_ words: [String]) throws(Misunderstanding) {
        guard let first = words.first else { throw .init(message: "`plan gap` takes a gap, such as `0.1`") }
        gap = try Self.share(first, "gap")
        var rest = words.dropFirst()
        while let name = rest.popFirst() {
            guard ["power", "base", "groups", "level"].contains(name) else {
                throw .init(
                    message: "`\(name)` is none of `power`, `base`, `groups` and `level`")
            }
            guard let text = rest.popFirst() else { throw .init(message: "`\(name)` takes a number") }
            switch name {
            case "power": power = try Self.share(text, name)
            case "base": base = try Self.share(text, name, allowsZero: true)
            case "level": level = try Self.share(text, name)
            default:
                guard let count = Int(text), (2...96).contains(count) else {
                    throw .init(message: "`groups` takes a whole number from 2 to 96, not `\(text)`")
                }
                groups = count
            }
        }
        guard low + gap <= 1 else {
            throw .init(
                message: "a rate of \(RunNumber.rounded(low)) and a gap of \(RunNumber.rounded(gap)) exceed 1"
            )
        }
    }

    /// A number between 0 and 1, also written as a percent.
    private static func share(
        _ text: String, _ name: String, allowsZero: Bool = false
    ) throws(Misunderstanding) -> Double {
        let number = text.hasSuffix("%") ? Literals.percent(Array(text.utf8)[...]) : Double(text)
        guard let number, number < 1, number > 0 || allowsZero && number == 0 else {
            throw .init(
                message: "`\(name)` takes a number between 0 and 1, such as `0.1` or `10%`, not `\(text)`")
        }
        return number
    }

    /// The lower of the two rates that differ.
    var low: Double { base ?? (1 - gap) / 2 }
}

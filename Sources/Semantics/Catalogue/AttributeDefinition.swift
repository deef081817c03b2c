/// An attribute of people or lesions: its values, its wording in prompts and its columns in tables.
public struct AttributeDefinition: Sendable, Hashable {
    /// Which values an attribute takes.
    public enum Domain: Sendable, Hashable {
        /// One of these words.
        case words([String])
        /// Whole years in a range; a range of them runs in steps of `step`.
        case years(ClosedRange<Int>, step: Int)
        /// A number in a range, with a unit.
        case number(ClosedRange<Double>, unit: String)
        /// A Fitzpatrick skin type.
        case fitzpatrick
    }

    /// Its name in scripts.
    public let name: String
    /// What it is, in a few words.
    public let title: String
    /// Its values.
    public let domain: Domain
    /// What a prompt says for a value, where that differs from the value's text.
    public internal(set) var words: [String: String]
    /// Other spellings of values, in lower case, as tables and people write them: `male` is `m`.
    public internal(set) var valueSynonyms: [String: String]
    /// Names of columns that hold it, compared without regard to case.
    public internal(set) var columnSynonyms: [String]
    /// Whether its words are a vocabulary of which a data set uses some: groups that no row is in are then not listed.
    public var isVocabulary = false
    /// The value of a cohort that does not mention it; nil where it is then not stated.
    public internal(set) var cohortDefault: AttributeValue?

    /// What a prompt says for a value.
    public func promptText(_ value: AttributeValue) -> String {
        words[value.text] ?? value.text
    }

    /// The canonical value that a word or a table's text stands for; nil where it is none of the domain's.
    public func value(of text: String) -> AttributeValue? {
        let word = valueSynonyms[text.lowercased()] ?? text
        switch domain {
        case .words(let names):
            return names.first { $0.lowercased() == word.lowercased() }.map { .name($0) }
        case .years, .number:
            return Double(word).flatMap { $0.isFinite ? .number($0) : nil }
        case .fitzpatrick:
            return Self.fitzpatrick(word).map { .fitzpatrick($0) }
        }
    }

    /// The skin type that a Roman numeral or a digit names.
    private static func fitzpatrick(_ text: String) -> Int? {
        (1...6).first {
            AttributeValue.numeral($0) == text.uppercased() || text == String($0) || text == "\($0).0"
        }
    }
}

extension AttributeDefinition {
    private static func axisExample(_ name: String, _ words: [String]) -> (text: String, count: Int) {
        ("\(name) in [\(words.joined(separator: ", "))]", words.count)
    }

    /// An axis of a cohort over this attribute as one would write it, and how many values it has; nil where none is usual.
    package var axisExample: (text: String, count: Int)? {
        switch domain {
        case .words(let all):
            Self.axisExample(name, isVocabulary ? Array(all.prefix(3)) : all)
        case .years: ("\(name) 10..80", 8)
        case .fitzpatrick: ("\(name) I..VI", 6)
        case .number: nil
        }
    }
}

/// One cell of a cohort: the people that share all attribute values.
public struct Cell: Sendable, Hashable {
    /// An attribute with its value in this cell.
    public struct Entry: Sendable, Hashable {
        /// The attribute's name.
        public let attribute: String
        /// Its value.
        public let value: AttributeValue
    }

    /// Every attribute that the cohort states, sorted by name.
    public let entries: [Entry]
    /// How many images it gets.
    public let count: Int
    /// How its prompt is worded.
    let wording: PromptWording

    /// The prompt of its images; written each time it is asked for.
    public var prompt: String { wording.prompt(entries) }

    /// The text that names the cell wherever it occurs, such as `age=30;diagnosis=melanoma;fst=II;sex=m`: it and an ordinal
    /// choose an image's random stream, so it depends on nothing else.
    public var canonicalText: String {
        entries.map { "\($0.attribute)=\($0.value.text)" }.joined(separator: ";")
    }

    /// The value of an attribute, or nil where the cohort does not state it.
    public func value(of attribute: String) -> AttributeValue? {
        entries.first { $0.attribute == attribute }?.value
    }
}

extension Cell {
    /// Whether two cells are of the same people, with as many images of the same prompt.
    public static func == (one: Cell, other: Cell) -> Bool {
        one.entries == other.entries && one.count == other.count && one.prompt == other.prompt
    }

    /// Hashes what is at hand; the prompt follows from it in every cohort.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(entries)
        hasher.combine(count)
    }
}

/// A weight for the people who match every condition stated.
///
/// Written as `diagnosis=melanoma,fst=V+VI,weight=0.1`; conditions are `sex` (m, f), `diagnosis` (melanoma, nevus), `fst` (numerals
/// joined by `+`) and `age` (`5..30`, the upper end excluded).
public struct PhantomDesignRule: Sendable, Hashable {
    /// The sex it is about, or any.
    public var sex: PhantomSex?
    /// The diagnosis it is about, or any.
    public var diagnosis: PhantomDiagnosis?
    /// The types it is about; empty for any.
    public var types: [FitzpatrickType] = []
    /// The ages it is about, or any.
    public var ages: Range<Double>?
    /// How often such a person is kept against one that no rule matches; 0 or more.
    public var weight: Double = 1

    /// Reads a rule, or returns nil where the text is not one.
    public init?(_ text: String) {
        var weighted = false
        for part in text.split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard pair.count == 2, set(pair[0], to: pair[1]) else { return nil }
            weighted = weighted || pair[0] == "weight"
        }
        guard weighted else { return nil }
    }

    /// Whether a person meets every condition.
    public func matches(_ person: PhantomSubject) -> Bool {
        if let sex, sex != person.sex { return false }
        if let diagnosis, diagnosis != person.diagnosis { return false }
        if let ages, !ages.contains(person.age) { return false }
        guard !types.isEmpty else { return true }
        return person.fitzpatrick.map(types.contains) ?? false
    }

    private mutating func set(_ name: String, to value: String) -> Bool {
        switch name {
        case "sex":
            sex = PhantomSex(rawValue: value)
            return sex != nil
        case "diagnosis":
            diagnosis = PhantomDiagnosis(rawValue: value)
            return diagnosis != nil
        case "fst":
            let names = value.split(separator: "+")
            types = names.compactMap { FitzpatrickType(name: String($0)) }
            return !types.isEmpty && types.count == names.count
        case "age":
            let ends = value.replacing("..", with: " ").split(separator: " ").compactMap { Double($0) }
            guard ends.count == 2, ends[0] < ends[1] else { return false }
            ages = ends[0]..<ends[1]
            return true
        case "weight":
            guard let number = Double(value), number >= 0, number.isFinite else { return false }
            weight = number
            return true
        default: return false
        }
    }
}

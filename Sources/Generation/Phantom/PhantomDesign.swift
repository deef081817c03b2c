import Tensors

/// How the people of a set of renders are drawn.
///
/// Without rules the design is balanced: person i takes cell i of the product diagnosis x type x sex, over and over, and an age uniform
/// over the range. With rules, people are drawn from the balanced product and kept with a probability in proportion to
/// the product of the weights of the rules that match them.
public struct PhantomDesign: Sendable, Hashable {
    /// Ages, years.
    public var ages: ClosedRange<Double>
    /// Share of people whose type is not stated: the renderer then draws one.
    public var unknownShare: Double
    /// Weights by attributes.
    public var rules: [PhantomDesignRule]

    /// A design; balanced when there are no rules.
    public init(ages: ClosedRange<Double> = 5...95, unknownShare: Double = 0, rules: [PhantomDesignRule] = [])
    {
        self.ages = ages
        self.unknownShare = unknownShare
        self.rules = rules
    }

    /// The person of a place in the set, drawn from the image's own stream.
    public func subject(at place: Int, stream: inout RandomStream) -> PhantomSubject {
        guard !rules.isEmpty else { return draw(cell: place % Self.cells, stream: &stream) }
        let most = rules.reduce(1) { $0 * max(1, $1.weight) }
        // A rule set that forbids everything ends after 10,000 tries with the last person drawn.
        for _ in 0..<10_000 {
            let person = draw(cell: Int(stream.nextUniform() * Double(Self.cells)), stream: &stream)
            let weight = rules.reduce(1) { $1.matches(person) ? $0 * $1.weight : $0 }
            if stream.nextUniform() * most < weight { return person }
        }
        return draw(cell: place % Self.cells, stream: &stream)
    }

    private static let cells = 24

    private func draw(cell: Int, stream: inout RandomStream) -> PhantomSubject {
        let age = stream.nextUniform(ages.lowerBound, ages.upperBound)
        let unknown = stream.nextChance(unknownShare)
        return PhantomSubject(
            sex: PhantomSex.allCases[cell / 2 % 2], age: age,
            fitzpatrick: unknown ? nil : FitzpatrickType(rawValue: 1 + cell / 4 % 6),
            diagnosis: PhantomDiagnosis.allCases[cell % 2])
    }
}

/// A Fitzpatrick skin type, I (lightest) to VI (darkest).
public enum FitzpatrickType: Int, Sendable, Hashable, CaseIterable {
    case i = 1
    case ii, iii, iv, v, vi

    /// The Roman numeral, as in prompts.
    public var roman: String { ["I", "II", "III", "IV", "V", "VI"][rawValue - 1] }

    /// The type written as a Roman or Arabic numeral, or nil.
    public init?(name: String) {
        let wanted = name.uppercased()
        guard let type = Self.allCases.first(where: { $0.roman == wanted || String($0.rawValue) == wanted })
        else { return nil }
        self = type
    }

    /// Centre of the type's angle in degrees: inside the bands of Del Bino & Bernerd 2013.
    var centralAngle: Double { [60, 48, 35, 19, -10, -45][rawValue - 1] }

    /// How often each type occurs where none is asked for: images of types 1...6 in Fitzpatrick17k
    /// (Groh et al. 2021), of 16,012.
    static let frequencies: [Double] = [2947, 4808, 3308, 2781, 1533, 635]
}

import Testing

@testable import Diagnostics

@Suite("Suggestions")
struct SuggestionTests {
    private static let words = [
        "accuracy", "age", "audit", "cohort", "dp", "MelaNet", "sex", "SkinLesionDensenet",
    ]

    @Test(
        "the nearest word is offered",
        arguments: [
            ("aeg", "age"), ("acuracy", "accuracy"), ("cohrot", "cohort"), ("MelaNt", "MelaNet"),
            ("melanet", "MelaNet"),
            ("dpp", "dp"), ("sxe", "sex"), ("SkinLesionDensNet", "SkinLesionDensenet"),
            ("Skin", "SkinLesionDensenet"),
        ])
    func nearest(_ word: String, _ expected: String) {
        #expect(Suggestion.nearest(to: word, among: Self.words) == expected)
    }

    @Test(
        "a word of one letter is near to none but itself", arguments: [("x", nil), ("M", "m"), ("mf", nil)])
    func letters(_ word: String, _ expected: String?) {
        #expect(Suggestion.nearest(to: word, among: ["m", "f"]) == expected)
    }

    @Test("a word too far from all gets none", arguments: ["xyzzy", "recall", "", "q", "diagnosis"])
    func none(_ word: String) {
        #expect(Suggestion.nearest(to: word, among: Self.words) == nil)
    }

    @Test(
        "distance counts inserted, lost, changed and swapped letters",
        arguments: [
            ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xbc", 1),
            ("ca", "abc", 3),
        ])
    func distance(_ first: String, _ second: String, _ expected: Int) {
        #expect(Suggestion.distance(Array(first.unicodeScalars), Array(second.unicodeScalars)) == expected)
    }
}

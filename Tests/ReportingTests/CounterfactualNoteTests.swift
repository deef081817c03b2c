import Testing

@testable import Reporting

@Suite struct CounterfactualNoteTests {
    private func note(_ tellings: [(String, [Double])], recorded: [String]) -> String? {
        CounterfactualNote(
            "sex",
            tellings.map { value, scores in
                .init(value: value, decisions: scores.map { $0 >= 0.5 }, scores: scores)
            }, recorded: recorded
        ).note(of: "m")?.text
    }

    @Test("flips, their direction and the shift stand for all rows, and by what is recorded")
    func two() {
        let text = note(
            [("f", [0.6, 0.4, 0.2, 0.7]), ("m", [0.4, 0.45, 0.1, 0.31])],
            recorded: ["f", "f", "m", "unknown"])
        // Wilson 1927 for 2 of 4; McNemar: 2 discordant rows, both one way, 2 * 0.25; shifts 0.2, 0.05, 0.1, 0.39.
        #expect(
            text
                == "m told sex f or m, all else as recorded: 2 of 4 decisions flip (0.500, 95 % 0.150 - 0.850 wilson), "
                + "P(positive) shifts by 0.185 (positive only as f 2, only as m 0, McNemar's exact p 0.5000; mean as f minus "
                + "as m +0.160); recorded f: 1 of 2 decisions flip (0.500, 95 % 0.095 - 0.905 wilson), P(positive) shifts by "
                + "0.125; recorded m: 0 of 1 decisions flip (0.000, 95 % 0.000 - 0.793 wilson), P(positive) shifts by 0.100; "
                + "recorded unknown: 1 of 1 decisions flip (1.000, 95 % 0.207 - 1.000 wilson), P(positive) shifts by 0.390"
        )
    }

    @Test("three values have no direction; a row flips where any two of them differ")
    func three() throws {
        let text = try #require(
            note([("I", [0.1, 0.6]), ("II", [0.2, 0.7]), ("III", [0.6, 0.8])], recorded: ["I", "I"]))
        #expect(text.contains("told sex I or II or III") && text.contains("1 of 2 decisions flip"))
        #expect(text.contains("shifts by 0.350") && !text.contains("McNemar"))
    }

    @Test("the rows whose call flips are those where any two values differ")
    func flips() {
        func told(_ tellings: [[Bool]]) -> [Bool]? {
            CounterfactualNote(
                "sex", tellings.map { .init(value: "v", decisions: $0, scores: $0.map { $0 ? 1 : 0 }) },
                recorded: ["f", "m", "m"]
            ).flips
        }
        #expect(told([[true, true, false], [true, false, false]]) == [false, true, false])
        #expect(
            told([[true, true, false], [true, true, false], [false, true, true]]) == [true, false, true])
        #expect(told([[true, true, false]]) == nil)
    }

    @Test("one value, or no rows, give no remark")
    func none() {
        #expect(note([("f", [0.1])], recorded: ["f"]) == nil)
        #expect(note([("f", []), ("m", [])], recorded: []) == nil)
    }
}

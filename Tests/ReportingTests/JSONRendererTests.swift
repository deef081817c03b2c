import Foundation
import Reporting
import Statistics
import Testing

@Suite struct JSONRendererTests {
    @Test("another program reads it: every number carries the fields of the report contract")
    func contract() throws {
        let text = try JSONRenderer().text(Fixtures.card())
        let root = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let numbers = try #require(root["numbers"] as? [[String: Any]])
        let contract: Set = [
            "metric", "grouping", "group", "value", "reason", "n", "n_pos", "n_neg", "interval", "test",
            "expected_under_null", "threshold", "direction", "cohort_hash", "model_hash", "engine_version",
            "script_sha256",
        ]
        #expect(numbers.count == 10)
        #expect(numbers.allSatisfy { contract.isSubset(of: $0.keys) })
    }

    @Test("a value is null exactly where it has a reason")
    func reasons() throws {
        let text = try JSONRenderer().text(Fixtures.empty())
        let root = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let numbers = try #require(root["numbers"] as? [[String: Any]])
        #expect(numbers.allSatisfy { ($0["value"] is NSNull) != ($0["reason"] is NSNull) })
        #expect(numbers.contains { $0["reason"] as? String == "fewer_than_two_groups" })
    }

    @Test("keys are sorted, numbers round-trip, text is escaped")
    func canonical() {
        let value = JSONValue.object([
            "b": .number(0.1 + 0.2), "a": .string("\"\\\n\u{1}é"), "c": .array([]), "d": .number(.nan),
        ])
        #expect(
            value.text == """
                {
                  "a": "\\"\\\\\\n\\u0001é",
                  "b": 0.30000000000000004,
                  "c": [],
                  "d": null
                }

                """)
    }

    @Test("equal reports give equal bytes")
    func equalBytes() throws {
        #expect(try JSONRenderer().text(Fixtures.mixed()) == JSONRenderer().text(Fixtures.mixed()))
    }
}

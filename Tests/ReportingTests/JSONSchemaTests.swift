import Reporting
import Testing

@Suite struct JSONSchemaTests {
    /// Reports that together hold every member.
    static let reports: [@Sendable () throws -> Report] = [
        Fixtures.card, Fixtures.empty, Fixtures.hostile, Fixtures.crossing, Fixtures.compared,
        Fixtures.tableTwo, Fixtures.everything, Fixtures.weighted,
    ]

    @Test("every report is what the published schema says", arguments: reports.indices)
    func valid(index: Int) throws {
        let text = try JSONRenderer().text(Self.reports[index](), gates: Fixtures.gates)
        #expect(try JSONSchema.published().faults(in: text) == [])
    }

    @Test("the schema notices a missing, an unknown and a mistyped member")
    func notices() throws {
        let text = try JSONRenderer().text(Fixtures.card(), gates: Fixtures.gates)
        let schema = try JSONSchema.published()
        let wrong = [
            text.replacing("\"verdict\": \"pass\"", with: "\"verdict\": \"perhaps\""),
            text.replacing("\"level\": 0.95,\n  \"metrics\"", with: "\"metrics\""),
            text.replacing("\"schema\":", with: "\"scheme\": 1, \"schema\":"),
        ]
        for text in wrong { #expect(try !schema.faults(in: text).isEmpty) }
    }
}

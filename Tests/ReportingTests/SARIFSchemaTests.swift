import Foundation
import Testing

@testable import Reporting

/// SARIF against OASIS's own schema, as the Python model that datamodel-codegen made of sarif-schema-2.1.0.json
/// (pydantic-sarif 0.1.1, MIT): every object closed, every enumeration, pattern and least length of the schema kept.
@Suite(.enabled(if: SARIFModel.isThere, "needs pydantic-sarif: `.ci/wheels FOLDER`, DERMAUDIT_WHEELS=FOLDER"))
struct SARIFSchemaTests {
    @Test("what is written keeps to OASIS's schema", arguments: ["card", "hostile", "empty"])
    func valid(name: String) throws {
        #expect(try SARIFModel.faults(in: Fixtures.sarif(name)) == "")
    }

    @Test(
        "the schema finds what is wrong",
        arguments: [
            ("\"version\":\"2.1.0\"", "\"version\":\"2.2.0\""), ("\"ruleId\"", "\"rulId\""),
            ("\"level\":\"error\"", "\"level\":\"fatal\""), ("\"startLine\":", "\"startLine\":-"),
        ])
    func wrong(right: String, wrong: String) throws {
        let text = try Fixtures.sarif("card")
        let spoilt = text.replacing(" ", with: "").replacing(right, with: wrong)
        #expect(spoilt != text.replacing(" ", with: ""))
        #expect(try SARIFModel.faults(in: spoilt) != "")
    }
}

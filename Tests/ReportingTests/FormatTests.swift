import Foundation
import FoundationXML
import Reporting
import Testing

/// The files for code hosts and CI servers, against the parts of their schemas that are used.
@Suite struct FormatTests {
    /// What SARIF 2.1.0 (OASIS 2020, sarif-schema-2.1.0.json) says of the objects that are written; each object is closed.
    private static let sarif = """
        {"type": "object", "required": ["version", "runs"], "additionalProperties": false,
         "properties": {"$schema": {"type": "string"}, "version": {"enum": ["2.1.0"]},
           "runs": {"type": "array", "items": {"$ref": "#/$defs/run"}}},
         "$defs": {
           "run": {"type": "object", "required": ["tool"], "additionalProperties": false, "properties": {
             "tool": {"type": "object", "required": ["driver"], "additionalProperties": false,
               "properties": {"driver": {"$ref": "#/$defs/component"}}},
             "invocations": {"type": "array", "items": {"$ref": "#/$defs/invocation"}},
             "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
             "results": {"type": "array", "items": {"$ref": "#/$defs/result"}}}},
           "component": {"type": "object", "required": ["name"], "additionalProperties": false, "properties": {
             "name": {"type": "string"}, "version": {"type": "string"},
             "rules": {"type": "array", "items": {"type": "object", "required": ["id"],
               "additionalProperties": false, "properties": {
                 "id": {"type": "string"}, "shortDescription": {"$ref": "#/$defs/message"}}}}}},
           "invocation": {"type": "object", "required": ["executionSuccessful"], "additionalProperties": false,
             "properties": {"executionSuccessful": {"type": "boolean"},
               "toolExecutionNotifications": {"type": "array", "items": {"type": "object",
                 "required": ["message"], "additionalProperties": false, "properties": {
                   "message": {"$ref": "#/$defs/message"}, "level": {"$ref": "#/$defs/level"}}}}}},
           "message": {"type": "object", "required": ["text"], "additionalProperties": false,
             "properties": {"text": {"type": "string"}}},
           "level": {"enum": ["none", "note", "warning", "error"]},
           "result": {"type": "object", "required": ["message"], "additionalProperties": false, "properties": {
             "ruleId": {"type": "string"}, "level": {"$ref": "#/$defs/level"},
             "message": {"$ref": "#/$defs/message"},
             "locations": {"type": "array", "items": {"type": "object", "additionalProperties": false,
               "properties": {"physicalLocation": {"type": "object", "required": ["artifactLocation"],
                 "additionalProperties": false, "properties": {
                   "artifactLocation": {"type": "object", "additionalProperties": false,
                     "properties": {"uri": {"type": "string"}}},
                   "region": {"type": "object", "required": ["startLine"], "additionalProperties": false,
                     "properties": {"startLine": {"type": "integer", "minimum": 1}}}}}}}}}}}}
        """

    @Test("SARIF holds what its schema knows, and nothing else", arguments: ["card", "hostile", "none"])
    func sarif(name: String) throws {
        let text = try Fixtures.sarif(name)
        #expect(try JSONSchema(text: Self.sarif).faults(in: text) == [])
        let file = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let run = try #require((file?["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        let rules =
            ((run["tool"] as? [String: Any])?["driver"] as? [String: Any])?["rules"] as? [[String: Any]]
        let known = Set(rules?.compactMap { $0["id"] as? String } ?? [])
        #expect(known.count == rules?.count)
        #expect(results.allSatisfy { known.contains($0["ruleId"] as? String ?? "") })
        #expect(results.count == (name == "card" ? 3 : name == "hostile" ? 1 : 0))
    }

    /// For each element its attributes and children, as Jenkins' junit-10.xsd (xUnit plugin) has them.
    private static let junit: [String: (attributes: Set<String>, children: Set<String>)] = [
        "testsuites": (["name", "time", "tests", "failures", "errors"], ["testsuite"]),
        "testsuite": (
            ["name", "tests", "failures", "errors", "time", "skipped", "file"], ["properties", "testcase"]
        ),
        "properties": ([], ["property"]), "property": (["name", "value"], []),
        "testcase": (["name", "time", "classname"], ["failure", "error", "skipped"]),
        "failure": (["type", "message"], []), "error": (["type", "message"], []),
        "skipped": (["type", "message"], []),
    ]

    @Test("JUnit XML holds what Jenkins' schema knows, and its counts are right", arguments: [false, true])
    func junit(isHostile: Bool) throws {
        let gates = isHostile ? Fixtures.hostileGates : Fixtures.gates
        let report = isHostile ? try Fixtures.hostile() : try Fixtures.card()
        let text = try ReportRenderer().text(report, gates: gates, as: .junit)
        let root = try #require(try XMLDocument(xmlString: text).rootElement())
        #expect(faults(in: root) == [])
        let suite = try #require(root.elements(forName: "testsuite").first)
        let cases = suite.elements(forName: "testcase")
        #expect(suite.attribute(forName: "tests")?.stringValue == "\(cases.count)")
        for (name, child) in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")] {
            let count = cases.count { !$0.elements(forName: child).isEmpty }
            #expect(suite.attribute(forName: name)?.stringValue == "\(count)")
        }
    }

    private func faults(in element: XMLElement) -> [String] {
        let name = element.name ?? ""
        guard let known = Self.junit[name] else { return ["unknown element \(name)"] }
        let attributes = (element.attributes ?? []).compactMap(\.name)
        let children = (element.children ?? []).compactMap { $0 as? XMLElement }
        return attributes.filter { !known.attributes.contains($0) }.map { "\(name) \($0)" }
            + children.filter { !known.children.contains($0.name ?? "") }.map { "\(name)/\($0.name ?? "")" }
            + children.flatMap(faults)
    }
}

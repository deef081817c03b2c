import Statistics

/// Writes the gates of a run as JUnit XML, one case each, in the form that CI servers read: what the schema
/// `junit-10.xsd` of Jenkins' xUnit plugin allows, and nothing else.
///
/// A `require` that does not hold is a failure; one that cannot be decided is an error, for it fails the run as well
/// but with another exit code; an `expect` that does not hold is skipped, which servers show without failing.
struct JUnitRenderer {
    /// The gates as XML, with the provenance and the remarks of the report as properties.
    func text(_ report: Report, gates: [GateRecord]) -> String {
        let told = ProvenanceLines(provenance: report.provenance)
        let counts = counts(gates)
        let name = XMLText.attribute(report.provenance.scriptName ?? gates.first?.file ?? "script")
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
        lines += told.warning.map { ["<!-- \(XMLText.escaped($0)) -->"] } ?? []
        let file = gates.first.map { " file=\"\(XMLText.attribute($0.file))\"" } ?? ""
        lines.append("<testsuites name=\"dermaudit\"\(counts)>")
        lines.append("  <testsuite name=\"\(name)\"\(file)\(counts) skipped=\"\(skipped(gates))\">")
        lines.append("    <properties>")
        lines += (told.warning.map { [("warning", $0)] } ?? []).map(property)
        lines += told.facts.map { ("provenance", $0) }.map(property)
        lines += report.notes.map { ("note \($0.code.rawValue)", $0.text) }.map(property)
        lines.append("    </properties>")
        lines += gates.flatMap(testCase)
        return (lines + ["  </testsuite>", "</testsuites>"]).joined(separator: "\n") + "\n"
    }

    /// ` tests="3" failures="1" ...`; a report takes no time that could be told twice alike.
    private func counts(_ gates: [GateRecord]) -> String {
        let outcomes = gates.map(outcome)
        return " tests=\"\(gates.count)\" failures=\"\(outcomes.count { $0 == .failure })\" "
            + "errors=\"\(outcomes.count { $0 == .error })\" time=\"0\""
    }

    private func skipped(_ gates: [GateRecord]) -> Int {
        gates.count { outcome($0) == .skipped }
    }

    private func property(_ fact: (name: String, value: String)) -> String {
        "      <property name=\"\(XMLText.attribute(fact.name))\" value=\"\(XMLText.attribute(fact.value))\"/>"
    }

    private func testCase(_ gate: GateRecord) -> [String] {
        let name = "\(gate.kind.rawValue) \(gate.statement)"
        let head =
            "<testcase name=\"\(XMLText.attribute(name))\" classname=\"\(XMLText.attribute(gate.file))\" time=\"0\""
        let outcome = outcome(gate)
        guard outcome != .passed else { return ["    \(head)/>"] }
        let message = XMLText.attribute(
            "\(gate.verdict.words): \(gate.statement)" + (gate.because.map { " (\($0))" } ?? ""))
        let detail = XMLText.escaped("\(gate.file):\(gate.line)\n\(gate.explanation)")
        return [
            "    \(head)>",
            "      <\(outcome.rawValue) message=\"\(message)\" type=\"\(gate.verdict.rawValue)\">\(detail)"
                + "</\(outcome.rawValue)>",
            "    </testcase>",
        ]
    }

    /// What a server makes of a gate; the raw value is the element's name.
    private enum Outcome: String {
        case passed, failure, error, skipped
    }

    private func outcome(_ gate: GateRecord) -> Outcome {
        switch (gate.kind, gate.verdict) {
        case (_, .pass): .passed
        case (.expect, _): .skipped
        case (.require, .fail): .failure
        case (.require, _): .error
        }
    }
}

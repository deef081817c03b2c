import Statistics

/// Writes the gates of a run as JUnit XML, one case each.
///
/// A `require` that does not hold is a failure; one that cannot be decided is an error, for it fails the run as well
/// but with another exit code; an `expect` that does not hold is skipped, which servers show without failing.
struct JUnitRenderer {
    /// The gates as XML, with the provenance and the remarks of the report as properties.
    func text(_ report: Report, gates: [GateRecord]) -> String {
        let told = ProvenanceLines(provenance: report.provenance)
        var properties = (told.warning.map { [("warning", $0)] } ?? []).map(JUnitSuite.Property.init)
        properties += told.facts.map { ("provenance", $0) }.map(JUnitSuite.Property.init)
        properties += report.notes.map { ("note \($0.code.rawValue)", $0.text) }.map(JUnitSuite.Property.init)
        return JUnitSuite(
            name: report.provenance.scriptName ?? gates.first?.file ?? "script", file: gates.first?.file,
            warning: told.warning, properties: properties, cases: gates.map(testCase)
        ).text
    }

    /// A gate as a case; a report takes no time that could be told twice alike.
    private func testCase(_ gate: GateRecord) -> JUnitCase {
        JUnitCase(
            name: "\(gate.kind.rawValue) \(gate.statement)", className: gate.file, seconds: 0,
            kind: kind(of: gate),
            message: "\(gate.verdict.words): \(gate.statement)" + (gate.because.map { " (\($0))" } ?? ""),
            detail: "\(gate.file):\(gate.line)\n\(gate.explanation)", type: gate.verdict.rawValue)
    }

    private func kind(of gate: GateRecord) -> JUnitCase.Kind {
        switch (gate.kind, gate.verdict) {
        case (_, .pass): .passed
        case (.expect, _): .skipped
        case (.require, .fail): .failure
        case (.require, _): .error
        }
    }
}

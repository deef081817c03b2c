import Statistics

/// Writes the gates that do not hold as SARIF 2.1.0 (OASIS 2020), so that code hosts show them at their line.
///
/// An undecided `require` breaks the rule that a gate must be decidable, so it is a result of a rule of its own.
struct SARIFRenderer {
    /// The gates as canonical JSON.
    func text(_ report: Report, gates: [GateRecord]) -> String {
        let told = ProvenanceLines(provenance: report.provenance)
        let tool = report.provenance.tool.split(separator: " ", maxSplits: 1).map(String.init)
        let run = JSONValue.object([
            "tool": .object([
                "driver": .object([
                    "name": .string(tool.first ?? "dermaudit"),
                    "version": .string(tool.count > 1 ? tool[1] : ""),
                    "rules": .array(GateRecord.Verdict.allCases.filter { $0 != .pass }.map(rule)),
                ])
            ]),
            "invocations": .array([
                .object([
                    "executionSuccessful": .bool(true),
                    "toolExecutionNotifications": .array(
                        ((told.warning.map { [("warning", $0)] } ?? [])
                            + (told.facts + report.notes.map(\.text)).map { ("note", $0) }).map(notification)),
                ])
            ]),
            "columnKind": .string("unicodeCodePoints"),
            "results": .array(gates.filter { $0.verdict != .pass }.map { result($0, warning: told.warning) }),
        ])
        return JSONValue.object([
            "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"),
            "version": .string("2.1.0"), "runs": .array([run]),
        ]).text
    }

    private func notification(_ note: (level: String, text: String)) -> JSONValue {
        .object(["level": .string(note.level), "message": .object(["text": .string(note.text)])])
    }

    private func rule(_ verdict: GateRecord.Verdict) -> JSONValue {
        let text =
            switch verdict {
            case .pass, .fail: "a gate of the script does not hold"
            case .inconclusive: "a gate cannot be decided: its interval holds the threshold"
            case .undefined: "a gate cannot be decided: a number in it has no value"
            }
        return .object([
            "id": .string("gate-\(verdict.rawValue)"),
            "shortDescription": .object(["text": .string(text)]),
        ])
    }

    private func result(_ gate: GateRecord, warning: String?) -> JSONValue {
        var text = "\(gate.kind.rawValue) \(gate.statement): \(gate.verdict.words)"
        text += (gate.because.map { "\n\($0)" } ?? "")
        text += (gate.explanation.isEmpty ? "" : "\n\(gate.explanation)") + (warning.map { "\n\($0)" } ?? "")
        let isError = gate.kind == .require && gate.verdict == .fail
        return .object([
            "ruleId": .string("gate-\(gate.verdict.rawValue)"),
            "level": .string(isError ? "error" : "warning"),
            "message": .object(["text": .string(text)]),
            "locations": .array([
                .object([
                    "physicalLocation": .object([
                        "artifactLocation": .object(["uri": .string(Self.reference(gate.file))]),
                        "region": .object(["startLine": .integer(max(1, gate.line))]),
                    ])
                ])
            ]),
        ])
    }

    /// A path as a URI reference (RFC 3986): everything but letters, digits, `-._~/` as `%XX`.
    static func reference(_ path: String) -> String {
        let hex = Array("0123456789ABCDEF")
        return path.utf8.reduce(into: "") { text, byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            if isPlain || "-._~/".unicodeScalars.contains(scalar) {
                text.unicodeScalars.append(scalar)
            } else {
                text += "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
            }
        }
    }
}

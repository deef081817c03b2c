import Statistics

/// Writes a report as aligned text for a terminal or a log.
package struct TextRenderer: Sendable {
    private let width: Int
    private let style: TextStyle

    /// A renderer.
    ///
    /// - Parameters:
    ///   - width: columns of the page; tables break into blocks and prose wraps there.
    ///   - isColoured: whether warnings and headings carry terminal colours.
    package init(width: Int = 100, isColoured: Bool = false) {
        self.width = max(40, width)
        style = TextStyle(isColoured: isColoured)
    }

    /// The report as text, ended by a line feed.
    package func text(_ report: Report, gates: [GateRecord] = []) -> String {
        let document = ReportDocument(report, gates: gates)
        let wrap = TextWrap(width: width)
        var lines = (document.warning.map { [style.warning(PlainText.of($0))] } ?? [])
        lines += document.facts.flatMap { wrap.lines(PlainText.of($0)) }.map(style.faint)
        for part in document.parts { lines += [""] + self.lines(part) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A part; a table stands apart from another table above it, remarks from a table above them.
    private func lines(_ part: ReportDocument.Part) -> [String] {
        let heading =
            part.heading.map { TextWrap(width: width).lines(PlainText.of($0)).map(style.heading) } ?? []
        var lines = heading
        var isAfterTable = false
        for block in part.blocks {
            if case .table(let table, let caption) = block {
                if isAfterTable || (caption != nil && lines.count > heading.count) { lines.append("") }
                lines += caption.map { TextWrap(width: width).lines($0, indent: 2).map(style.heading) } ?? []
                lines += blocks(table)
                isAfterTable = true
            } else {
                if case .note = block, isAfterTable { lines.append("") }
                lines += self.lines(block)
                isAfterTable = false
            }
        }
        return lines
    }

    private func lines(_ block: ReportDocument.Block) -> [String] {
        let wrap = TextWrap(width: width)
        switch block {
        case .table(let table, _): return blocks(table)
        case .finding(let text, let detail):
            return wrap.lines(PlainText.of(text), indent: 2)
                + (detail.map { wrap.lines($0, indent: 4) } ?? [])
        case .note(let code, let text): return note(code, PlainText.of(text))
        case .gate(let gate): return self.gate(gate)
        }
    }

    private func note(_ code: ReportNote.Code, _ text: String) -> [String] {
        let lead = code.isDiagnostic ? "\(code.rawValue): " : ""
        let lines = TextWrap(width: width).lines(lead + text, indent: 2)
        return code == .uniformlyPoor ? lines.map(style.warning) : lines
    }

    /// The blocks of a table, an empty line between them.
    private func blocks(_ table: TextTable) -> [String] {
        table.blocks(width: width).enumerated().flatMap { index, block in
            (index > 0 ? [""] : []) + [style.heading(PlainText.of(block[0]))]
                + block.dropFirst().map(PlainText.of)
        }
    }

    /// `  fail    require dp by age <= 0.05 (gate.audit:9) because policy 4.2`, then the parts of what did not hold.
    private func gate(_ gate: GateRecord) -> [String] {
        let verdict = gate.verdict.rawValue
        let padding = String(repeating: " ", count: max(1, 13 - verdict.count))
        let because = gate.because.map { ": \($0)" } ?? ""
        let text = "\(gate.kind.rawValue) \(gate.statement) (\(gate.file):\(gate.line))\(because)"
        var lines = TextWrap(width: width - 2 - 13).lines(PlainText.of(text))
        let marked =
            gate.verdict == .pass ? verdict : style.verdict(verdict, isFailure: gate.verdict == .fail)
        lines[0] = "  " + marked + padding + lines[0]
        for index in lines.indices.dropFirst() {
            lines[index] = String(repeating: " ", count: 15) + lines[index]
        }
        guard gate.verdict != .pass, !gate.explanation.isEmpty else { return lines }
        return lines
            + gate.explanation.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "    " + PlainText.of(String($0)) }
    }
}

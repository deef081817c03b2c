import Diagnostics
import Syntax

/// Moves what a pass has found to where it stands in the script.
struct RecheckedText {
    /// A chunk in the recheck's text, and how far it lies from the script's.
    private struct Piece {
        let range: Range<Int>
        let shift: Int
    }

    private let pass: RecheckPass
    private let script: Script
    /// The chunks in the order of the script.
    private let pieces: [Piece]
    /// The chunks in the order of the recheck's text.
    private let sorted: [Piece]

    /// Takes the chunks of a pass, and those of the script that they are.
    init(_ pass: RecheckPass, _ layout: [ScriptChunk], _ script: Script) {
        self.pass = pass
        self.script = script
        pieces = zip(pass.chunks, layout).map {
            Piece(range: $0.range, shift: $1.range.lowerBound - $0.start)
        }
        sorted = pieces.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// What the script's author is told; nil where something is told of lines that are gone.
    var told: CheckedText? {
        var found = script.diagnostics
        var cohorts: [CohortMark] = []
        for (chunk, piece) in zip(pass.chunks, pieces) {
            for finding in chunk.diagnostics {
                guard let moved = moved(finding, piece) else { return nil }
                found.append(moved)
            }
            for cohort in chunk.cohorts {
                guard let span = moved(cohort.span, piece) else { continue }
                cohorts.append(CohortMark(span: span, size: cohort.size))
            }
        }
        found += [pass.checker.editionFinding(script)].compactMap { $0 }
        let parts = zip(pass.chunks, pieces).map { ($0.index, $1) }
        guard
            let index = NameIndex(
                joining: parts.map(\.0), resultCounts: pass.resultCounts,
                moved: { moved($1, parts[$0].1) })
        else { return nil }
        return CheckedText(
            diagnostics: Checker.distinct(found), index: index, cohorts: cohorts,
            attributes: pass.checker.environment.attributes)
    }

    /// A span in the script; nil where it is gone.
    private func moved(_ span: SourceSpan, _ likely: Piece) -> SourceSpan? {
        if likely.range.lowerBound <= span.start, span.end <= likely.range.upperBound {
            return SourceSpan(span.start + likely.shift, span.end + likely.shift)
        }
        guard !sorted.isEmpty else { return nil }
        let piece = sorted[sorted.lastPlace(notAbove: span.start) { $0.range.lowerBound }]
        guard piece.range.lowerBound <= span.start, span.end <= piece.range.upperBound else { return nil }
        return SourceSpan(span.start + piece.shift, span.end + piece.shift)
    }

    private func written(_ text: String) -> String? {
        ResultAnchor.written(
            text, count: { pass.resultCounts[$0] },
            place: { offset in
                guard let piece = pieces.first, let span = moved(SourceSpan(offset, offset), piece) else {
                    return nil
                }
                let place = script.lexed.source.position(of: span.start)
                return "\(place.line):\(place.column)"
            })
    }

    private func moved(_ label: Label, _ piece: Piece) -> Label? {
        guard let span = moved(label.span, piece), let text = written(label.text) else { return nil }
        return Label(span, text)
    }

    private func moved(_ finding: Diagnostic, _ piece: Piece) -> Diagnostic? {
        guard let primary = moved(finding.primary, piece), let message = written(finding.message) else {
            return nil
        }
        let secondary = finding.secondary.compactMap { moved($0, piece) }
        let edits = finding.edits.compactMap { edit -> Edit? in
            guard let span = moved(edit.span, piece), let text = written(edit.replacement) else { return nil }
            return Edit(span, text, edit.applicability)
        }
        let (notes, helps) = (finding.notes.compactMap(written), finding.helps.compactMap(written))
        let isWhole =
            secondary.count == finding.secondary.count && edits.count == finding.edits.count
            && notes.count == finding.notes.count && helps.count == finding.helps.count
        guard isWhole else { return nil }
        return Diagnostic(
            finding.code, message, at: primary.span, label: primary.text, secondary: secondary, notes: notes,
            helps: helps, edits: edits)
    }
}

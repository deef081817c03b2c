import Diagnostics
import Syntax

/// Moves what a pass has found to where it stands in the script.
struct RecheckedText {
    private let pass: RecheckPass
    private let script: Script
    private let places: ChunkPlaces

    /// Takes the chunks of a pass, and those of the script that they are.
    init(_ pass: RecheckPass, _ layout: [ScriptChunk], _ script: Script) {
        self.pass = pass
        self.script = script
        places = ChunkPlaces(
            pass.chunks.indices.map { number in
                let kept = pass.chunks[number].range
                return ChunkPlaces.Piece(
                    kept: kept, shift: layout[number].range.lowerBound - kept.lowerBound,
                    resultCount: pass.resultCounts[number])
            })
    }

    /// What the script's author is told; nil where something is told of lines that are gone.
    var told: CheckedText? {
        guard meansNothingGone else { return nil }
        var found = Findings(script.diagnostics)
        var cohorts: [CohortMark] = []
        for (number, chunk) in pass.chunks.enumerated() {
            for finding in chunk.diagnostics {
                guard let moved = moved(finding, number) else { return nil }
                found.add(moved)
            }
            for cohort in chunk.cohorts {
                guard let span = places.moved(cohort.span, likely: number) else { continue }
                cohorts.append(CohortMark(span: span, size: cohort.size))
            }
        }
        if let finding = pass.editionFinding(script) { found.add(finding) }
        return CheckedText(
            diagnostics: found.told, index: NameIndex(pass.chunks.map(\.notes), at: places),
            cohorts: cohorts, attributes: pass.declaredAttributes)
    }

    /// Whether the words of all chunks mean what is still there, as they did before the change.
    private var meansNothingGone: Bool {
        let gone = pass.gone
        guard !gone.isEmpty else { return true }
        for chunk in pass.chunks {
            for place in chunk.placesOutside {
                let range = gone[gone.lastPlace(notAbove: place.start) { $0.lowerBound }]
                if range.lowerBound < place.end, place.start < range.upperBound { return false }
            }
        }
        return true
    }

    private func written(_ text: String) -> String? {
        ResultAnchor.written(
            text, count: places.resultCount,
            place: { offset in
                guard let span = places.moved(SourceSpan(offset, offset)) else { return nil }
                let place = script.lexed.source.position(of: span.start)
                return "\(place.line):\(place.column)"
            })
    }

    private func moved(_ label: Label, _ number: Int) -> Label? {
        guard let span = places.moved(label.span, likely: number), let text = written(label.text) else {
            return nil
        }
        return Label(span, text)
    }

    private func moved(_ finding: Diagnostic, _ number: Int) -> Diagnostic? {
        guard let primary = moved(finding.primary, number), let message = written(finding.message) else {
            return nil
        }
        let secondary = finding.secondary.compactMap { moved($0, number) }
        let edits = finding.edits.compactMap { edit -> Edit? in
            guard let span = places.moved(edit.span, likely: number) else { return nil }
            return written(edit.replacement).map { Edit(span, $0, edit.applicability) }
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

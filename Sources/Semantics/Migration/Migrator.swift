import Diagnostics
import Syntax

/// Takes scripts from their edition to a later one, one edition after the other.
package struct Migrator: Sendable {
    /// What became of a script.
    package enum Outcome {
        /// It is of the edition already.
        case current
        /// Its new text, with what changed on the way.
        case migrated(Source, summaries: [String])
        /// It has errors, and stays as it is.
        case wrong([Diagnostic])
        /// It is of a later edition: there is no way back.
        case newer(Int)
        /// The changes for this edition do not go together in this script: a fault of ours.
        case clash(Int)
    }

    /// The editions that this version knows, oldest first.
    package let editions: [Int]
    private let migrations: [Migration]

    /// The migrations of this version: there is one edition, so there are none.
    package static let standard = Migrator(editions: Catalogue.standard.editions, migrations: [])

    /// Migrations between some editions.
    package init(editions: [Int], migrations: [Migration]) {
        self.editions = editions.sorted()
        self.migrations = migrations
    }

    /// Takes a script to an edition that this version knows.
    ///
    /// A script without a line is of the newest edition, so that it gets the line and no other change.
    package func migrate(_ source: Source, to edition: Int) -> Outcome {
        let script = Parser.parse(source)
        guard !script.hasErrors else { return .wrong(script.diagnostics.filter { $0.severity == .error }) }
        guard let year = EditionLine(of: script).year else {
            let newest = editions.last ?? edition
            return edition < newest ? .newer(newest) : pinned(script, to: edition)
        }
        guard case .integer(let own) = year.kind, editions.contains(own) else {
            return .wrong([Self.unknown(source.text(of: year.span), at: year.span, among: editions)])
        }
        if own == edition { return .current }
        return own > edition ? .newer(own) : rewritten(source, from: own, to: edition)
    }

    /// The finding that an edition does not exist.
    package static func unknown(_ year: String, at span: SourceSpan, among editions: [Int]) -> Diagnostic {
        Diagnostic(
            "E0319", "no edition \(year)", at: span,
            label: "this version knows \(Words.list(editions.map(String.init)))")
    }

    private func pinned(_ script: Script, to edition: Int) -> Outcome {
        guard let source = script.lexed.source.applying([EditionLine(of: script).edit(to: edition)]) else {
            return .clash(edition)
        }
        return .migrated(source, summaries: ["`edition \(edition)` is written at its head"])
    }

    /// A script after the changes of every edition on the way, in their order.
    private func rewritten(_ source: Source, from own: Int, to edition: Int) -> Outcome {
        var source = source
        var summaries: [String] = []
        for step in editions where step > own && step <= edition {
            let script = Parser.parse(source)
            let due = migrations.filter { $0.edition == step }
            let edits = due.flatMap { $0.rewrite(script) } + [EditionLine(of: script).edit(to: step)]
            guard let changed = source.applying(edits), !Parser.parse(changed).hasErrors else {
                return .clash(step)
            }
            source = changed
            summaries += due.map { "\(step): \($0.summary)" }
        }
        return .migrated(source, summaries: summaries)
    }
}

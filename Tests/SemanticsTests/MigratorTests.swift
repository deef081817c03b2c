import Diagnostics
import Syntax
import Testing

@testable import Semantics

@Suite("Migrations between editions")
struct MigratorTests {
    /// Editions to come: 2027 calls `print` `show`, in the first statements too, and 2028 lets every number grow by one.
    private static let migrator = Migrator(
        editions: [2028, 2026, 2027],
        migrations: [
            Migration(to: 2028, "numbers are one more") { script in
                script.statements.compactMap { statement in
                    guard case .let(let constant) = statement.kind,
                        case .integer(let number) = constant.value.kind
                    else { return nil }
                    return Edit(constant.value.span, String(number + 1))
                }
            },
            Migration(to: 2027, "`n` is called `count`") { script in
                script.statements.compactMap { statement in
                    guard case .let(let constant) = statement.kind, constant.name.text == "n" else {
                        return nil
                    }
                    return Edit(constant.name.span, "count")
                }
            },
        ])

    private func text(_ script: String, to edition: Int, with migrator: Migrator = Self.migrator) -> String? {
        switch migrator.migrate(Source(name: "a.audit", text: script), to: edition) {
        case .migrated(let source, _): String(decoding: source.bytes, as: UTF8.self)
        case .current: script
        default: nil
        }
    }

    @Test("a script goes through every edition between, in their order, and says what changed")
    func steps() {
        let script = "edition 2026\n# kept\nlet n = 2 # so\n"
        #expect(text(script, to: 2027) == "edition 2027\n# kept\nlet count = 2 # so\n")
        #expect(text(script, to: 2028) == "edition 2028\n# kept\nlet count = 3 # so\n")
        #expect(text("edition 2027\nlet n = 2\n", to: 2028) == "edition 2028\nlet n = 3\n")
        #expect(text("edition 2028\nlet n = 2\n", to: 2028) == "edition 2028\nlet n = 2\n")
        guard
            case .migrated(_, let summaries) = Self.migrator.migrate(
                Source(name: "a", text: script), to: 2028)
        else { return #expect(Bool(false)) }
        #expect(summaries == ["2027: `n` is called `count`", "2028: numbers are one more"])
    }

    @Test("there is no way back, and a script without a line is of the newest edition")
    func noWayBack() {
        #expect(text("edition 2028\nlet n = 2\n", to: 2027) == nil)
        #expect(text("let n = 2\n", to: 2027) == nil)
        #expect(text("let n = 2\n", to: 2028) == "edition 2028\nlet n = 2\n")
    }

    @Test("a rewriting that clashes with another, or leaves no script, changes nothing")
    func clashes() {
        let script = "edition 2026\nlet n = 2\n"
        let twice = Migrator(
            editions: [2026, 2027],
            migrations: ["a", "b"].map { name in
                Migration(to: 2027, name) { script in [Edit(script.statements[1].span, "let \(name) = 1")] }
            })
        #expect(text(script, to: 2027, with: twice) == nil)
        let breaking = Migrator(
            editions: [2026, 2027],
            migrations: [
                Migration(to: 2027, "wrong") { script in [Edit(script.statements[1].span, "let = (")] }
            ])
        #expect(text(script, to: 2027, with: breaking) == nil)
    }

    @Test(
        "the line goes above the comments of the first statement, and below those of the file",
        arguments: [
            ("let n = 1\n", "edition 2026\nlet n = 1\n"),
            ("## Of n.\nlet n = 1\n", "edition 2026\n## Of n.\nlet n = 1\n"),
            ("# A licence.\n\n## Of n.\nlet n = 1\n", "# A licence.\n\nedition 2026\n## Of n.\nlet n = 1\n"),
            ("#!/usr/bin/env dermaudit\nlet n = 1\n", "#!/usr/bin/env dermaudit\nedition 2026\nlet n = 1\n"),
            ("\u{FEFF}# c\nlet n = 1\n", "\u{FEFF}edition 2026\n# c\nlet n = 1\n"),
            ("let n = 1\r\nlet m = 2\r\n", "edition 2026\r\nlet n = 1\r\nlet m = 2\r\n"),
            ("\n\n  let n = 1; let m = 2", "\n\nedition 2026\n  let n = 1; let m = 2"),
            ("; let n = 1\n", "edition 2026\n; let n = 1\n"), ("", "edition 2026\n"),
            ("# only\n", "edition 2026\n# only\n"),
        ])
    func line(before: String, after: String) {
        let migrated = text(before, to: 2026, with: .standard)
        #expect(migrated == after)
        #expect(text(after, to: 2026, with: .standard) == after)
    }

    @Test(
        "a script with errors, or of an unknown edition, is refused with its findings",
        arguments: [
            ("let n = = 2\n", "E0201"), ("edition 1999\nlet n = 2\n", "E0319"), ("let n = \"a\n", "E0102"),
        ])
    func refused(script: String, code: String) {
        guard case .wrong(let errors) = Migrator.standard.migrate(Source(name: "a", text: script), to: 2026)
        else {
            return #expect(Bool(false))
        }
        #expect(errors.first.map { "\($0.code)" } == code)
    }

    @Test("the table of this version knows the catalogue's editions")
    func standard() {
        #expect(Migrator.standard.editions == Catalogue.standard.editions)
    }
}

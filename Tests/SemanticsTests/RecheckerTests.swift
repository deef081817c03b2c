import Diagnostics
import Syntax
import Testing

@testable import Semantics

@Suite("rechecking")
struct RecheckerTests {
    /// Everything that an editor is told, as lines that can be compared and read.
    static func lines(_ text: CheckedText) -> [String] {
        let names = text.index.names.map { name in
            "\(name.place.file ?? "") \(name.place.span) \(name.name): \(text.index.written(name.binding.phraseWithFacts)) "
                + "\(name.documentation ?? "") \(text.index.uses(of: name.place))"
        }
        let words = text.index.words.map {
            "\($0) \(String(describing: text.index.meaning(at: $0))) \(text.index.name(at: $0)?.name ?? "")"
        }
        let found = text.diagnostics.map { "\($0)" }
        return found + words + names.sorted() + text.cohorts.map { "\($0)" }
            + (text.hasErrors ? [] : text.attributes.map { "\($0.name)" })
    }

    /// Changes a script at random places, and holds what is rechecked to what is checked as a whole.
    @Test(
        "what is rechecked behind a change is what a check of the whole script finds",
        arguments: RandomEdits.scripts)
    func equalsWhole(_ file: ScriptFile) throws {
        var edits = RandomEdits(seed: UInt64(file.text.utf8.count))
        var bytes = Array(file.text.utf8)
        var rechecker = Rechecker()
        for number in 0..<RandomEdits.count {
            // Where much is broken little is found: now and then the script is as it was.
            if number % RandomEdits.most == 0 { bytes = Array(file.text.utf8) }
            let script = Parser.parse(Source(name: "a.audit", bytes: bytes))
            let found = Self.lines(rechecker.check(script, schema: GuideFiles()))
            let whole = Self.lines(
                CheckedText(Checker.check(script: script, schema: GuideFiles()), of: script.lexed.source))
            guard found == whole else {
                let first = zip(found, whole).first { $0 != $1 }
                Issue.record(
                    "\(file.name): found \(first?.0 ?? "\(found.count)"), whole \(first?.1 ?? "\(whole.count)") in\n\(String(decoding: bytes, as: UTF8.self))"
                )
                return
            }
            edits.change(&bytes)
        }
    }

    /// A script of forty statements with a letter typed behind the first words that are looked for.
    @Test(
        "a letter has few statements checked",
        arguments: [
            "## How many", "count_3 = 1", "report accuracy, dp", "because \"small", "compare run_3.MelaNet",
            "audit run_3",
        ])
    func keepsMost(_ words: String) throws {
        let text = (1...5).map(Self.block).joined()
        let place = try #require(text.range(of: words)?.upperBound)
        var rechecker = Rechecker()
        for changed in [text, String(text[..<place]) + "0" + text[place...], text] {
            let script = Parser.parse(Source(name: "a.audit", text: changed))
            let found = Self.lines(rechecker.check(script, schema: NoFiles()))
            #expect(
                found
                    == Self.lines(
                        CheckedText(Checker.check(script: script, schema: NoFiles()), of: script.lexed.source)
                    ))
        }
        #expect(rechecker.keptCount >= 28)
    }

    @Test("what is kept of lines that come and go again becomes long, and is not what a new check keeps")
    func growth() {
        let lines = (1...50).map(Self.block).joined()
        let (text, opened) = ("edition 2026\n" + lines, "edition 2026\nif true {\n" + lines)
        var rechecker = Rechecker()
        for changed in [text, opened, text, opened, text] {
            #expect(!rechecker.isLong)
            _ = rechecker.check(
                Parser.parse(Source(name: "a.audit", text: changed)), schema: NoFiles())
        }
        #expect(rechecker.isLong)
    }

    @Test("cohorts of a module are not marked in the script that uses it")
    func marks() {
        let source = Source(
            name: "a.audit", text: "edition 2026\nuse papers.watanabe2025\ncohort own = sex in [m, f] n 2\n")
        let whole = CheckedText(Checker.check(source: source, schema: GuideFiles()), of: source)
        #expect(whole.cohorts.map { source.text(of: $0.span) } == ["cohort own = sex in [m, f] n 2"])
    }

    private static func block(_ number: Int) -> String {
        """
        ## How many.
        let count_\(number) = 1
        cohort group_\(number) = sex in [m, f] age 20..80 n count_\(number)
        audit run_\(number) = DeepGuide, MelaNet on group_\(number)
        report accuracy, dp by sex of run_\(number)
        compare run_\(number).MelaNet vs run_\(number).DeepGuide of accuracy
        require upper(dp by age of run_\(number).MelaNet, 95%) <= 90% because "small"
        export it.report to "out/\(number).csv"
        print count_\(number)

        """
    }
}

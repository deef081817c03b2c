import Diagnostics
import Foundation
import Syntax
import Testing

@testable import Semantics

@Suite("What is told about words")
struct DocumentationTests {
    /// A library that knows the names of its modules, as they lie in the checkout.
    private struct Library: SchemaProvider {
        private let files = GuideFiles()
        var moduleNames: [String] { ["derm.bands", "derm.ddi", "papers.watanabe2025", "policies.gates"] }
        func exists(_ path: String) -> Bool { true }
        func columns(of path: String) throws(SchemaError) -> [String] { throw .missing(path: path) }
        func script(at path: String) throws(SchemaError) -> [UInt8] { throw .missing(path: path) }
        func module(named name: String) throws(SchemaError) -> [UInt8]? { try files.module(named: name) }
    }

    private let guide = Documentation(catalogue: .standard, library: Library())

    @Test("every word of every kind is told of, in lines and as Markdown", arguments: TopicKind.allCases)
    func everyWord(_ kind: TopicKind) {
        let silent = guide.words(of: kind).filter { word in
            let topic = guide.topics(for: word).first { $0.kind == kind }
            return topic.map { $0.text.count <= word.count + 3 || $0.markdown.isEmpty || $0.summary.isEmpty }
                ?? true
        }
        #expect(silent == [])
    }

    @Test("all words of a kind stand in a list, each on a line with what it is")
    func lists() throws {
        let options = try #require(guide.text(for: "options"))
        #expect(options.contains("\nmin_n "))
        #expect(options.split(separator: "\n").count == Set(options.split(separator: "\n")).count)
        #expect(
            try #require(guide.text(for: "modules")).contains(
                "policies.gates       Gates that policies ask for"))
        #expect(guide.overview.split(separator: "\n").allSatisfy { $0.count <= 113 })
    }

    @Test(
        "a module, its functions and its constants are known by their names",
        arguments: [
            ("derm.bands", "def band(types: set<fst>, size: int = 100) -> cohort"),
            ("derm.bands.band", "A cohort of both sexes of one band"),
            ("derm.bands.medium", "The bands of DDI"), ("derm.bands.lighter", "The two halves"),
            ("derm.ddi.ddi", "656 clinical photographs"), ("papers.watanabe2025.people", "size: int = 100"),
        ])
    func modules(word: String, part: String) throws {
        let text = try #require(guide.text(for: word))
        #expect(text.hasPrefix(word))
        #expect(text.contains(part))
    }

    @Test(
        "a misspelt word has the nearest one, a name of a module also without the module",
        arguments: [
            ("dpp", "dp"), ("reprot", "report"), ("derm.band", "derm.bands"), ("band", "derm.bands.band"),
            ("derm.bands.lihgt", "derm.bands.light"), ("E302", "E0302"), ("min-n", "min_n"),
        ])
    func nearest(word: String, meant: String) {
        #expect(guide.text(for: word) == nil)
        #expect(guide.nearest(to: word) == meant)
    }

    @Test("a word of several meanings is told of in each, an option alike in two places once")
    func severalMeanings() throws {
        let kinds = guide.topics(for: "size").map(\.kind)
        #expect(kinds == [.attribute, .option, .option])
        #expect(guide.topics(for: "ci").count == 1)
        #expect(try #require(guide.text(for: "ci")).contains("(report, compare)"))
    }

    @Test("a name of the script comes first, with its comment and its value")
    func boundNames() throws {
        let source = Source(name: "a.audit", text: "edition 2026\n## Images of a cell.\nlet size = 3\n")
        let environment = Checker.check(source: source, schema: NoFiles()).environment
        let text = try #require(
            Documentation(catalogue: .standard, environment: environment).text(for: "size"))
        #expect(text.hasPrefix("size: whole number 3\nImages of a cell.\n\nsize: largest diameter"))
    }

    @Test("`help` tells what `doc` tells")
    func sameAsHelp() throws {
        let source = Source(name: "a.audit", text: "edition 2026\nhelp derm.bands.band\nhelp ci\nhelp\n")
        let result = Checker.check(source: source, schema: Library())
        let told = try #require(result.program).statements.compactMap { statement -> String? in
            if case .help(let text) = statement.action { text } else { nil }
        }
        #expect(told == [guide.text(for: "derm.bands.band"), guide.text(for: "ci"), guide.overview])
    }
}

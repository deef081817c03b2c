import Reporting
import Statistics
import Testing

@Suite struct RendererTests {
    @Test("the card's report as text", arguments: [100, 60])
    func card(width: Int) throws {
        try Golden(name: "card-\(width).txt").check(TextRenderer(width: width).text(Fixtures.card()))
    }

    @Test("a report in each format", arguments: ReportFormat.allCases)
    func formats(format: ReportFormat) throws {
        let text = try ReportRenderer().text(Fixtures.card(), gates: Fixtures.gates, as: format)
        let golden = Golden(name: "card.\(format.rawValue)")
        try format == .html ? golden.check(page: text) : golden.check(text)
    }

    @Test("several quantities of both classes, by a crossing, break into blocks that fit the page")
    func mixed() throws {
        let text = try TextRenderer(width: 80).text(Fixtures.mixed())
        try Golden(name: "mixed-80.txt").check(text)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test("extremes and gaps of several classifiers make the paper's Table 2", arguments: [110, 70])
    func tableTwo(width: Int) throws {
        try Golden(name: "table2-\(width).txt").check(TextRenderer(width: width).text(Fixtures.tableTwo()))
    }

    @Test("Table 2 as CSV has a line for each classifier")
    func tableTwoCSV() throws {
        try Golden(name: "table2.csv").check(CSVRenderer().text(Fixtures.tableTwo()))
    }

    @Test("a declared group without rows is shown, and what it leaves undefined has a reason")
    func empty() throws {
        try Golden(name: "empty.txt").check(TextRenderer(width: 80).text(Fixtures.empty()))
        try Golden(name: "empty.json").check(JSONRenderer().text(Fixtures.empty()))
        try Golden(name: "empty.csv").check(CSVRenderer().text(Fixtures.empty()))
    }

    @Test("weighted rows have estimates alone, and every format says why", arguments: ReportFormat.allCases)
    func weighted(format: ReportFormat) throws {
        let report = try Fixtures.weighted()
        let text = try ReportRenderer().text(report, gates: Fixtures.gates, as: format)
        #expect(text.contains("weighted: estimates have neither intervals"))
        if format == .text { try Golden(name: "weighted.txt").check(text) }
        let numbers = report.sections.flatMap { section in
            section.rows.flatMap(\.numbers) + section.overall.numbers + section.comparisons.map(\.number)
        }
        #expect(numbers.count > 50)
        for number in numbers where number.value.value != nil {
            #expect(number.interval == nil && number.intervalReason == .weighted)
            #expect(number.test == nil && number.testReason == .weighted)
            #expect(number.expectedUnderNull == nil)
        }
        #expect(
            report.sections.allSatisfy { $0.associations.isEmpty && $0.shrinkage.isEmpty && $0.pairs.isEmpty }
        )
    }

    @Test("weights count: the same rows without them give other estimates")
    func weightsCount() throws {
        let weighted = try Fixtures.weighted().sections[0].overall.numbers
        let plain = try ReportBuilder(provenance: Fixtures.provenance).report(
            [.quantity(.accuracy), .quantity(.auroc)], by: [.overall], of: [Fixtures.scored(n: 240)]
        ).sections[0].overall.numbers
        #expect(weighted[0].value != plain[0].value && weighted[1].value != plain[1].value)
        #expect(weighted[0].n == plain[0].n && weighted[0].weight == 240)
    }

    @Test("a phantom's warning is the first thing in every format", arguments: ReportFormat.allCases)
    func warningFirst(format: ReportFormat) throws {
        let text = try ReportRenderer().text(Fixtures.card(), gates: Fixtures.gates, as: format)
        // SARIF's members are sorted, and all but the schema stand after the runs; a page has a head.
        let start = format == .html ? try #require(text.range(of: "<body>")).upperBound : text.startIndex
        let lines = text[start...].split(separator: "\n").prefix(format == .sarif ? 14 : 3)
        #expect(lines.joined().contains("phantom weights: drawn lesions, not patients"))
    }

    @Test("a crossing shows shrunken rates beside the raw ones, and all pairs with their family's size")
    func crossing() throws {
        let report = try Fixtures.crossing()
        try Golden(name: "crossing-100.txt").check(TextRenderer(width: 100).text(report))
        let pairs = report.sections.flatMap(\.pairs)
        #expect(Set(pairs.compactMap(\.number.test?.familySize)) == [pairs.count])
    }

    @Test("compare sets two classifiers side by side, and says that they judged the same images")
    func compared() throws {
        let report = try Fixtures.compared()
        try Golden(name: "compared-100.txt").check(TextRenderer(width: 100).text(report))
        #expect(report.differences.allSatisfy { $0.isPaired })
        #expect(report.differences.count == 1 + 2 + 1 + 2 + 1 + 1)
    }

    @Test("a format is found by a file's extension or by its name")
    func formats() {
        #expect(ReportFormat(path: "out/fairness.junit.xml") == .junit)
        #expect(ReportFormat(path: "out.d/t2.TEX") == .latex)
        #expect(ReportFormat(path: "a/b.sarif.json") == .sarif)
        #expect(ReportFormat(path: "out.json/report") == nil)
        #expect(ReportFormat(path: ".md") == nil)
        #expect(ReportFormat(name: "latex") == .latex)
        #expect(ReportFormat(name: "pdf") == nil)
    }

    @Test("text of users that looks like markup is only text", arguments: ReportFormat.allCases)
    func hostile(format: ReportFormat) throws {
        let text = try ReportRenderer().text(Fixtures.hostile(), gates: Fixtures.hostileGates, as: format)
        let golden = Golden(name: "hostile.\(format.rawValue)")
        try format == .html ? golden.check(page: text) : golden.check(text)
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test("colour is written only when asked for")
    func colour() throws {
        let report = try Fixtures.card()
        #expect(!TextRenderer().text(report).contains("\u{1B}"))
        #expect(TextRenderer(isColoured: true).text(report).contains("\u{1B}[1;33mphantom weights"))
    }
}

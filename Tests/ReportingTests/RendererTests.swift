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
        try Golden(name: "card.\(format.rawValue)").check(format.render(Fixtures.card()))
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

    @Test("a phantom's warning is the first thing in every format", arguments: ReportFormat.allCases)
    func warningFirst(format: ReportFormat) throws {
        let head = try format.render(Fixtures.card()).split(separator: "\n").prefix(3).joined()
        #expect(head.contains("phantom weights: drawn lesions, not patients"))
    }

    @Test("colour is written only when asked for")
    func colour() throws {
        let report = try Fixtures.card()
        #expect(!TextRenderer().text(report).contains("\u{1B}"))
        #expect(TextRenderer(isColoured: true).text(report).contains("\u{1B}[1;33mphantom weights"))
    }
}

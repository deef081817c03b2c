import Reporting
import Statistics
import Testing

@Suite struct ReportFigureTests {
    @Test("three classifiers and three groupings are drawn, the same each time")
    func tableTwo() throws {
        let figure = ReportFigure(title: "Accuracy of each group", report: try Fixtures.tableTwo())
        let image = try figure.drawn()
        #expect(image.width == 1_000)
        #expect(try figure.drawn() == image)
        try show(image, "report-table2")
    }

    @Test("one classifier by age")
    func card() throws {
        let image = try ReportFigure(title: "MelaNet on main", report: try Fixtures.card()).drawn(width: 800)
        #expect(Set(image.pixels).count > 10)
        try show(image, "report-card")
    }

    @Test("groups without a value leave their line empty")
    func empty() throws {
        let image = try ReportFigure(title: "preds", report: try Fixtures.empty()).drawn(width: 600)
        try show(image, "report-empty")
        #expect(image.height > 100)
    }
}

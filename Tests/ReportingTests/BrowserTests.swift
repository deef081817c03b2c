import Foundation
import Reporting
import Testing

/// The page in a real browser; skipped, and said so, where Debian's `chromium` is missing.
@Suite(.serialized, .enabled(if: Browser.isInstalled, "chromium is not installed")) struct BrowserTests {
    /// The pages that are opened: much of everything, and names that try to be markup.
    static func page(_ name: String) throws -> String {
        switch name {
        case "everything": try ReportRenderer().text(Fixtures.everything(), gates: Fixtures.gates, as: .html)
        case "compared": try ReportRenderer().text(Fixtures.compared(), as: .html)
        case "table2": try ReportRenderer().text(Fixtures.tableTwo(), as: .html)
        default: try ReportRenderer().text(Fixtures.hostile(), gates: Fixtures.hostileGates, as: .html)
        }
    }

    @Test(
        "a page fits the window, says nothing to the console and asks for nothing",
        arguments: ["everything", "compared", "table2", "hostile"], [1_280, 390])
    func opens(name: String, width: Int) throws {
        let browser = try Browser()
        let run = try browser.open(Self.page(name), width: width, picture: "\(name)-\(width)")
        #expect(run.console == [])
        #expect(run.requests == [])
        #expect(run.measured["overflow"] == "0")
        #expect(run.measured["overlaps"] == "")
    }

    @Test("the browser would tell of an error and of a request")
    func control() throws {
        let page = """
            <!doctype html><html><body style="width: 3000px">x<img src="http://example.invalid/a.png">
            <script>console.error("told")</script></body></html>
            """
        let run = try Browser().open(page, width: 390, picture: nil)
        #expect(run.console.contains { $0.contains("told") })
        #expect(run.requests.contains { $0.contains("example.invalid") })
        #expect(run.measured["overflow"] != "0")
    }
}

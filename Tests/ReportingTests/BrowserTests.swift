import Foundation
import Reporting
import Testing

/// The pages in a real browser; skipped, and said so, where Debian's `chromium` is missing.
///
/// A start of the browser takes seconds, so one visit opens all pages at all widths.
@Suite(.serialized, .enabled(if: Browser.isInstalled, "chromium is not installed")) struct BrowserTests {
    private static let names = ["everything", "compared", "table2", "weighted", "hostile"]
    private static let widths = [1_280, 390]

    private static let light = Result { try Browser().visit(pages(), widths: widths) }
    private static let dark = Result { try Browser().visit(pages(), widths: widths, isDark: true) }

    /// The pages that are opened: much of everything, and names that try to be markup.
    private static func pages() throws -> [Browser.Page] {
        try names.map { name in
            let text =
                switch name {
                case "everything":
                    try ReportRenderer().text(Fixtures.everything(), gates: Fixtures.gates, as: .html)
                case "compared": try ReportRenderer().text(Fixtures.compared(), as: .html)
                case "table2": try ReportRenderer().text(Fixtures.tableTwo(), as: .html)
                case "weighted": try ReportRenderer().text(Fixtures.weighted(), as: .html)
                default:
                    try ReportRenderer().text(Fixtures.hostile(), gates: Fixtures.hostileGates, as: .html)
                }
            return Browser.Page(name: name, text: text)
        }
    }

    @Test("a page fits the window, and no texts of a figure touch", arguments: names, widths)
    func fits(name: String, width: Int) throws {
        let measured = try Self.light.get().measured["\(name)-\(width)"]
        #expect(measured?["overflow"] == "0")
        #expect(measured?["overlaps"] == "")
    }

    @Test("text stands out from what is under it as WCAG AA asks, as the browser draws it", arguments: names)
    func contrast(name: String) throws {
        for (visit, scheme) in [(Self.light, "light"), (Self.dark, "dark")] {
            let measured = try visit.get().measured["\(name)-1280"]
            #expect(measured?["scheme"] == scheme)
            #expect(measured?["faint"] == "")
        }
    }

    @Test("no page says anything to the console or asks for anything")
    func silent() throws {
        let visit = try Self.light.get()
        #expect(visit.console == [])
        #expect(visit.requests == [])
    }

    @Test("the browser would tell of an error, of a request, and of text that is hard to read")
    func control() throws {
        let page = """
            <!doctype html><html><body style="width: 3000px"><p style="color: #999; background: #fff">pale</p>
            <img src="http://example.invalid/a.png"><script>console.error("told")</script></body></html>
            """
        let visit = try Browser().visit([Browser.Page(name: "bad", text: page)], widths: [390])
        #expect(visit.console.contains { $0.contains("told") })
        #expect(visit.requests.contains { $0.contains("example.invalid") })
        #expect(visit.measured["bad-390"]?["overflow"] != "0")
        #expect(visit.measured["bad-390"]?["faint"]?.contains("pale") == true)
    }
}

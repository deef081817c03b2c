import Foundation
import FoundationXML
import Images
import Statistics
import Testing

@testable import Reporting

@Suite struct ReportFigureTests {
    /// Every kind, with a report that it suits.
    static func figure(_ kind: FigureKind, width: Double = ReportFigure.column) throws -> ReportFigure {
        let report =
            switch kind {
            case .bars, .gaps: try Fixtures.tableTwo()
            default: try Fixtures.everything()
            }
        return ReportFigure(kind, of: report, title: "Figure of \(kind.rawValue)", width: width)
    }

    /// A box around a text, as far as its letters reach.
    private func box(_ mark: Drawing.Mark, _ rule: Canvas) -> (text: String, Rectangle)? {
        guard case .text(let text, let point, let font, _, let anchor, let isTurned) = mark else {
            return nil
        }
        let width = rule.width(of: text, font)
        let start = -anchor.rawValue * width
        let (rise, fall) = (0.74 * font.size, 0.08 * font.size)
        guard isTurned else {
            return (text, Rectangle(x: point.x + start, y: point.y - rise, width: width, height: rise + fall))
        }
        return (
            text, Rectangle(x: point.x - rise, y: point.y - start - width, width: rise + fall, height: width)
        )
    }

    @Test(
        "no text touches another or leaves the page", arguments: FigureKind.allCases,
        [ReportFigure.column, ReportFigure.page])
    func noOverlap(kind: FigureKind, width: Double) throws {
        let drawing = try Self.figure(kind, width: width).drawing()
        let rule = try Canvas(width: 1, height: 1)
        let boxes = drawing.marks.compactMap { box($0, rule) }
        #expect(boxes.count > 5)
        let outside = boxes.filter {
            $0.1.x < -0.5 || $0.1.y < -0.5 || $0.1.x + $0.1.width > drawing.width + 0.5
                || $0.1.y + $0.1.height > drawing.height + 0.5
        }
        #expect(outside.map(\.text) == [])
        let overlaps = boxes.indices.flatMap { first in
            boxes.indices.dropFirst(first + 1).compactMap { second -> String? in
                let (a, b) = (boxes[first].1, boxes[second].1)
                let wide = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
                let high = min(a.y + a.height, b.y + b.height) - max(a.y, b.y)
                return wide > 0.5 && high > 0.5 ? "\(boxes[first].text) | \(boxes[second].text)" : nil
            }
        }
        #expect(overlaps == [])
    }

    @Test("SVG is well-formed and asks for nothing from elsewhere", arguments: FigureKind.allCases)
    func svg(kind: FigureKind) throws {
        let text = try Self.figure(kind).svg()
        _ = try XMLDocument(xmlString: text)
        #expect(!text.contains("href") && !text.contains("url(") && !text.contains("<script"))
        #expect(text.contains("phantom weights: drawn lesions, not patients"))
        try save(Data(text.utf8), "\(kind.rawValue).svg")
        try save(Data(Self.figure(kind, width: ReportFigure.page).svg().utf8), "\(kind.rawValue)-page.svg")
    }

    @Test("PNG shows the same drawing, the same each time", arguments: FigureKind.allCases)
    func png(kind: FigureKind) throws {
        let figure = try Self.figure(kind)
        let image = try figure.drawn(dotsPerInch: 96)
        #expect(image == (try figure.drawn(dotsPerInch: 96)))
        #expect(image.width == 321)
        #expect(Set(image.pixels).count > 10)
        try show(figure.drawn(), kind.rawValue)
    }

    @Test("names of users are only text in SVG")
    func hostile() throws {
        let text = try ReportFigure(.bars, of: Fixtures.hostile(), title: "<script>").svg()
        _ = try XMLDocument(xmlString: text)
        #expect(!text.contains("<script") && !text.contains("<img"))
    }

    @Test("groups without a value are said to have none")
    func empty() throws {
        let text = try ReportFigure(.bars, of: Fixtures.empty()).svg()
        #expect(text.contains(">n/a</text>"))
    }

    @Test("a figure of what the report does not hold is an error that says what it needs")
    func nothingToDraw() throws {
        let figure = ReportFigure(.heatmap, of: try Fixtures.card())
        #expect(throws: ReportingError.nothingToDraw(figure: "heatmap", needs: FigureKind.heatmap.needs)) {
            try figure.svg()
        }
    }

    /// Writes a file into `$SHOW_FIGURES`, for a person to look at.
    private func save(_ data: Data, _ name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["SHOW_FIGURES"] else { return }
        try data.write(to: URL(filePath: folder).appending(path: name))
    }
}

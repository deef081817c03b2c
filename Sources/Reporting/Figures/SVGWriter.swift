/// Writes a drawing as SVG 1.1: no script, no font and no picture from elsewhere.
struct SVGWriter {
    /// The drawing.
    let drawing: Drawing
    /// What the figure shows, for readers who cannot see it.
    let title: String
    /// The fuller account, with the provenance.
    let description: String

    /// The element as it stands inside a page: its colours follow the page's classes.
    func element(id: String? = nil) -> String {
        let name = id.map { " id=\"\(XMLText.attribute($0))\"" } ?? ""
        let (width, height) = (Self.number(drawing.width), Self.number(drawing.height))
        let head =
            "<svg\(name) xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" "
            + "width=\"\(Self.number(drawing.width * 25.4 / 96))mm\" "
            + "height=\"\(Self.number(drawing.height * 25.4 / 96))mm\" role=\"img\" "
            + "font-family=\"'DejaVu Sans', Verdana, sans-serif\">"
        let told = [
            "<title>\(XMLText.escaped(title))</title>", "<desc>\(XMLText.escaped(description))</desc>",
        ]
        return ([head] + told + drawing.marks.map(text) + ["</svg>"]).joined(separator: "\n")
    }

    /// The element as a file of its own.
    var file: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element() + "\n" }

    private func text(_ mark: Drawing.Mark) -> String {
        switch mark {
        case .box(let rectangle, let paint, let opacity):
            return "<rect \(Self.edges(rectangle))\(Self.fill(paint))"
                + (opacity < 1 ? " fill-opacity=\"\(Self.number(opacity))\"" : "") + "/>"
        case .hatch(let rectangle, let paint): return hatch(rectangle, paint)
        case .path(let points, let paint, let width, let isDashed):
            return "<path d=\"M\(Self.list(points))\" fill=\"none\"\(Self.stroke(paint)) "
                + "stroke-width=\"\(Self.number(width))\"" + (isDashed ? " stroke-dasharray=\"3 2\"" : "")
                + "/>"
        case .symbol(.disc, let centre, let radius, let paint):
            return "<circle cx=\"\(Self.number(centre.x))\" cy=\"\(Self.number(centre.y))\" "
                + "r=\"\(Self.number(radius))\"\(Self.fill(paint))/>"
        case .symbol(let symbol, let centre, let radius, let paint):
            return "<path d=\"M\(Self.list(symbol.corners(centre, radius: radius)))Z\"\(Self.fill(paint))/>"
        case .text(let words, let point, let font, let paint, let anchor, let isTurned):
            let place = "x=\"\(Self.number(point.x))\" y=\"\(Self.number(point.y))\""
            let turn =
                isTurned
                ? " transform=\"rotate(-90 \(Self.number(point.x)) \(Self.number(point.y)))\"" : ""
            return "<text \(place) font-size=\"\(Self.number(font.size))\"\(Self.fill(paint))"
                + (font.isBold ? " font-weight=\"bold\"" : "")
                + (anchor == .start ? "" : " text-anchor=\"\(anchor == .middle ? "middle" : "end")\"")
                + "\(turn)>\(XMLText.escaped(words))</text>"
        }
    }

    /// Slanting lines cut off at the rectangle's edges, for a clip path would need a name of its own.
    private func hatch(_ rectangle: Rectangle, _ paint: Paint) -> String {
        let lines = rectangle.hatching.map { "M\(Self.list([$0.0, $0.1]))" }.joined()
        return "<path d=\"\(lines)\" fill=\"none\"\(Self.stroke(paint)) stroke-width=\"0.75\"/>"
    }

    private static func edges(_ rectangle: Rectangle) -> String {
        "x=\"\(number(rectangle.x))\" y=\"\(number(rectangle.y))\" width=\"\(number(max(0, rectangle.width)))\" "
            + "height=\"\(number(max(0, rectangle.height)))\""
    }

    private static func fill(_ paint: Paint) -> String {
        " fill=\"\(paint.colour.hex)\"" + (paint.role.isEmpty ? "" : " class=\"f-\(paint.role)\"")
    }

    private static func stroke(_ paint: Paint) -> String {
        " stroke=\"\(paint.colour.hex)\"" + (paint.role.isEmpty ? "" : " class=\"l-\(paint.role)\"")
    }

    private static func list(_ points: [Drawing.Point]) -> String {
        points.map { "\(number($0.x)) \(number($0.y))" }.joined(separator: "L")
    }

    /// Two decimals, without zeros at the end.
    private static func number(_ value: Double) -> String {
        var text = Substring(Decimals.text(value, places: 2))
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text == "-0" ? "0" : String(text)
    }
}

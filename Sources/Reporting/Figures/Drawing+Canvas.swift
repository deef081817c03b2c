import Images

extension Drawing {
    /// The drawing as pixels.
    ///
    /// - Parameter scale: pixels for each unit; 3.125 gives 300 dots an inch.
    func image(scale: Double) throws(ReportingError) -> RGBImage {
        let canvas = try Canvas(
            width: Self.pixels(width * scale), height: Self.pixels(height * scale), scale: scale)
        for mark in marks { Self.draw(mark, on: canvas) }
        return try canvas.image()
    }

    private static func pixels(_ length: Double) -> Int {
        Int(min(length, 1e6).rounded(.up))
    }

    private static func draw(_ mark: Mark, on canvas: Canvas) {
        switch mark {
        case .box(let rectangle, let paint, let opacity):
            canvas.fill(rectangle, paint.colour, opacity: opacity)
        case .hatch(let rectangle, let paint):
            for (start, end) in rectangle.hatching { canvas.path([start, end], paint.colour) }
        case .path(let points, let paint, let width, let isDashed):
            canvas.path(points, paint.colour, width: width, isDashed: isDashed)
        case .symbol(.disc, let centre, let radius, let paint):
            canvas.disc(x: centre.x, y: centre.y, radius: radius, paint.colour)
        case .symbol(let symbol, let centre, let radius, let paint):
            canvas.polygon(symbol.corners(centre, radius: radius), paint.colour)
        case .text(let text, let point, var font, let paint, let anchor, let isTurned):
            font.colour = paint.colour
            canvas.text(text, x: point.x, y: point.y, font, anchor: anchor, isTurned: isTurned)
        }
    }
}

/// A figure before it is put on paper: marks in order, the later over the earlier, in units of 1/96 inch.
///
/// SVG and PNG are made from this one value, so they show the same.
struct Drawing: Sendable, Hashable {
    /// The width.
    let width: Double
    /// The height.
    var height: Double
    /// What is drawn.
    var marks: [Mark] = []

    /// A point; y grows downward.
    struct Point: Sendable, Hashable {
        var x, y: Double

        /// A point by its coordinates.
        init(_ x: Double, _ y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// The outlines of symbols, so that series differ in more than colour.
    enum Symbol: Sendable, Hashable, CaseIterable {
        case disc, square, diamond, triangle

        /// The symbol of a series.
        static func series(_ index: Int) -> Symbol { allCases[index % allCases.count] }
    }

    /// One thing that is drawn.
    enum Mark: Sendable, Hashable {
        /// A filled rectangle; what is under it shows through with an opacity below 1.
        case box(Rectangle, Paint, opacity: Double)
        /// A rectangle of slanting lines: something is missing here.
        case hatch(Rectangle, Paint)
        /// A line through points.
        case path([Point], Paint, width: Double, isDashed: Bool)
        /// A filled symbol around a point.
        case symbol(Symbol, Point, radius: Double, Paint)
        /// A text on a baseline; turned texts read upward.
        case text(String, Point, Font, Paint, Font.Anchor, isTurned: Bool)
    }

    // MARK: Adding marks

    /// Adds a filled rectangle.
    mutating func box(_ rectangle: Rectangle, _ paint: Paint, opacity: Double = 1) {
        marks.append(.box(rectangle, paint, opacity: opacity))
    }

    /// Adds a line between two points.
    mutating func line(
        _ start: Point, _ end: Point, _ paint: Paint, width: Double = 0.75, isDashed: Bool = false
    ) {
        marks.append(.path([start, end], paint, width: width, isDashed: isDashed))
    }

    /// Adds a text.
    mutating func text(
        _ text: String, _ point: Point, _ font: Font, _ paint: Paint = .ink, _ anchor: Font.Anchor = .start,
        isTurned: Bool = false
    ) {
        marks.append(.text(text, point, font, paint, anchor, isTurned: isTurned))
    }
}

extension Drawing.Symbol {
    /// The corners of the outline around a point; none for a disc.
    func corners(_ centre: Drawing.Point, radius: Double) -> [Drawing.Point] {
        let steps: [(Double, Double)] =
            switch self {
            case .disc: []
            case .square: [(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)]
            case .diamond: [(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)]
            case .triangle: [(0, -1.2), (1.1, 0.8), (-1.1, 0.8)]
            }
        return steps.map { Drawing.Point(centre.x + $0.0 * radius, centre.y + $0.1 * radius) }
    }
}

import Images

/// The skin tone near an image's border: eight square patches (metrics.md, section 9; after Bevan & Atapour-Abarghouei 2022).
public struct BorderTone: Sendable, Hashable {
    /// Mean colour of each patch that is not near black (L* of 10 or more).
    public var patches: [CIELAB]

    /// Top-left corners (row, column) in 256ths of the side; patches are 20/256 wide.
    private static let corners = [
        (230, 115), (5, 115), (115, 5), (115, 230), (216, 216), (216, 20), (20, 20), (20, 216),
    ]

    /// Measures an image; places and widths are rounded to whole pixels, halves to even.
    init(_ planes: LabPlanes) {
        patches = Self.corners.compactMap { row, column in
            let rows = Self.span(row, side: planes.height)
            let columns = Self.span(column, side: planes.width)
            var mask = [UInt8](repeating: 0, count: planes.width * planes.height)
            for y in rows { for x in columns { mask[y * planes.width + x] = 1 } }
            guard let mean = planes.meanColour(where: mask), mean.lightness >= 10 else { return nil }
            return mean
        }
    }

    /// The median of the patches' typology angles in degrees; nil with fewer than three patches.
    public var typologyAngle: Double? { median(patches.map(\.typologyAngle)) }

    /// The medians of the patches' L*, a* and b*; nil with fewer than three patches.
    public var colour: CIELAB? {
        guard let lightness = median(patches.map(\.lightness)), let a = median(patches.map(\.a)),
            let b = median(patches.map(\.b))
        else { return nil }
        return CIELAB(lightness: lightness, a: a, b: b)
    }

    private func median(_ values: [Double]) -> Double? {
        guard values.count >= 3 else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    private static func span(_ place: Int, side: Int) -> Range<Int> {
        let unit = Double(side) / 256
        let start = Int((Double(place) * unit).rounded(.toNearestOrEven))
        let width = max(1, Int((20 * unit).rounded(.toNearestOrEven)))
        return min(start, side - 1)..<min(start + width, side)
    }
}

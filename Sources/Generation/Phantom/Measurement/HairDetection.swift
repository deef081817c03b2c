/// Dark thin lines found in an image.
struct HairDetection {
    /// 1 on hairs, 0 elsewhere; row-major.
    private(set) var mask: [UInt8]
    /// Estimated number of hairs.
    private(set) var count: Double

    /// The share of the image that one hair takes, fitted once on renders so that the mean estimate is their mean count.
    private static let areaOfOne = 0.00165

    /// Finds lines whose L* is at least 0.16 below that of both sides (0.24 on average along the line), longer than 0.12 of
    /// the side and thinner than 0.016; not in the outer 0.06, where rulers lie, nor in dark corners, nor where ink is.
    init(_ planes: LabPlanes) {
        let (width, height) = (planes.width, planes.height)
        let reach = max(1, Int((0.016 * Double(width)).rounded()))
        let lines = LineMorphology(planes.lightness, width: width, height: height, reach: reach)
        let raw = planes.lightness.indices.map { pixel -> UInt8 in
            let thin =
                Self.contrast(lines, planes, pixel) > 0.16 && lines.least[pixel] < 0.5 * lines.most[pixel]
            return thin && Self.isUsable(planes, pixel, beside: lines.most[pixel]) ? 1 : 0
        }
        mask = [UInt8](repeating: 0, count: raw.count)
        var area = 0
        for component in Component.all(in: raw, width: width, height: height)
        where component.diagonal > 0.12 * Double(width) {
            let contrasts = component.pixels.reduce(Float(0)) { $0 + Self.contrast(lines, planes, $1) }
            guard contrasts > 0.24 * Float(component.pixels.count) else { continue }
            for pixel in component.pixels { mask[pixel] = 1 }
            area += component.pixels.count
        }
        count = Double(area) / Double(raw.count) / Self.areaOfOne
    }

    /// The depth of a line against the lightness beside it.
    private static func contrast(_ lines: LineMorphology, _ planes: LabPlanes, _ pixel: Int) -> Float {
        lines.most[pixel] / (planes.lightness[pixel] + lines.most[pixel] + 4)
    }

    /// Whether a pixel lies inside the field of view, away from rulers, and is no violet ink.
    private static func isUsable(_ planes: LabPlanes, _ pixel: Int, beside depth: Float) -> Bool {
        let dx = (Float(pixel % planes.width) + 0.5) / Float(planes.width) - 0.5
        let dy = (Float(pixel / planes.width) + 0.5) / Float(planes.height) - 0.5
        guard abs(dx) < 0.44, abs(dy) < 0.44, dx * dx + dy * dy < 0.32 else { return false }
        return planes.a[pixel] - planes.b[pixel] < 6 && planes.lightness[pixel] + depth > 18
    }
}

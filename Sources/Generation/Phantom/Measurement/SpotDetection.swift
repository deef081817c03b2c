import Images

/// Small brown spots on the skin around a lesion: solar lentigines.
struct SpotDetection {
    /// Number of spots.
    private(set) var count: Int

    /// Finds spots browner than their surroundings in every direction (L* - b* - a*/2 lower by 9 on light skin, by 5 on dark), up
    /// to 0.1 of the side wide, at least 0.03 away from the lesion and not made of thin lines.
    ///
    /// - Parameter lesion: the lesion's mask.
    init(_ planes: LabPlanes, lesion: [UInt8]) {
        let (width, height) = (planes.width, planes.height)
        let paleness = planes.lightness.indices.map {
            planes.lightness[$0] - planes.b[$0] - 0.5 * planes.a[$0]
        }
        let reach = max(2, Int((0.047 * Double(width)).rounded()))
        let hollows = LineMorphology(paleness, width: width, height: height, reach: reach)
        let guarded = Self.widened(lesion, width: width, height: height, by: Int(0.03 * Double(width)))
        let raw = planes.lightness.indices.map { pixel -> UInt8 in
            let light = min(max((planes.lightness[pixel] - 25) / 35, 0), 1)
            let deep = hollows.least[pixel] > 5 + 4 * light && planes.lightness[pixel] > 12
            return deep && guarded[pixel] == 0 && Self.isInView(pixel, width, height) ? 1 : 0
        }
        let lines = Self.lines(planes)
        let unit = Double(width * height)
        count = Component.all(in: raw, width: width, height: height).count { spot in
            let area = Double(spot.pixels.count)
            let lined = spot.pixels.count { lines[$0] }
            let round = area > 0.17 * spot.diagonal * spot.diagonal
            return round && area > 0.0004 * unit && area < 0.006 * unit && lined * 3 < spot.pixels.count
        }
    }

    /// Whether a pixel lies on a dark thin line.
    private static func lines(_ planes: LabPlanes) -> [Bool] {
        let reach = max(1, Int((0.016 * Double(planes.width)).rounded()))
        let lines = LineMorphology(planes.lightness, width: planes.width, height: planes.height, reach: reach)
        return planes.lightness.indices.map { pixel in
            lines.most[pixel] > 0.12 * (planes.lightness[pixel] + lines.most[pixel] + 4)
                && lines.least[pixel] < 0.5 * lines.most[pixel]
        }
    }

    /// Whether a pixel lies inside a round field of view.
    private static func isInView(_ pixel: Int, _ width: Int, _ height: Int) -> Bool {
        let dx = (Float(pixel % width) + 0.5) / Float(width) - 0.5
        let dy = (Float(pixel / width) + 0.5) / Float(height) - 0.5
        return dx * dx + dy * dy < 0.30
    }

    /// A mask grown by a number of pixels, one step along rows and columns at a time.
    private static func widened(_ mask: [UInt8], width: Int, height: Int, by steps: Int) -> [UInt8] {
        var grown = mask
        for _ in 0..<steps {
            let before = grown
            for pixel in before.indices where before[pixel] != 0 {
                let (x, y) = (pixel % width, pixel / width)
                if x > 0 { grown[pixel - 1] = 1 }
                if x < width - 1 { grown[pixel + 1] = 1 }
                if y > 0 { grown[pixel - width] = 1 }
                if y < height - 1 { grown[pixel + width] = 1 }
            }
        }
        return grown
    }
}

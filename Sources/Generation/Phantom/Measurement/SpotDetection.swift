import Images

/// Small brown spots on the skin around a lesion: solar lentigines.
struct SpotDetection {
    /// Number of spots.
    private(set) var count: Int

    /// Finds spots browner than their surroundings in every direction (L* - b* - a*/2 lower by 9 on light skin, by 5 on dark), up
    /// to 0.1 of the side wide.
    ///
    /// - Parameters:
    ///   - lesion: the lesion's mask; spots that touch it are not counted.
    ///   - hairs: the hairs' mask; spots mostly under hair are not counted.
    init(_ planes: LabPlanes, lesion: [UInt8], hairs: [UInt8]) {
        let (width, height) = (planes.width, planes.height)
        let reach = max(2, Int((0.05 * Double(width)).rounded()))
        let paleness = planes.lightness.indices.map {
            planes.lightness[$0] - planes.b[$0] - 0.5 * planes.a[$0]
        }
        let hollows = LineMorphology(paleness, width: width, height: height, reach: reach)
        let raw = planes.lightness.indices.map { pixel -> UInt8 in
            let light = min(max((planes.lightness[pixel] - 25) / 35, 0), 1)
            return hollows.least[pixel] > 5 + 4 * light && planes.lightness[pixel] > 12 ? 1 : 0
        }
        let unit = Double(width * height)
        count = Component.all(in: raw, width: width, height: height).count { spot in
            let area = Double(spot.pixels.count) / unit
            let free = spot.pixels.allSatisfy { lesion[$0] == 0 }
            let hairy = spot.pixels.count { hairs[$0] != 0 }
            return free && area > 0.0002 && area < 0.006 && hairy * 3 < spot.pixels.count
                && spot.diagonal < 0.13 * Double(width)
        }
    }
}

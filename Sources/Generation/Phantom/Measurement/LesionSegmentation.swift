import Images

/// The lesion found in an image: the largest area near the middle whose colour differs from the border's skin.
struct LesionSegmentation {
    /// 1 on the lesion, 0 elsewhere; row-major.
    private(set) var mask: [UInt8]

    /// Share of Otsu's threshold that is used: dark parts pull the threshold above half of the colour step at the border. Fitted
    /// once on renders.
    private static let thresholdShare: Float = 0.9

    /// Segments an image given the colour of its skin.
    ///
    /// - Parameter ignored: pixels to fill with skin first, such as hairs; 0 keeps.
    init(_ planes: LabPlanes, skin: CIELAB, ignoring ignored: [UInt8]) {
        let (width, height) = (planes.width, planes.height)
        let distance = Self.smoothed(
            Self.distance(planes, skin: skin, ignoring: ignored), width: width, height: height,
            radius: max(1, width / 64))
        let threshold = Self.thresholdShare * Self.otsu(distance)
        let raw = distance.map { $0 > threshold ? UInt8(1) : 0 }
        mask = [UInt8](repeating: 0, count: raw.count)
        let best = Component.all(in: raw, width: width, height: height)
            .max { Self.weight($0, width, height) < Self.weight($1, width, height) }
        for pixel in best?.pixels ?? [] { mask[pixel] = 1 }
        fillHoles(width: width, height: height)
    }

    /// The share of the image that the lesion takes.
    var areaFraction: Double {
        Double(mask.reduce(0) { $0 + Int($1) }) / Double(mask.count)
    }

    /// Distance in CIELAB from the skin; 0 in dark corners and where ignored.
    private static func distance(_ planes: LabPlanes, skin: CIELAB, ignoring ignored: [UInt8]) -> [Float] {
        let (width, height) = (planes.width, planes.height)
        return planes.lightness.indices.map { pixel in
            let dx = (Float(pixel % width) + 0.5) / Float(width) - 0.5
            let dy = (Float(pixel / width) + 0.5) / Float(height) - 0.5
            guard dx * dx + dy * dy < 0.33, ignored[pixel] == 0 else { return 0 }
            let l = planes.lightness[pixel] - Float(skin.lightness)
            let (a, b) = (planes.a[pixel] - Float(skin.a), planes.b[pixel] - Float(skin.b))
            return (l * l + a * a + b * b).squareRoot()
        }
    }

    /// A running mean over a square, twice separable.
    private static func smoothed(_ plane: [Float], width: Int, height: Int, radius: Int) -> [Float] {
        var result = plane
        for (step, length, lines, jump) in [(1, width, height, width), (width, height, width, 1)] {
            let source = result
            for line in 0..<lines {
                for place in 0..<length {
                    let ends = max(0, place - radius)...min(length - 1, place + radius)
                    let sum = ends.reduce(Float(0)) { $0 + source[line * jump + $1 * step] }
                    result[line * jump + place * step] = sum / Float(ends.count)
                }
            }
        }
        return result
    }

    /// The threshold of largest variance between classes (Otsu 1979), on 256 bins.
    private static func otsu(_ values: [Float]) -> Float {
        let top = max(values.max() ?? 1, 1e-6)
        var bins = [Double](repeating: 0, count: 256)
        for value in values { bins[min(255, Int(value / top * 256))] += 1 }
        let total = Double(values.count)
        let mean = bins.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } / total
        var (weight, sum, best, place) = (0.0, 0.0, -1.0, 0)
        for (index, bin) in bins.enumerated() {
            weight += bin / total
            sum += Double(index) * bin / total
            guard weight > 0, weight < 1 else { continue }
            let between = (mean * weight - sum) * (mean * weight - sum) / (weight * (1 - weight))
            if between > best { (best, place) = (between, index) }
        }
        return (Float(place) + 0.5) / 256 * top
    }

    /// Size, counted less the farther a component's middle lies from the image's.
    private static func weight(_ component: Component, _ width: Int, _ height: Int) -> Double {
        let x = Double(component.columns.lowerBound + component.columns.upperBound) / Double(2 * width) - 0.5
        let y = Double(component.rows.lowerBound + component.rows.upperBound) / Double(2 * height) - 0.5
        return Double(component.pixels.count) * max(0.05, 1 - 2 * (x * x + y * y).squareRoot())
    }

    /// Adds what the lesion encloses: everything outside that does not touch the image's edge.
    private mutating func fillHoles(width: Int, height: Int) {
        let outside = mask.map { UInt8(1) - $0 }
        for hole in Component.all(in: outside, width: width, height: height) {
            let free =
                hole.columns.lowerBound == 0 || hole.rows.lowerBound == 0
                || hole.columns.upperBound == width - 1 || hole.rows.upperBound == height - 1
            if free { continue }
            for pixel in hole.pixels { mask[pixel] = 1 }
        }
    }
}

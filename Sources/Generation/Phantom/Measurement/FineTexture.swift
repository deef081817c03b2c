/// Fine detail of the skin's lightness, which grows with age.
struct FineTexture {
    /// Standard deviation of L* less its mean over a small square; 0 where no skin is left to measure.
    private(set) var deviation: Double

    /// Measures squares of 0.06 of the side, every half square, that hold neither lesion, hair nor dark corner; the result is the median
    /// of their standard deviations.
    init(_ planes: LabPlanes, avoiding lesion: [UInt8], _ hairs: [UInt8]) {
        let side = max(3, Int((0.06 * Double(planes.width)).rounded()))
        let hop = max(1, side / 2)
        var deviations: [Double] = []
        for y in stride(from: 0, through: planes.height - side, by: hop) {
            for x in stride(from: 0, through: planes.width - side, by: hop) {
                let pixels = (y..<(y + side)).flatMap { row in
                    (x..<(x + side)).map { row * planes.width + $0 }
                }
                let usable = pixels.allSatisfy {
                    lesion[$0] == 0 && hairs[$0] == 0 && planes.lightness[$0] > 12
                }
                if usable { deviations.append(Self.deviation(pixels.map { planes.lightness[$0] })) }
            }
        }
        deviation = deviations.isEmpty ? 0 : deviations.sorted()[deviations.count / 2]
    }

    private static func deviation(_ values: [Float]) -> Double {
        let mean = values.reduce(0) { $0 + Double($1) } / Double(values.count)
        return (values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(values.count))
            .squareRoot()
    }
}

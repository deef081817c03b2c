import Images

extension OpticalCanvas {
    /// The canvas's light as sRGB in 0...1, interleaved, after gains of red, green and blue.
    func encoded(cast: SIMD3<Double>) -> [Float] {
        let gains = SIMD3(Float(cast.x), Float(cast.y), Float(cast.z)) * Float(Self.steps)
        let top = Float(Self.steps)
        return [Float](unsafeUninitializedCapacity: 3 * red.count) { values, count in
            // Safety: levels are clamped to 0...steps, and the table has steps + 2 entries; 3 values a pixel.
            Self.encodedLevels.withUnsafeBufferPointer { table in
                for pixel in 0..<red.count {
                    values[3 * pixel] = Self.look(table, red[pixel] * gains.x, top)
                    values[3 * pixel + 1] = Self.look(table, green[pixel] * gains.y, top)
                    values[3 * pixel + 2] = Self.look(table, blue[pixel] * gains.z, top)
                }
            }
            count = 3 * red.count
        }
    }

    @inline(__always)
    private static func look(_ table: UnsafeBufferPointer<Float>, _ level: Float, _ top: Float) -> Float {
        let clamped = min(max(level, 0), top)
        let index = Int(clamped)
        return table[index] + (clamped - Float(index)) * (table[index + 1] - table[index])
    }

    private static let steps = 16384

    /// sRGB codes of evenly spaced linear levels; straight lines between them are within 1e-4.
    private static let encodedLevels: [Float] = (0...(steps + 1)).map {
        min(1, Float(CIELAB.encoded(linear: Double($0) / Double(steps))))
    }
}

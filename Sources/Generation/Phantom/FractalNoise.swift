/// A stationary random field with a power-law spectrum: a sum of octaves of value noise.
///
/// Octave j has `firstCells * 2^j` cells along the side and amplitude `decay^j`. A two-dimensional power spectrum
/// of slope -s needs `decay = 2^-((s - 2) / 2)`. The field depends on position as a fraction of the side only, so that
/// one key gives the same pattern at every image size, with fewer octaves where they cannot be resolved.
struct FractalNoise {
    /// Cells along the side in the coarsest octave.
    var firstCells: Float
    /// Octaves at full resolution.
    var octaves: Int
    /// Ratio of amplitudes of neighbouring octaves.
    var decay: Float
    /// Chooses the pattern.
    var key: UInt32

    /// The decay of skin: slope -2.6 (105 HAM10000 images: -2.56, sd 0.26; data/calibration).
    static let skinDecay: Float = 0.8123

    /// The field at unit standard deviation, `size * size` row-major values.
    func plane(size: Int) -> [Float] {
        var power: Float = 0
        for octave in 0..<octaves { power += Self.power(decay, 2 * octave) }
        // 0.429: standard deviation of smoothly interpolated uniform values in -1...1.
        let unit = 1 / (0.429 * power.squareRoot())
        var values = [Float](repeating: 0, count: size * size)
        var cells = firstCells
        for octave in 0..<octaves where cells * 2 <= Float(size) {
            add(
                cells: cells, amplitude: unit * Self.power(decay, octave), octave: octave, size: size,
                to: &values)
            cells *= 2
        }
        return values
    }

    private static func power(_ base: Float, _ exponent: Int) -> Float {
        (0..<exponent).reduce(1) { product, _ in product * base }
    }

    private func add(cells: Float, amplitude: Float, octave: Int, size: Int, to values: inout [Float]) {
        let salt = Self.hash(key &+ UInt32(octave) &* 0x9E37_79B9)
        let shift = SIMD2(Float(salt & 0xFF), Float(salt >> 8 & 0xFF)) / 256
        let count = Int(cells) + 3
        let lattice = Self.lattice(count: count, salt: salt)
        var columns = [(cell: Int, weight: Float)]()
        columns.reserveCapacity(size)
        for x in 0..<size {
            columns.append(Self.cell((Float(x) + 0.5) / Float(size) * cells + shift.x))
        }
        var line = [Float](repeating: 0, count: count)
        // Safety: cells run over 0...Int(cells)+1 < count; every index is below the count of its buffer.
        values.withUnsafeMutableBufferPointer { values in
            for y in 0..<size {
                let row = Self.cell((Float(y) + 0.5) / Float(size) * cells + shift.y)
                let (upper, lower) = (row.cell * count, (row.cell + 1) * count)
                for i in 0..<count {
                    line[i] =
                        amplitude
                        * (lattice[upper + i] + row.weight * (lattice[lower + i] - lattice[upper + i]))
                }
                line.withUnsafeBufferPointer { line in
                    columns.withUnsafeBufferPointer { columns in
                        for x in 0..<size {
                            let column = columns[x]
                            let left = line[column.cell]
                            values[y * size + x] += left + column.weight * (line[column.cell + 1] - left)
                        }
                    }
                }
            }
        }
    }

    private static func cell(_ position: Float) -> (cell: Int, weight: Float) {
        let whole = position.rounded(.down)
        let part = position - whole
        return (Int(whole), part * part * (3 - 2 * part))
    }

    private static func lattice(count: Int, salt: UInt32) -> [Float] {
        (0..<(count * count)).map { index in
            Float(Int32(bitPattern: hash(UInt32(index) &* 0x85EB_CA77 ^ salt))) * 0x1p-31
        }
    }

    /// A 32-bit finaliser (the last steps of MurmurHash3).
    private static func hash(_ value: UInt32) -> UInt32 {
        var bits = value
        bits = (bits ^ bits >> 16) &* 0x85EB_CA6B
        bits = (bits ^ bits >> 13) &* 0xC2B2_AE35
        return bits ^ bits >> 16
    }
}

import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The two tables that tell tokens where they are (lightningdit.md, section 2). The absolute one counts the column
/// first, the rotary one the row.
enum PositionTables {
    /// The fixed table added to tokens, `[grid * grid, width]`: sines and cosines of the column, then of the row.
    static func absolute(width: Int, grid: Int) -> Tensor {
        let quarter = width / 4
        let rates = (0..<quarter).map { 1 / pow(10000, Double($0) / (Double(width) / 4)) }
        let waves = (0..<grid).map { position in
            rates.map { Float(sin(Double(position) * $0)) } + rates.map { Float(cos(Double(position) * $0)) }
        }
        let values = (0..<grid * grid).flatMap { waves[$0 % grid] + waves[$0 / grid] }
        return Tensor(shape: [grid * grid, width], values: values)
    }

    /// The angles of rotary positions as cosines and sines, each `[grid * grid, headWidth]`, in float32: every
    /// frequency twice, the first half of a head by row, the second by column.
    static func rotary(headWidth: Int, grid: Int) -> (cosines: Tensor, sines: Tensor) {
        let half = headWidth / 2
        let rates = stride(from: 0, to: half, by: 2).map { 1 / pow(Float(10000), Float($0) / Float(half)) }
        let angles = (0..<grid).map { position in
            rates.flatMap { [Float(position) * $0, Float(position) * $0] }
        }
        let values = (0..<grid * grid).flatMap { angles[$0 / grid] + angles[$0 % grid] }
        let shape = [grid * grid, headWidth]
        return (
            Tensor(shape: shape, values: values.map { cos($0) }),
            Tensor(shape: shape, values: values.map { sin($0) })
        )
    }
}

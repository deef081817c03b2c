#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The lines of a pigment network on a pixel grid.
///
/// Three plane waves 60 degrees apart add up to bright holes on a hexagonal lattice with dark lines between them.
struct PigmentLattice {
    private let waves: [SIMD2<Float>]
    private let bend: [Float]
    private let size: Int
    private let warp: Float
    private let irregularity: Float

    /// Prepares a network for an image size.
    init(_ network: PigmentNetwork, size: Int) {
        self.size = size
        let spacing = network.period * Double(size) * 3.0.squareRoot() / 2
        waves = (0..<3).map { index in
            let angle = (network.direction + Double(index) / 6) * 2 * .pi
            return SIMD2(Float(cos(angle) / spacing), Float(sin(angle) / spacing))
        }
        bend = FractalNoise(firstCells: 6, octaves: 3, decay: 0.6, key: network.key).plane(size: size)
        irregularity = Float(network.irregularity)
        warp = 0.06 + 0.5 * Float(network.irregularity)
    }

    /// Darkness at a pixel, about -0.5...1, with mean near 0; `patchiness` weakens irregular networks in places.
    @inline(__always)
    func darkness(x: Int, y: Int, patchiness: Float) -> Float {
        let shift = warp * bend[y * size + x]
        var sum: Float = 0
        for wave in waves {
            sum += Approximation.cosine(turns: wave.x * Float(x) + wave.y * Float(y) + shift)
        }
        let local = 1 + irregularity * min(max(0.8 * patchiness, -1), 1)
        return -sum * 0.5 * local
    }
}

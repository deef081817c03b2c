import Dispatch
import Tensors

/// Weights and inputs from a formula, so that networks of full size need no weight files.
///
/// For a tensor called `name`: s = FNV-1a-64(name) XOR seed; z_i = the finaliser of splitmix64 at
/// s + (i + 1) * 0x9E3779B97F4A7C15; u_i = (z_i >> 40) / 2^24; v_i = b + a (2 u_i - 1) in float32 with two roundings.
package enum SyntheticWeights {
    /// The tensor that both sides agree on, in the layout of `shape`.
    package static func tensor(_ name: String, shape: [Int], kind: String, seed: Int, gain: Double = 1)
        -> Tensor
    {
        if kind.hasPrefix("mosaic") { return mosaic(name, shape: shape, kind: kind, seed: seed) }
        let count = shape.reduce(1, *)
        let (a, b) = amplitude(kind: kind, shape: shape, gain: gain)
        let start = fnv1a64(name) ^ UInt64(bitPattern: Int64(seed))
        // u + 0.5 and u itself, in one rounding or none; all others in two.
        let (isPlain, offset): (Bool, Float) = (
            kind == "running_var" || kind == "image", kind == "image" ? 0 : 0.5
        )
        let values = [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
            nonisolated(unsafe) let target = buffer
            let chunk = 1 << 20
            DispatchQueue.concurrentPerform(iterations: (count + chunk - 1) / chunk) { part in
                for index in part * chunk..<min(count, (part + 1) * chunk) {
                    let position = start &+ UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15
                    let uniform = Float(finalized(position) >> 40) * 0x1p-24
                    target.initializeElement(
                        at: index, to: isPlain ? uniform + offset : (2 * uniform - 1) * a + b)
                }
            }
            initialized = count
        }
        return Tensor(shape: shape, values: values)
    }

    /// FNV-1a of the UTF-8 bytes, 64 bits.
    package static func fnv1a64(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private static func finalized(_ x: UInt64) -> UInt64 {
        var z = x
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// (a, b) of v = b + a (2u - 1), computed in Double and rounded once.
    private static func amplitude(kind: String, shape: [Int], gain: Double) -> (Float, Float) {
        switch kind {
        case "matrix": (Float(gain * (3 / Double(shape.dropFirst().reduce(1, *))).squareRoot()), 0)
        case "norm_weight": (0.1, 1)
        case "bias": (0.05, 0)
        case "running_mean": (0.1, 0)
        case "embedding": (Float(0.02 * 3.0.squareRoot()), 0)
        case "small": (0.003, 0)
        case "noise": (Float(3.0.squareRoot()), 0)
        case "signed_image": (1, 0)
        case "running_var", "image": (0, 0)
        default: preconditionFailure("no kind of synthetic tensor is called `\(kind)`")
        }
    }

    /// An image `[B, C, H, W]` of 8 x 8 coarse tiles and fine noise, so that pooled features differ between images.
    private static func mosaic(_ name: String, shape: [Int], kind: String, seed: Int) -> Tensor {
        let (p, q, base): (Float, Float, String) =
            kind == "mosaic" ? (0.8, 0.6, "noise") : (0.7, 0.3, "image")
        let (planes, height, width) = (shape[0] * shape[1], shape[2], shape[3])
        let coarse = tensor(name + "/coarse", shape: [shape[0], shape[1], 8, 8], kind: base, seed: seed)
            .values
        let fine = tensor(name + "/fine", shape: shape, kind: base, seed: seed).values
        var values = fine
        for index in 0..<planes * height * width {
            let (plane, row, column) = (index / (height * width), index / width % height, index % width)
            let tile = (plane * 8 + 8 * row / height) * 8 + 8 * column / width
            let (first, second) = (p * coarse[tile], q * fine[index])
            values[index] = first + second
        }
        return Tensor(shape: shape, values: values)
    }
}

import Testing

@testable import Tensors

@Suite struct NormTests {
    @Test("norms of rows agree with loops", arguments: [1, 7, 16, 24, 100, 192])
    func rows(width: Int) {
        let x = Samples.tensor([5, width])
        let (scale, shift) = (Samples.tensor([width], seed: 2), Samples.tensor([width], seed: 3))
        let (s, b) = (scale.doubles, shift.doubles)
        let layer = NaiveLayers.norm(x, epsilon: 1e-5, centred: true)
        let root = NaiveLayers.norm(x, epsilon: 1e-5, centred: false)
        #expect(Samples.worstDifference(LayerNorm(epsilon: 1e-5)(x), layer) < 2e-6)
        let affine = layer.enumerated().map { $1 * s[$0 % width] + b[$0 % width] }
        #expect(
            Samples.worstDifference(LayerNorm(weight: scale, bias: shift, epsilon: 1e-5)(x), affine) < 4e-6)
        let modulated = layer.enumerated().map { $1 * (1 + s[$0 % width]) + b[$0 % width] }
        #expect(
            Samples.worstDifference(LayerNorm(epsilon: 1e-5)(x, scale: scale, shift: shift), modulated) < 4e-6
        )
        let weighted = root.enumerated().map { $1 * s[$0 % width] }
        #expect(Samples.worstDifference(RMSNorm(weight: scale, epsilon: 1e-5)(x), weighted) < 2e-6)
        let both = weighted.enumerated().map { $1 * (1 + s[$0 % width]) + b[$0 % width] }
        #expect(
            Samples.worstDifference(
                RMSNorm(weight: scale, epsilon: 1e-5)(x, scale: scale, shift: shift), both) < 4e-6)
    }

    @Test("a group norm agrees with loops", arguments: [[12, 32, 8], [35, 6, 3], [700, 128, 32]])
    func groups(extents: [Int]) throws {
        let x = Samples.tensor([extents[0], extents[1]])
        let (weight, bias) = (Samples.tensor([extents[1]], seed: 2), Samples.tensor([extents[1]], seed: 3))
        let layer = try GroupNorm(
            groups: extents[2], weight: weight, bias: bias, epsilon: 1e-6, on: .load(.openblas))
        let exact = NaiveLayers.groupNorm(x, groups: extents[2], weight, bias, epsilon: 1e-6)
        #expect(Samples.worstDifference(layer(x), exact) < 4e-6)
        let silu = exact.map { Reference.value(.silu, $0) }
        #expect(Samples.worstDifference(layer(x, activation: .silu), silu) < 4e-6)
    }

    @Test("a softmax agrees with loops and sums to 1", arguments: [1, 5, 16, 33, 256])
    func softmax(width: Int) {
        let x = Samples.tensor([3, width]).scaled(by: 20)
        let exact = (0..<3).flatMap { NaiveLayers.softmax(x.rows($0..<$0 + 1).doubles) }
        #expect(Samples.worstDifference(x.softmax(), exact) < 1e-6)
    }

    @Test("a rotation keeps the length of each pair and follows the formula")
    func rotation() {
        let (rows, heads, width) = (3, 2, 6)
        let x = Samples.tensor([rows, heads * width])
        let (c, s) = (Samples.tensor([rows, width], seed: 2), Samples.tensor([rows, width], seed: 3))
        let (a, cosines, sines) = (x.doubles, c.doubles, s.doubles)
        let exact = (0..<x.count).map { index in
            let angle = index / (heads * width) * width + index % width
            let other = index % 2 == 0 ? -a[index + 1] : a[index - 1]
            return a[index] * cosines[angle] + other * sines[angle]
        }
        #expect(Samples.worstDifference(Rotary(cosines: c, sines: s)(x), exact) < 1e-6)
    }

    @Test("a gated unit agrees with loops", arguments: [1, 16, 37])
    func swiGLU(half: Int) {
        let x = Samples.tensor([4, 2 * half]).scaled(by: 5)
        let a = x.doubles
        let exact = (0..<4 * half).map { index in
            let at = index / half * 2 * half + index % half
            return Reference.value(.silu, a[at]) * a[at + half]
        }
        #expect(Samples.worstDifference(x.swiGLU(), exact) < 4e-6)
    }
}

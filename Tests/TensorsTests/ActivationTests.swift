import Testing

@testable import Tensors

@Suite struct ActivationTests {
    @Test("each activation agrees with double precision from -20 to 20", arguments: Activation.allCases)
    func accuracy(activation: Activation) {
        let x = Tensor(shape: [4001], values: (0...4000).map { Float($0 - 2000) / 100 })
        let found = x.applying(activation)
        let expected = x.doubles.map { Reference.value(activation, $0) }
        let worst =
            zip(found.values, expected).map { abs(Double($0) - $1) / max(1, abs($1)) }.max() ?? .infinity
        #expect(worst < 2.5e-7)
    }

    @Test("each activation keeps its limits far from 0", arguments: Activation.allCases)
    func limits(activation: Activation) {
        let x = Tensor(shape: [6], values: [-1e30, -1000, -90, 90, 1000, 1e30])
        let found = x.applying(activation)
        for (value, expected) in zip(found.values, x.doubles.map { Reference.value(activation, $0) }) {
            #expect(abs(Double(value) - expected) <= 1e-6 * max(1, abs(expected)))
        }
    }

    @Test("what is not a number stays so", arguments: Activation.allCases)
    func notANumber(activation: Activation) {
        #expect(Tensor(repeating: .nan, shape: [3]).applying(activation).values.allSatisfy { $0.isNaN })
    }

    @Test("the end of a row is treated as its beginning", arguments: 1...40)
    func tails(count: Int) {
        let x = Samples.tensor([count])
        let whole = Samples.tensor([count]).values + [Float](repeating: 0, count: 64 - count)
        let expected = Tensor(shape: [64], values: whole).applying(.silu).bits.prefix(count)
        #expect(x.applying(.silu).bits == Array(expected))
    }

    @Test("denormal results are zero, and the caller's setting comes back")
    func denormals() {
        let tiny = Float.leastNormalMagnitude
        #expect(Tensor(shape: [1], values: [tiny]).scaled(by: 0.5).values == [0])
        var half = tiny
        half *= 0.5
        #expect(half > 0)
    }
}

import Testing

@testable import Tensors

@Suite struct ResamplingTests {
    @Test("doubling repeats each pixel four times")
    func doubling() {
        let x = Samples.tensor([2, 3, 5])
        let y = x.upsampledNearest2x()
        #expect(y.shape == [4, 6, 5])
        let (a, b) = (x.values, y.values)
        let sources = (0..<y.count).map { index in
            let (row, column, channel) = (index / 30, index / 5 % 6, index % 5)
            return a[(row / 2 * 3 + column / 2) * 5 + channel]
        }
        #expect(b == sources)
    }

    @Test("resizing to the same size changes nothing")
    func identity() {
        let x = Samples.tensor([5, 4, 3])
        #expect(x.resizedBilinear(height: 5, width: 4).bits == x.bits)
        #expect(x.resizedBicubic(height: 5, width: 4).bits == x.bits)
    }

    @Test("resizing keeps a constant", arguments: [[3, 9], [11, 2], [1, 1]])
    func constants(size: [Int]) {
        let x = Tensor(repeating: 0.7, shape: [5, 4, 3])
        for y in [
            x.resizedBilinear(height: size[0], width: size[1]),
            x.resizedBicubic(height: size[0], width: size[1]),
        ] {
            #expect(y.values.allSatisfy { abs($0 - 0.7) < 1e-6 })
        }
    }

    @Test("a rounded-up pooling has one window more, which does not start in the padding behind")
    func roundingUp() {
        let x = Samples.tensor([6, 6, 2])
        let cut = Pooling(.maximum, kernel: (3, 3), stride: (2, 2))
        let whole = Pooling(.maximum, kernel: (3, 3), stride: (2, 2), roundsUp: true)
        #expect(cut(x).shape == [2, 2, 2])
        #expect(whole(x).shape == [3, 3, 2])
        let padded = Pooling(.maximum, kernel: (2, 2), stride: (2, 2), padding: Padding(1), roundsUp: true)
        #expect(padded(Samples.tensor([3, 3, 1])).shape == [2, 2, 1])
    }

    @Test("a mean over the whole map is the mean of each channel")
    func globalAverage() {
        let x = Samples.tensor([7, 5, 19])
        let values = x.doubles
        let exact = (0..<19).map { channel in
            (0..<35).reduce(0) { $0 + values[$1 * 19 + channel] } / 35
        }
        #expect(Samples.worstDifference(x.globalAverage(), exact) < 1e-6)
    }
}

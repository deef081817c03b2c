import Testing

@testable import Tensors

@Suite struct RandomStreamTests {
    @Test("Philox gives the known answers of Random123")
    func knownAnswers() {
        let zeros = RandomStream.philox(counter: (0, 0, 0, 0), key: (0, 0))
        #expect(zeros == (0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
        let ones = UInt32.max
        let full = RandomStream.philox(counter: (ones, ones, ones, ones), key: (ones, ones))
        #expect(full == (0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    }

    @Test("streams of one seed differ, and each repeats itself")
    func repeats() {
        var first = RandomStream(seed: 7, stream: 1)
        var again = RandomStream(seed: 7, stream: 1)
        var other = RandomStream(seed: 7, stream: 2)
        let values = (0..<100).map { _ in first.nextUniform() }
        #expect(values == (0..<100).map { _ in again.nextUniform() })
        #expect(values != (0..<100).map { _ in other.nextUniform() })
    }

    @Test("normal numbers have mean 0 and variance 1")
    func normals() {
        var stream = RandomStream(seed: 1, stream: 0)
        let values = (0..<100_000).map { _ in stream.nextNormal() }
        let mean = values.reduce(0, +) / 100_000
        let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 100_000
        #expect(abs(mean) < 0.015 && abs(variance - 1) < 0.02)
    }
}

import Testing

@testable import Runtime

@Suite struct RowCodesTests {
    @Test(
        "numbers are kept whatever bytes they need",
        arguments: [
            [-1, 0, 5], [254, 255, -1], [0, 255, 65_534], [3, 65_535, 70_000], [1, 300, 100_000, -1, 0], [],
        ] as [[Int32]])
    func widths(codes: [Int32]) {
        let rows = RowCodes(codes)
        #expect((0..<rows.count).map { rows[$0] } == codes)
        #expect(rows.contains(-1) == codes.contains(-1))
        #expect(!rows.contains(77))
        #expect((0..<codes.count).map { rows.rows([$0])[0] } == codes)
        #expect(rows.taking([-1] + codes.indices.map(Int32.init))[0] == -1)
    }

    @Test("other numbers take their place")
    func renumbered() {
        let rows: RowCodes = [0, 2, -1, 1]
        #expect(rows.map(none: "-", ["a", "b", "c"]) == ["a", "c", "-", "b"])
        let others = rows.renumbered(none: 9, [400, -1, 70_000])
        #expect((0..<4).map { others[$0] } == [400, 70_000, 9, -1])
    }
}

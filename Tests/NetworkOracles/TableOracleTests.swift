import Tensors
import Testing

@testable import Generation

@Suite("Tables that networks compute, against PyTorch")
struct TableOracleTests {
    private func differences(_ found: [Float], _ name: String) throws -> Double {
        let expected = try OracleValues(path: "cases/tables.safetensors").values(name)
        try #require(found.count == expected.count)
        return zip(found, expected).map { abs(Double($0) - $1) }.max() ?? .infinity
    }

    /// Every `step`-th row of a table.
    private func rows(_ table: Tensor, every step: Int) -> [Float] {
        stride(from: 0, to: table.rowCount, by: step).flatMap { table.rows($0..<$0 + 1).values }
    }

    @Test("the sampler's grid", arguments: [(250, 0.3), (50, 0.0), (9, 0.3), (6, 1.7)])
    func grid(steps: Int, shift: Double) throws {
        #expect(
            try differences(FlowSettings(steps: steps, shift: shift).times, "flow.\(steps).\(shift)") <= 1e-6)
    }

    @Test("absolute positions", arguments: [(16, 1152), (8, 96)])
    func absolute(grid: Int, width: Int) throws {
        let table = PositionTables.absolute(width: width, grid: grid)
        #expect(try differences(rows(table, every: 37), "sincos.\(grid).\(width)") <= 1e-6)
    }

    @Test("rotary positions", arguments: [(16, 72), (8, 24)])
    func rotary(grid: Int, headWidth: Int) throws {
        let table = PositionTables.rotary(headWidth: headWidth, grid: grid)
        #expect(try differences(rows(table.cosines, every: 5), "rotary_cos.\(grid)") <= 2e-6)
        #expect(try differences(rows(table.sines, every: 5), "rotary_sin.\(grid)") <= 2e-6)
    }

    @Test("waves of times; one unit in the last place of a frequency moves time 999 by 6e-5")
    func waves() throws {
        let times = try OracleValues(path: "cases/tables.safetensors").values("timesteps").map(Float.init)
        let expected = try OracleValues(path: "cases/tables.safetensors").values("timestep_embedding")
        let found = TimestepEmbedder.waves(times).values
        try #require(found.count == expected.count)
        for (row, time) in times.enumerated() {
            let range = row * 256..<(row + 1) * 256
            let worst = range.map { abs(Double(found[$0]) - expected[$0]) }.max() ?? .infinity
            #expect(worst <= (time <= 1 ? 1e-6 : 1.3e-4), "time \(time)")
        }
    }
}

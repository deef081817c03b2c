import OracleSupport
import Testing

extension OracleCase {
    /// Compares all values of an output, flattened in the layout of its shape, with the stored ones.
    func expect(_ key: String, shape: [Int], values: [Float]) throws {
        let output = try #require(outputs[key], "case \(name) has no output \(key)")
        let expected = try OracleValues(path: "cases/\(name).safetensors").values(key)
        #expect(shape == output.shape, "\(name) \(key): shape")
        let taken = stride(from: 0, to: values.count, by: output.stride).map { Double(values[$0]) }
        try #require(taken.count == expected.count, "\(name) \(key): number of values")
        let differences = zip(taken, expected).map { abs($0 - $1) }
        let worst = differences.max() ?? 0
        #expect(!taken.contains { $0.isNaN }, "\(name) \(key): not a number")
        #expect(worst <= output.tolerance, "\(name) \(key): worst difference \(worst)")
        let share = Double(differences.count { $0 > 0 }) / Double(max(1, differences.count))
        #expect(share <= output.differingAtMost ?? 1, "\(name) \(key): share of differing values")
    }
}

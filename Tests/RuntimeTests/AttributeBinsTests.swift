import Semantics
import Statistics
import Testing

@testable import Runtime

@Suite struct AttributeBinsTests {
    private func ages(_ numbers: [Double?], width: Double? = 10) -> OutcomeAttribute {
        OutcomeAttribute(
            name: "age", levels: [], naturalWidth: width, values: numbers.map { $0.map { .number($0) } })
    }

    @Test("ages of a data set fall into decades, empty ones between them included")
    func decades() throws {
        let bins = try AttributeBins(ages([5, 39.5, nil, 40]), binning: nil)
        #expect(bins.names == ["0-9", "10-19", "20-29", "30-39", "40-49"])
        #expect(bins.name(of: .number(39.5)) == "30-39")
        #expect(bins.name(of: .number(0)) == "0-9")
    }

    @Test("written edges make their bins, the last one closed; what is outside has no group")
    func edges() throws {
        let bins = try AttributeBins(
            ages([5, 60, 120]), binning: .edges([0, 40, 60, 120]))
        #expect(bins.names == ["0-39", "40-59", "60-120"])
        #expect(bins.name(of: .number(120)) == "60-120")
        #expect(bins.name(of: .number(121)) == nil)
        #expect(bins.name(of: .unknown) == nil)
    }

    @Test("fractional widths are written as ranges")
    func fractions() throws {
        let bins = try AttributeBins(ages([0.2, 0.6]), binning: .width(0.5))
        #expect(bins.names == ["0..<0.5", "0.5..<1"])
    }

    @Test("declared values keep their order")
    func declared() throws {
        let attribute = OutcomeAttribute(
            name: "fst", levels: [.fitzpatrick(6), .fitzpatrick(1), .unknown], naturalWidth: nil, values: [])
        let all = try AttributeBins(attribute, binning: nil)
        #expect(all.names == ["VI", "I", "unknown"])
        #expect(all.name(of: .unknown) == "unknown")
    }

    @Test(
        "a width that would make more groups than a table may have is refused",
        arguments: [0.01, 1e-9, 1e-300])
    func tooNarrow(width: Double) {
        #expect {
            try AttributeBins(ages([0, 90]), binning: .width(width))
        } throws: { error in
            if case .tooManyGroups(_, let groups, let limit)? = error as? StatisticsError {
                groups > limit
            } else {
                false
            }
        }
    }
}

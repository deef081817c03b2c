import Diagnostics
import Foundation
import Testing

@testable import Semantics

@Suite("Plans")
struct PlanTests {
    /// A second an image, a hundredth of a second an inference.
    private static let costs = CostDescription(
        flopsPerSecond: 1e9, isMeasured: false,
        generator: { _ in
            GeneratorCost(passesPerImage: 50, flopsPerImage: 1e9, peakBytes: 1_000, bytesPerImage: 10)
        },
        classifier: { _ in ClassifierCost(flops: 1e7) }, cachedImages: { _ in 20 })

    private func plan(_ text: String) throws -> Plan {
        let result = Checker.check(source: Source(name: "t", text: text), schema: NoFiles())
        return Plan(try #require(result.program), name: "t", cost: Self.costs)
    }

    @Test("images, inferences, time and space are added up, kept images left out of the time")
    func sums() throws {
        let plan = try plan("cohort sex in [m, f] n 50; audit MelaNet, DeepGuide; report dp by sex")
        #expect(plan.images == 100)
        #expect(plan.judgings.map(\.inferences) == [200])
        #expect(abs(plan.seconds - 82) < 1e-9)
        #expect(plan.diskBytes == 1_000)
        #expect(plan.text.contains("cached 20 %"))
    }

    @Test("for programs the plan holds what its text says, the gaps that groups can show among it")
    func json() throws {
        let text = "cohort c = sex in [m, f] n 50; audit MelaNet; report dp by sex"
        let result = Checker.check(source: Source(name: "t", text: text), schema: NoFiles())
        var costs = Self.costs
        costs.smallestGap = { groups, size in Double(groups) / Double(size) }
        let plan = Plan(try #require(result.program), name: "t", cost: costs)
        #expect(plan.text.contains("2 groups of 50 images of c show gaps from about 0.04"))
        let file = try JSONSerialization.jsonObject(with: Data(plan.json.utf8)) as? [String: Any]
        let gaps = try #require(file?["gaps"] as? [[String: Any]])
        #expect(gaps.count == 1)
        #expect(gaps[0]["grouping"] as? String == "sex" && gaps[0]["cohort"] as? String == "c")
        #expect(gaps[0]["groups"] as? Int == 2 && gaps[0]["images_per_group"] as? Int == 50)
        #expect(gaps[0]["smallest_gap"] as? Double == 0.04)
    }

    @Test("what nothing needs is not planned")
    func demand() throws {
        #expect(try plan("cohort sex in [m, f] n 50; audit MelaNet").images == 0)
        #expect(try plan("cohort sex in [m, f] n 50\nsample it.cohort").images == 100)
    }

    @Test("a figure needs one image a cell")
    func figure() throws {
        let text = "cohort c = sex in [m, f] fst I..II n 50\nplot grid of c rows sex columns fst to \"g.png\""
        #expect(try plan(text).images == 4)
    }

    @Test("over budget the ways to fit do fit")
    func budget() throws {
        let text = "cohort c = sex in [m, f] n 50; audit MelaNet; report dp by sex"
        let finding = try #require(try plan("set budget 40s\n" + text).overBudget())
        #expect(finding.code == "E0601")
        #expect(finding.message == "this plan needs about 81 s and the budget is 40 s")
        #expect(finding.helps.first?.hasPrefix("fits with `n 24`") == true)
        #expect(try plan("set budget 40s\n" + text.replacing("n 50", with: "n 24")).overBudget() == nil)
        #expect(try plan(text).overBudget() == nil)
        #expect(try plan(text).overBudget(2) != nil)
    }

    @Test(
        "times and amounts are written for people",
        arguments: [
            (0.04, "0 s"), (9.96, "10 s"), (61, "61 s"), (600, "10 min"), (150, "2 min 30 s"), (3_600, "1 h"),
            (5_400, "1 h 30 min"), (172_800, "2 d"), (8_985_600, "104 d"), (.infinity, "for ever"),
        ])
    func durations(_ seconds: Double, _ text: String) {
        #expect(Quantity.duration(seconds) == text)
    }

    @Test(
        "large numbers get units",
        arguments: [(1.33e18, "1.33 EFLOP"), (999.6e9, "1 TFLOP"), (148e9, "148 GFLOP"), (5, "5 FLOP")])
    func operations(_ count: Double, _ text: String) {
        #expect(Quantity.operations(count) == text)
    }
}

import Foundation
import Testing

@testable import Semantics

@Suite("The guide to the metrics")
struct MetricGuideTests {
    private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/metrics.md")

    @Test(
        "every metric says what it asks, when it misleads, its formula and its source",
        arguments: Catalogue.standard.metrics)
    func explained(_ metric: MetricDefinition) throws {
        let fields = ["asks: ", "misleads: ", "formula: ", "source: "]
        let missing = fields.filter { !metric.explanation.contains("\n" + $0) }
        #expect(missing == [], "\(metric.name)")
    }

    @Test("docs/metrics.md is what the program prints")
    func page() throws {
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            return try Catalogue.standard.metricGuide.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: Self.page, encoding: .utf8)
        #expect(written == Catalogue.standard.metricGuide)
    }

    @Test("nobody explains a metric that does not exist")
    func known() {
        let names = Set(Catalogue.standard.metrics.map(\.name))
        let explained = Set(MetricExplanation.quantities.keys).union(MetricExplanation.gaps.keys)
        #expect(explained.subtracting(names) == [])
    }
}

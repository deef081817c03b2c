import Foundation
import Reporting
import Statistics
import Testing

@testable import Runtime

@Suite("The look at a classifier's scores before they are audited")
struct PreflightTests {
    /// Twenty images, every other one positive, whose two probabilities add up to one.
    private static func judgements(
        input: (least: Float, most: Float) = (-2, 2.5), _ probabilities: (Int) -> [Float]
    ) -> [Judgement] {
        (0..<20).map { Judgement(probabilities: probabilities($0), positive: 1, input: input) }
    }

    private static let labels: [Bool?] = (0..<20).map { !$0.isMultiple(of: 2) }

    /// A sound classifier: positives score higher.
    private static func sound(_ index: Int) -> [Float] {
        let score = (index.isMultiple(of: 2) ? 0.2 : 0.7) + Float(index) / 100
        return [1 - score, score]
    }

    private static func codes(
        _ judgements: [Judgement], addsUpToOne: Bool = true, scalesItself: Bool? = false
    ) -> [String] {
        Preflight(
            classifier: "mine", judgements: judgements, labels: labels,
            expectations: .init(addsUpToOne: addsUpToOne, scalesItself: scalesItself)
        ).findings.map(\.code.rawValue)
    }

    @Test("nothing is said of a sound classifier")
    func soundOne() {
        #expect(Self.codes(Self.judgements(Self.sound)).isEmpty)
        #expect(Self.codes(Self.judgements(input: (0, 255), Self.sound), scalesItself: true).isEmpty)
        #expect(Self.codes(Self.judgements(input: (0, 255), Self.sound), scalesItself: nil).isEmpty)
    }

    @Test("one probability for every image (W1301); a few images, or a small difference, are no sign")
    func constant() {
        #expect(Self.codes(Self.judgements { _ in [0.7, 0.3] }) == ["W1301"])
        #expect(Self.codes(Self.judgements { [0.7 - Float($0) / 1000, 0.3 + Float($0) / 1000] }).isEmpty)
        #expect(Self.codes(Array(Self.judgements { _ in [0.7, 0.3] }.prefix(7))).isEmpty)
    }

    @Test("numbers beyond 0 and 1 (W1302); rounding is no sign")
    func range() {
        let scores = Self.judgements { [Float($0) - 3, 2 + Float($0) * 2] }
        #expect(Self.codes(scores).contains("W1302"))
        #expect(!Self.codes(scores).contains("W1304"))
        #expect(
            Self.codes(Self.judgements { [-1e-7, 1 + 1e-7 + Float($0) * 1e-5] }, addsUpToOne: false).isEmpty)
    }

    @Test("levels into a network that does not scale them, and fractions into one that does (W1303)")
    func input() {
        #expect(Self.codes(Self.judgements(input: (0, 255), Self.sound)) == ["W1303"])
        #expect(Self.codes(Self.judgements(input: (0, 1), Self.sound), scalesItself: true) == ["W1303"])
    }

    @Test("probabilities that add up to something else (W1304), unless each class stands alone")
    func sum() {
        let alone = Self.judgements { [0.9, Self.sound($0)[1]] }
        #expect(Self.codes(alone) == ["W1304"])
        #expect(Self.codes(alone, addsUpToOne: false).isEmpty)
    }

    @Test("positives below negatives (W1305); near a half is no sign, nor are few images of a class")
    func upsideDown() {
        #expect(Self.codes(Self.judgements { Self.sound($0).reversed() }) == ["W1305"])
        #expect(Self.codes(Self.judgements { [0.5 - Float($0) / 100, 0.5 + Float($0) / 100] }).isEmpty)
        #expect(Self.codes(Array(Self.judgements { Self.sound($0).reversed() }.dropLast())).isEmpty)
    }

    /// Scores that each finding is about.
    private static let findings: [String: [Judgement]] = [
        "W1301": judgements { _ in [0.7, 0.3] }, "W1302": judgements { [Float($0) - 3, 2 + Float($0) * 2] },
        "W1303": judgements(input: (0, 255), sound), "W1304": judgements { [0.9, sound($0)[1]] },
        "W1305": judgements { sound($0).reversed() },
    ]

    @Test("a finding stands in the JSON report, with its code", arguments: findings.keys.sorted())
    func exported(code: String) throws {
        let judgements = try #require(Self.findings[code])
        let remarks = Preflight(
            classifier: "mine", judgements: judgements, labels: Self.labels,
            expectations: .init(addsUpToOne: true, scalesItself: false)
        ).findings
        let subject = ReportSubject(
            classifier: "mine", cohort: "d",
            records: try RecordTable(
                labels: Self.labels, decisions: judgements.map { $0.score >= 0.5 }, attributes: []),
            modelHash: nil, cohortHash: "0", remarks: remarks)
        let provenance = ReportProvenance(
            tool: "dermaudit", edition: 2026, scriptHash: "0", seed: nil, engine: "", generators: [],
            classifiers: [])
        let report = try ReportBuilder(provenance: provenance).report(
            [.quantity(.accuracy)], by: [.overall], of: [subject])
        let text = try ReportRenderer(width: 80, isColoured: false).text(report, as: .json)
        let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let notes = try #require(json?["notes"] as? [[String: Any]])
        let note = try #require(notes.first { $0["code"] as? String == code })
        #expect(note["text"] as? String == remarks.first { $0.code.rawValue == code }?.text)
    }

    @Test("without a threshold the most probable class decides, and a tie is negative")
    func argmax() {
        func lead(_ probabilities: [Float]) -> Bool {
            Judgement(probabilities: probabilities, positive: 2).isPositive(from: nil)
        }
        #expect(lead([0.3, 0.25, 0.45]))
        #expect(!lead([0.5, 0.05, 0.45]))
        #expect(!lead([0.4, 0.2, 0.4]))
        #expect(Judgement(probabilities: [0.5, 0.05, 0.45], positive: 2).isPositive(from: 0.4))
        #expect(Judgement(probabilities: [0.4, 0.6], positive: 1).isPositive(from: nil))
        #expect(!Judgement(probabilities: [0.5, 0.5], positive: 1).isPositive(from: nil))
    }

    @Test("a single class counts above one half, as DermDiT rounds: one half is benign")
    func single() {
        for (score, isPositive) in [
            (Float(0.5), false), (Float(0.5).nextUp, true), (Float(0.5).nextDown, false),
        ] {
            #expect(Judgement(probabilities: [score], positive: 0).isPositive(from: nil) == isPositive)
            #expect(Judgement(score: Double(score)).isPositive(from: nil) == isPositive)
        }
        #expect(Judgement(probabilities: [0.5], positive: 0).isPositive(from: 0.5))
    }

    @Test("the threshold itself is positive")
    func threshold() {
        #expect(Judgement(probabilities: [0.75, 0.25], positive: 1).isPositive(from: 0.25))
        #expect(!Judgement(probabilities: [0.76, 0.24], positive: 1).isPositive(from: 0.25))
    }

    @Test("a judgement comes back from its text as it was")
    func text() {
        let judgement = Judgement(probabilities: [0.1, 0.7, 0.2], positive: 1, input: (-2.25, 2.5))
        #expect(Judgement(text: judgement.text) == judgement)
        #expect(Judgement(text: Judgement(score: 0.25).text) == Judgement(score: 0.25))
        #expect(Judgement(text: "0.5") == nil)
    }
}

import Foundation
import Images
import Semantics
import TestSupport
import Testing

@testable import Runtime

@Suite("Published classifiers with their authors' treatment of images")
struct PublishedClassifierTests {
    private static let models = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Published/Models")

    /// The image of make_models.py.
    private static func levels(_ side: Int) -> RGBImage {
        RGBImage(width: side, height: side, pixels: (0..<side * side * 3).map { UInt8($0 * 37 % 256) })
    }

    private static func expected(_ key: String) throws -> [Double] {
        let data = try Data(contentsOf: models.appending(path: "expected.json"))
        return try #require(try JSONDecoder().decode([String: [Double]].self, from: data)[key])
    }

    private static func judge(_ statement: String, in folder: String = models.path) throws -> any ImageJudge {
        try EmbeddedModels().judge(
            of: NetworkStatementTests.classifier(statement, in: folder), settings: Settings(), folder: folder)
    }

    @Test(
        "MelaNet's two treatments, melanoma second, the more probable class decides",
        arguments: ["paper", "demo"])
    func melaNet(profile: String) throws {
        let statement = "classifier m = MelaNet(\"melanet.h5\")"
        let judge = try Self.judge(profile == "paper" ? statement : "\(statement) with profile demo")
        let judgement = try judge.judgement(of: Self.levels(256))
        let wanted = try Self.expected(profile)
        #expect(abs(judgement.score - wanted[1]) < 1e-5)
        #expect(judge.threshold == nil)
        #expect(judgement.isPositive(from: judge.threshold) == (wanted[1] > wanted[0]))
    }

    @Test("DeepGuide: the dermoscopic image alone, its diagnosis, melanoma third of five")
    func deepGuide() throws {
        let judge = try Self.judge("classifier g = DeepGuide(\"deepguide.h5\")")
        let judgement = try judge.judgement(of: Self.levels(512))
        let wanted = try Self.expected("DIAG_derm")
        #expect(abs(judgement.score - wanted[2]) < 1e-5)
        #expect(abs(judgement.sum - 1) < 1e-5)
        let best = try #require(wanted.indices.max { wanted[$0] < wanted[$1] })
        #expect(judgement.isPositive(from: judge.threshold) == (best == 2))
    }

    @Test("levels that nobody scales are found by the look at what goes in")
    func unscaled() throws {
        let classifier = "classifier m = MelaNet(\"melanet.h5\") with scale 1"
        let judge = try Self.judge(classifier)
        let judgements = try (0..<8).map { index in
            let pixels = [UInt8](repeating: UInt8(30 * index + 10), count: 256 * 256 * 3)
            return try judge.judgement(of: RGBImage(width: 256, height: 256, pixels: pixels))
        }
        let findings = Preflight(
            classifier: "m", judgements: judgements, labels: [], expectations: judge.expectations
        ).findings
        #expect(findings.map(\.code.rawValue).contains("W1303"))
        let sound = try Self.judge("classifier m = MelaNet(\"melanet.h5\")")
        #expect(sound.expectations.scalesItself == false)
        #expect(sound.expectations.addsUpToOne)
    }

    @Test("without a file, MelaNet is the embedded phantom")
    func phantom() throws {
        let described = try NetworkStatementTests.classifier("classifier m = MelaNet", in: "")
        #expect(described.embedded == "MelaNet")
        #expect(try EmbeddedModels().judge(of: described, settings: Settings(), folder: "").facts.isPhantom)
    }
}

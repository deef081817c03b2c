import Foundation
import TestSupport
import Testing

@testable import Runtime

/// From a file of weights over a script to a report: networks of published shape, few channels, made on the spot.
@Suite("Files of published networks, to a report")
struct PublishedFileTests {
    /// Two melanomas and two others, one of each in both groups.
    private static func bench() throws -> Workbench {
        let bench = try Workbench()
        let rows = [("a", "mel", "male"), ("b", "nv", "male"), ("c", "mel", "female"), ("d", "nv", "female")]
        for (index, row) in rows.enumerated() {
            try PhotographFolder.write("photos/\(row.0).png", level: UInt8(40 + 50 * index), to: bench.folder)
        }
        let lines = rows.map { "\($0.0),\($0.1),\($0.2)" }
        try bench.folder.write((["image_id,dx,sex"] + lines).joined(separator: "\n"), to: "l.csv")
        return bench
    }

    /// The report's number of all rows.
    private static func number(_ metric: String, in bench: Workbench) throws -> Double? {
        let json = try JSONSerialization.jsonObject(with: Data(try bench.folder.read("r.json").utf8))
        let numbers = (json as? [String: Any])?["numbers"] as? [[String: Any]]
        let all = numbers?.first { $0["metric"] as? String == metric && $0["group"] as? String == nil }
        return all?["value"] as? Double
    }

    private static func run(_ classifier: String, in bench: Workbench) async throws -> RunOutcome {
        try await bench.run(
            """
            classifier x = \(classifier)
            dataset d = folder("photos") with labels "l.csv" dx, positive [mel]
            audit a = x on d
            report accuracy, tpr, tnr by sex of a
            export it.report to "r.json"
            """, models: EmbeddedModels())
    }

    @Test(
        "DermDiT's pair of files: a probability of exactly one half is benign, the next one above is malignant",
        arguments: [(Float(0), 0.0, 1.0), (1e-6, 1, 0), (-1e-6, 0, 1)])
    func dermDiT(bias: Float, tpr: Double, tnr: Double) async throws {
        let bench = try Self.bench()
        try NarrowNetwork.dermDiTEncoder().write(to: bench.folder.path + "/encoder.pth")
        var head = NarrowNetwork()
        head.add("layer.weight", [1, 8], all: 0)
        head.add("layer.bias", [1], all: bias)
        try head.write(to: bench.folder.path + "/head.pth")
        let outcome = try await Self.run("DermDiTResNeXt(\"encoder.pth\", \"head.pth\")", in: bench)
        #expect(outcome.exitCode == .success, "\(String(describing: outcome.failure))")
        #expect(try Self.number("tpr", in: bench) == tpr)
        #expect(try Self.number("tnr", in: bench) == tnr)
    }

    @Test(
        "Patch-Lesion's file: the first class is melanoma, and the most probable class decides",
        arguments: [9, 5], [true, false])
    func patchLesion(crops: Int, isMelanoma: Bool) async throws {
        let bench = try Self.bench()
        let scores: [Float] = isMelanoma ? [2, 1, 0, 0, 0, 0, 1] : [1, 2, 0, 0, 0, 0, 1]
        try NarrowNetwork.patchLesion(crops: crops, scores: scores).write(to: bench.folder.path + "/patch.pt")
        let outcome = try await Self.run("PatchLesion(\"patch.pt\")", in: bench)
        #expect(outcome.exitCode == .success, "\(String(describing: outcome.failure))")
        #expect(try Self.number("tpr", in: bench) == (isMelanoma ? 1 : 0))
        #expect(try Self.number("tnr", in: bench) == (isMelanoma ? 0 : 1))
    }

    @Test("an encoder without its head, and an attention over another number of crops, are told")
    func wrong() async throws {
        let bench = try Self.bench()
        try NarrowNetwork.dermDiTEncoder().write(to: bench.folder.path + "/encoder.pth")
        let lacking = try await Self.run("DermDiTResNeXt(\"encoder.pth\", \"encoder.pth\")", in: bench)
        #expect(lacking.failure?.code == "E0805")
        #expect(lacking.failure?.notes.first?.contains("`layer.weight` [any, 2048]") == true)
        try NarrowNetwork.patchLesion(crops: 7, scores: [1, 0, 0, 0, 0, 0, 0])
            .write(to: bench.folder.path + "/patch.pt")
        let odd = try await Self.run("PatchLesion(\"patch.pt\")", in: bench)
        #expect(odd.failure?.code == "E0805")
    }
}

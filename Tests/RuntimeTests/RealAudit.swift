import Foundation
import Testing

@testable import Runtime

/// Figures that pandas, scikit-learn and fairlearn gave for real predictions, and reports of the same rows.
enum RealAudit {
    /// The files of predictions.
    static let files = [
        "predictions_01DataShift00Compare41.csv", "predictions_01DataShift02Compare41.csv",
        "predictions_03DataShift01RP.csv", "predictions_03DataShift02RP.csv",
        "predictions_03DataShift03RP.csv",
    ]
    /// The diagnoses of the data set, as the expected confusion tables name them.
    static let diagnoses = ["akiec", "bcc", "bkl", "df", "mel", "nv", "vasc"]
    /// The bands of the individual typology angle from dark to light, and the angle above which each begins.
    static let toneBands = [
        ("dark", -Double.infinity), ("tanned1", 10), ("tanned2", 19), ("intermediate1", 28),
        ("intermediate2", 34.5), ("light1", 41), ("light2", 48), ("very_light", 55),
    ]

    static var folder: String { RealData.folder + "/audit/isic18_mobilenet" }

    /// The report of one file of predictions as `export` writes it, joined to the metadata, tones and types.
    static func report(_ file: String, _ options: String, _ report: String) async throws -> [String: Any] {
        let bench = try Workbench()
        try bench.folder.write(try labels(), to: "labels.csv")
        let outcome = try await bench.run(
            """
            dataset d = predictions("\(folder)/\(file)") with labels "labels.csv" dx, id image image_id, \(options)
            report \(report)
            export it.report to "r.json"
            """)
        #expect(outcome.exitCode == .success, "\(outcome.failure?.message ?? "")")
        return try object(Data(try bench.folder.read("r.json").utf8))
    }

    /// What the reference says of a reading of one file.
    static func expected(_ file: String) throws -> [String: Any] {
        let all = try object(Data(contentsOf: URL(fileURLWithPath: folder + "/expected.json")))
        return try member(all, "files", file)
    }

    /// The metadata with three columns more: `fst`, I to VI, from the table of patches; `tone` and `class`, the band of
    /// the typology angle and the diagnosis as tens, for they stand in for ages.
    private static func labels() throws -> String {
        let types = try table("skin_tone_random_patch.csv")
        let tones = try table("skin_tone_ita.csv")
        let metadata = try String(
            contentsOfFile: RealData.folder + "/metadata/HAM10000_metadata.csv", encoding: .utf8)
        let lines = metadata.split(whereSeparator: \.isNewline)
        let names = ["I", "II", "III", "IV", "V", "VI"]
        let rows = lines.dropFirst().map { line -> String in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            let type = types[cells[1]].map { names[Int($0) - 1] } ?? ""
            let tone = tones[cells[1]].flatMap { angle in toneBands.lastIndex { angle > $0.1 } }
            let diagnosis = diagnoses.firstIndex(of: String(cells[2]))
            return "\(line),\(type),\(ten(tone)),\(ten(diagnosis))"
        }
        return (["\(lines[0]),fst,tone,class"] + rows).joined(separator: "\n") + "\n"
    }

    private static func ten(_ index: Int?) -> String { index.map { "\(10 * $0)" } ?? "" }

    /// The last column of a table by the image's name.
    private static func table(_ name: String) throws -> [Substring: Double] {
        let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        var values: [Substring: Double] = [:]
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",")
            values[cells[0].split(separator: ".")[0]] = cells.last.flatMap { Double($0) }
        }
        return values
    }

    static func object(_ data: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    static func member(_ object: [String: Any], _ keys: String...) throws -> [String: Any] {
        try keys.reduce(object) { try #require($0[$1] as? [String: Any]) }
    }
}

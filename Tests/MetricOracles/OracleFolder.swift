import Foundation
import Statistics

/// The folder of reference values: `$DERMAUDIT_ORACLES/metrics`, or the copy in the repository.
enum OracleFolder {
    /// The folder; it may be missing, and then every test that reads from it fails.
    static var url: URL {
        if let root = ProcessInfo.processInfo.environment["DERMAUDIT_ORACLES"] {
            return URL(filePath: root).appending(path: "metrics")
        }
        return URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracles")
    }

    /// The names of its JSON files, without the extension.
    static func names() throws -> Set<String> {
        let files = try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
        return Set(
            files.filter { $0.pathExtension == "json" }.map { $0.deletingPathExtension().lastPathComponent })
    }

    /// The values of one JSON file.
    static func json(_ name: String) throws -> JSON {
        try JSONDecoder().decode(JSON.self, from: Data(contentsOf: url.appending(path: name + ".json")))
    }

    /// The fields of one CSV file, which has no quotes; an empty field stays empty.
    static func csv(_ name: String) throws -> [[String]] {
        let text = try String(contentsOf: url.appending(path: name + ".csv"), encoding: .utf8)
        return text.split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The rows of a classification case, with the levels that its JSON declares.
    static func records(_ name: String, declared: JSON, isWeighted: Bool) throws -> RecordTable {
        let rows = try csv(name)
        let column = Dictionary(uniqueKeysWithValues: rows[0].enumerated().map { ($1, $0) })
        func fields(_ title: String) throws -> [String?] {
            guard let index = column[title] else { throw Missing(column: title, file: name) }
            return rows.dropFirst().map { $0[index].isEmpty ? nil : $0[index] }
        }
        let attributes = try ["sex", "age", "fst"].map { attribute in
            let levels =
                declared[attribute]?.array.compactMap { $0.string ?? $0.integer.map(String.init) } ?? []
            return try AttributeColumn(name: attribute, levels: levels, values: fields(attribute))
        }
        return try RecordTable(
            labels: fields("y_true").map { $0.map { $0 == "1" } },
            scores: fields("y_score").map { $0.flatMap(Double.init) },
            weights: isWeighted ? fields("weight").map { $0.flatMap(Double.init) ?? .nan } : nil,
            attributes: attributes)
    }

    /// A column that a case lacks.
    struct Missing: Error {
        let column: String
        let file: String
    }
}

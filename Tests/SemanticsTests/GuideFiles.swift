import Foundation

@testable import Semantics

/// The files that the examples of the statements name, and the modules of the standard library.
struct GuideFiles: SchemaProvider {
    private static let tables = [
        "predictions.csv": ["image", "dx", "p_mel", "sex", "age", "skin_type", "hair"],
        "gate-small.csv": ["image", "diagnosis", "sex", "age", "skin_type", "p_melanoma"],
        "HAM10000_metadata.csv": [
            "lesion_id", "image_id", "dx", "dx_type", "age", "sex", "localization",
        ],
    ]

    private static let modules = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "stdlib/modules")

    func exists(_ path: String) -> Bool { true }

    func columns(of path: String) throws(SchemaError) -> [String] {
        guard let columns = Self.tables[path] else { throw .missing(path: path) }
        return columns
    }

    func script(at path: String) throws(SchemaError) -> [UInt8] { throw .missing(path: path) }

    func module(named name: String) throws(SchemaError) -> [UInt8]? {
        let path = Self.modules.path + "/" + name.replacing(".", with: "/") + ".audit"
        return FileManager.default.contents(atPath: path).map { Array($0) }
    }
}

import Semantics

/// The files that golden cases may name.
struct CaseSchema: SchemaProvider {
    /// Columns of the tables.
    private static let tables = [
        "preds.csv": ["image", "predicted_lesion", "MEL", "NV", "BCC"],
        "meta.csv": ["lesion_id", "image_id", "dx", "dx_type", "age", "sex", "localization"],
        "joinless.csv": ["score"],
        "scores.csv": ["id", "score", "truth", "skin_type", "weight"],
        "classes.csv": ["id", "prediction", "diagnosis", "sex"],
    ]

    /// Scripts that others use.
    private static let scripts = [
        "lib/bands.audit": "let light = [I, II]\nlet dark = [V, VI]\n",
        "lib/loop.audit": "use \"lib/loop.audit\"\n",
        "lib/wrong.audit": "let x = [1, 2\n",
    ]

    func exists(_ path: String) -> Bool {
        !path.contains("missing")
    }

    func reasonAgainstWriting(_ path: String) -> String? {
        path.hasPrefix("locked/") ? "the folder `locked` cannot be written to" : nil
    }

    func columns(of path: String) throws(SchemaError) -> [String] {
        guard let columns = Self.tables[path] else { throw .unreadable(path: path, reason: "not a CSV") }
        return columns
    }

    func script(at path: String) throws(SchemaError) -> [UInt8] {
        guard let text = Self.scripts[path] else { throw .missing(path: path) }
        return Array(text.utf8)
    }
}

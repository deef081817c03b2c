import Semantics

@testable import LanguageServer

/// A machine with one folder, `/work`, and a library of one module.
struct TestHost: EditorHost {
    /// The scripts in the folder, by name.
    var scripts = [
        "bands.audit": "## Types A.\nlet band = [I, II]\n",
        "habits.audit": "attribute smoker = enum [yes, no]\n",
    ]

    func schema(for folder: String) -> any SchemaProvider { TestFiles(scripts: scripts) }

    func path(ofUsed name: String, in folder: String) -> String? {
        if name == "derm.bands" { return "/library/derm/bands.audit" }
        return scripts[name] == nil ? nil : "\(folder)/\(name)"
    }

    func paths(startingWith typed: String, in folder: String) -> [String] {
        ["\(folder)/", "out/table.csv", "other.csv"].filter { $0.hasPrefix(typed) }
    }
}

/// The files of that folder.
struct TestFiles: SchemaProvider {
    /// The scripts, by name.
    let scripts: [String: String]

    func exists(_ path: String) -> Bool { path != "missing.csv" }
    func columns(of path: String) throws(SchemaError) -> [String] { ["id", "dx", "score"] }
    func module(named name: String) throws(SchemaError) -> [UInt8]? {
        name == "derm.bands" ? Array("let light = [I, II]\n".utf8) : nil
    }
    var moduleNames: [String] { ["derm.bands"] }
    func script(at path: String) throws(SchemaError) -> [UInt8] {
        guard let script = scripts[path] else { throw .missing(path: path) }
        return Array(script.utf8)
    }
}

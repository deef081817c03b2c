import Diagnostics
import Semantics

@testable import LanguageServer

/// A machine with one folder, `/work`, with those in it, and a library of one module.
struct TestHost: EditorHost {
    /// The scripts in the folder, by their paths from there.
    var scripts = [
        "bands.audit": "## Types A.\nlet band = [I, II]\n",
        "habits.audit": "attribute smoker = enum [yes, no]\n",
    ]

    /// Those of them that nobody may read.
    var locked: Set<String> = []

    func schema(for folder: String) -> any SchemaProvider {
        TestFiles(scripts: scripts, locked: locked, folder: folder)
    }

    func path(ofUsed name: String, in folder: String) -> String? {
        if name == "derm.bands" { return "/library/derm/bands.audit" }
        return scripts[Self.key(name, in: folder)] == nil ? nil : "\(folder)/\(name)"
    }

    func paths(startingWith typed: String, in folder: String) -> [String] {
        let names = scripts.keys.filter { !$0.contains("/") && folder == "/work" }.sorted()
        return (["\(folder)/", "out/table.csv", "other.csv"] + names).filter { $0.hasPrefix(typed) }
    }

    /// A path as it is written from `/work`.
    static func key(_ name: String, in folder: String) -> String {
        let path = PathText.plain(name.hasPrefix("/") ? name : "\(folder)/\(name)")
        return path.hasPrefix("/work/") ? String(path.dropFirst("/work/".count)) : path
    }
}

/// The files of that folder.
struct TestFiles: SchemaProvider {
    /// The scripts, by their paths from `/work`.
    let scripts: [String: String]
    /// Those of them that nobody may read.
    let locked: Set<String>
    /// The folder that paths start from.
    let folder: String

    func exists(_ path: String) -> Bool { path != "missing.csv" }
    func columns(of path: String) throws(SchemaError) -> [String] { ["id", "dx", "score"] }
    func module(named name: String) throws(SchemaError) -> [UInt8]? {
        name == "derm.bands" ? Array("let light = [I, II]\n".utf8) : nil
    }
    var moduleNames: [String] { ["derm.bands"] }
    func script(at path: String) throws(SchemaError) -> [UInt8] {
        let key = TestHost.key(path, in: folder)
        guard let script = scripts[key] else { throw .missing(path: path) }
        if locked.contains(key) { throw .unreadable(path: path, reason: "permission denied") }
        return Array(script.utf8)
    }
}

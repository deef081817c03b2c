import Semantics

/// The files of a folder, where those that are open in the editor have the text that they have there.
struct OpenFilesSchema: SchemaProvider {
    /// The files as they lie on the disk.
    let files: any SchemaProvider
    /// The texts that are open, by their paths.
    let open: [String: [UInt8]]
    /// Finds the path of a file that a script uses.
    let path: @Sendable (String) -> String?

    func exists(_ path: String) -> Bool { files.exists(path) }

    func columns(of path: String) throws(SchemaError) -> [String] { try files.columns(of: path) }

    func imageCount(in folder: String) throws(SchemaError) -> Int { try files.imageCount(in: folder) }

    func module(named name: String) throws(SchemaError) -> [UInt8]? { try files.module(named: name) }

    var moduleNames: [String] { files.moduleNames }

    func inputSide(ofManifest path: String) -> Int? { files.inputSide(ofManifest: path) }

    func network(at path: String) throws(SchemaError) -> NetworkFacts? { try files.network(at: path) }

    func reasonAgainstWriting(_ path: String) -> String? { files.reasonAgainstWriting(path) }

    func script(at name: String) throws(SchemaError) -> [UInt8] {
        if let path = path(name), let text = open[path] { return text }
        return try files.script(at: name)
    }
}

import Classification
import Provenance
import Semantics

/// Answers the checker's questions about files, with relative paths taken from the script's folder.
package struct FolderSchema: SchemaProvider {
    /// The script's folder; empty for the working folder.
    package let folder: String

    /// Answers for a script in `folder`.
    package init(folder: String) {
        self.folder = folder
    }

    package func exists(_ path: String) -> Bool {
        HostFile.isReadable(HostFile.path(path, from: folder))
    }

    package func columns(of path: String) throws(SchemaError) -> [String] {
        let full = HostFile.path(path, from: folder)
        guard HostFile.isFile(full) else { throw .missing(path: path) }
        do {
            return try CSVReader(path: full).columns
        } catch {
            throw .unreadable(path: path, reason: error.description)
        }
    }

    package func imageCount(in folder: String) throws(SchemaError) -> Int {
        do {
            return try ImageFolder.count(in: HostFile.path(folder, from: self.folder))
        } catch {
            throw .unreadable(path: folder, reason: error.reason)
        }
    }

    package func module(named name: String) throws(SchemaError) -> [UInt8]? {
        guard let path = StandardLibrary.path(ofModule: name) else { return nil }
        do {
            return try HostFile.bytes(of: path, limit: ScriptFile.largest)
        } catch {
            throw .unreadable(path: path, reason: error.reason)
        }
    }

    package var moduleNames: [String] { StandardLibrary.modules }

    package func reasonAgainstWriting(_ path: String) -> String? {
        HostFile.reasonAgainstWriting(HostFile.path(path, from: folder))
    }

    package func inputSide(ofManifest path: String) -> Int? {
        let file = try? ClassifierManifest.read(HostFile.path(path, from: folder))
        return file.map { max($0.manifest.input.width, $0.manifest.input.height) }
    }

    package func network(at path: String) throws(SchemaError) -> NetworkFacts? {
        try NetworkFacts(file: HostFile.path(path, from: folder), named: path)
    }

    package func script(at path: String) throws(SchemaError) -> [UInt8] {
        let full = HostFile.path(path, from: folder)
        guard HostFile.isFile(full) else { throw .missing(path: path) }
        do {
            return try HostFile.bytes(of: full, limit: ScriptFile.largest)
        } catch {
            throw .unreadable(path: path, reason: error.reason)
        }
    }
}

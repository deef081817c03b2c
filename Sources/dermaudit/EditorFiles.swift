import LanguageServer
import Provenance
import REPL
import Runtime
import Semantics

/// The machine's files, as an editor's server asks for them.
struct EditorFiles: EditorHost {
    func schema(for folder: String) -> any SchemaProvider {
        FolderSchema(folder: folder)
    }

    func path(ofUsed name: String, in folder: String) -> String? {
        if let module = StandardLibrary.path(ofModule: name) { return module }
        let path = HostFile.path(name, from: folder)
        return HostFile.isFile(path) ? path : nil
    }

    func paths(startingWith typed: String, in folder: String) -> [String] {
        FileCompletion(folder: folder).paths(startingWith: typed)
    }
}

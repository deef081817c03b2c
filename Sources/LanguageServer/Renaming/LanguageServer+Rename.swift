import Diagnostics
import Semantics

extension LanguageServer {
    /// The changes, by documents, that give the name at an offset another one, in every script that names it.
    func rename(
        at offset: Int, in analysis: Analysis, to new: String
    ) throws(LanguageServerError) -> [String: [TextEdit]] {
        let (place, word) = try analysis.renamed(at: offset)
        let name = analysis.source.text(of: word)
        let binding = try binding(of: name, at: place, in: analysis)
        guard binding.source.text(of: place.span) == name else {
            throw .refused("`\(name)` is not bound in `\(binding.source.name)` any more")
        }
        let change = try binding.change(of: place.span, to: new)
        var edits = [binding.uri: change.edits(in: binding.text)]
        guard new != name, let path = FileAddress.path(of: binding.uri).map(PathText.plain) else {
            return edits
        }
        let shared = SharedName(path: path, name: name, span: place.span, host: host)
        let folders = Set([analysis.folder, binding.folder]).subtracting([""])
        let users = try users(of: shared, near: folders).map { self.analysis(of: $0) }
        if binding.result.hasErrors, users.contains(where: { $0.parsed.mentions(name) }) {
            throw .refused("`\(path)` has errors, and other scripts use it: mend them first")
        }
        let changes = try users.map { user throws(LanguageServerError) in
            (user, try shared.change(to: new, in: user))
        }
        for (user, change) in changes where !change.uses.isEmpty {
            edits[user.uri] = change.edits(in: user.text)
        }
        try checkMeaning(of: shared, changes, behind: change, in: binding)
        return edits
    }

    /// The script that binds a name.
    private func binding(
        of name: String, at place: BindingPlace, in script: Analysis
    ) throws(LanguageServerError) -> Analysis {
        guard let file = place.file else { return script }
        guard let path = host.plainPath(ofUsed: file, in: script.folder),
            let document = try document(at: path)
        else { throw .refused("`\(name)` is bound in `\(file)`, which is not there any more") }
        return analysis(of: document)
    }

    /// Refuses changes behind which a script that uses the changed file would mean something else.
    private func checkMeaning(
        of name: SharedName, _ changes: [(script: Analysis, change: NameChange)], behind change: NameChange,
        in binding: Analysis
    ) throws(LanguageServerError) {
        guard let renamed = name.changed(by: change) else { return }
        var texts = [name.path: change.applied(to: binding.source).bytes]
        for (script, change) in changes {
            texts[PathText.plain(script.source.name)] = change.applied(to: script.source).bytes
        }
        for (script, change) in changes {
            let bytes = change.applied(to: script.source).bytes
            let document = OpenDocument(file: script.source.name, bytes: bytes)
            let changed = analysis(of: document, changed: texts)
            guard changed.result.diagnostics.map(\.code) == script.result.diagnostics.map(\.code),
                renamed.uses(in: changed) == change.moved
            else {
                throw .refused(
                    "with `\(change.new)` for `\(change.old)`, `\(script.source.name)` would mean something else"
                )
            }
        }
    }

    /// What is known of a document or file.
    private func analysis(of document: OpenDocument, changed: [String: [UInt8]] = [:]) -> Analysis {
        let folder = Self.folder(of: document)
        return Analysis(
            ParsedText(document), schema: schema(for: folder, changed: changed), folder: folder,
            knowing: Rechecker())
    }

    // MARK: Scripts around one

    /// The scripts that use the file that binds a name, themselves or through others, by their paths: of those that are open,
    /// those in some folders, and those that these use.
    ///
    /// What cannot be read is passed over, since it cannot be run either, but not where a script with the name in it uses it:
    /// that may have the name from there.
    private func users(
        of name: SharedName, near folders: Set<String>
    ) throws(LanguageServerError) -> [OpenDocument] {
        var found: [String: OpenDocument] = [:]
        var used: [String: Set<String>] = [:]
        var faults: [String: LanguageServerError] = [:]
        var waiting = openFiles.keys.sorted() + folders.sorted().flatMap { host.scripts(in: $0) }
        while let next = waiting.popLast() {
            guard used[next] == nil else { continue }
            used[next] = []
            do {
                guard let document = try document(at: next) else { continue }
                let folder = Self.folder(of: document)
                let parsed = document.parsed ?? ParsedText(document)
                let files = parsed.usedFiles.compactMap { host.plainPath(ofUsed: $0, in: folder) }
                found[next] = document
                used[next] = Set(files)
                waiting += files
            } catch {
                faults[next] = error
            }
        }
        for (path, fault) in faults.sorted(by: { $0.key < $1.key }) {
            let users = Self.users(of: path, among: used).subtracting([name.path]).compactMap { found[$0] }
            if users.contains(where: { ParsedText($0).mentions(name.name) }) { throw fault }
        }
        return Self.users(of: name.path, among: used).sorted().compactMap { found[$0] }
    }

    /// The scripts that use a file, themselves or through others.
    ///
    /// - Parameter used: the files that each script uses itself.
    private static func users(of path: String, among used: [String: Set<String>]) -> Set<String> {
        var users: Set = [path]
        var more = users
        while !more.isEmpty {
            let reached = more
            more = Set(used.filter { !users.contains($0.key) && !reached.isDisjoint(with: $0.value) }.keys)
            users.formUnion(more)
        }
        return users.subtracting([path])
    }

    /// The documents that are open, by their paths.
    private var openFiles: [String: OpenDocument] {
        let open = documents.values.filter { !$0.isClosed }.compactMap { document in
            document.path.map { (PathText.plain($0), document) }
        }
        return Dictionary(open, uniquingKeysWith: { first, _ in first })
    }

    /// The document that is open at a path, or the file there; nil where there is none.
    private func document(at path: String) throws(LanguageServerError) -> OpenDocument? {
        if let open = openFiles[path] { return open }
        do throws(SchemaError) {
            let bytes = try host.schema(for: PathText.folder(of: path)).script(at: PathText.name(of: path))
            return OpenDocument(file: path, bytes: bytes)
        } catch .missing {
            return nil
        } catch {
            throw .refused("`\(path)` cannot be read: \(error.reason)")
        }
    }
}

import Diagnostics
import Semantics

/// A name that one file binds and others use.
struct SharedName {
    /// The path of the file that binds it.
    let path: String
    /// The name.
    let name: String
    /// Its bytes where it is bound.
    let span: SourceSpan
    /// Finds the files that scripts name.
    let host: any EditorHost

    /// The places where it stands in a script that uses the file, in order.
    func uses(in script: Analysis) -> [SourceSpan] {
        let files = script.index.files.filter {
            host.plainPath(ofUsed: $0, in: script.folder) == path
        }
        return files.flatMap { script.index.uses(of: BindingPlace(file: $0, span: span)) }
            .filter { script.source.text(of: $0) == name }
            .sorted { $0.start < $1.start }
    }

    /// The change that gives it another name in a script that uses the file.
    func change(to new: String, in script: Analysis) throws(LanguageServerError) -> NameChange {
        let change = NameChange(old: name, new: new, uses: uses(in: script))
        guard script.parsed.mentions(name) || script.parsed.mentions(new) else { return change }
        guard !script.result.hasErrors else {
            throw .refused("`\(script.source.name)` uses `\(path)` and has errors: mend them first")
        }
        try script.checkHiddenUses(of: change, in: script.source.name)
        return change
    }

    /// The same behind a change of the file that binds it.
    func changed(by change: NameChange) -> SharedName? {
        change.moved(span).map { SharedName(path: path, name: change.new, span: $0, host: host) }
    }
}

import Diagnostics

extension Documentation {
    /// A module of the standard library, or a name that one declares: `derm.prompts`, `derm.prompts.plain`.
    func module(_ word: String) -> DocumentedTopic? {
        guard word.contains("."), let library else { return nil }
        if library.moduleNames.contains(word) { return page(of: word)?.topic }
        guard let dot = word.lastIndex(of: ".") else { return nil }
        let place = String(word[..<dot])
        guard library.moduleNames.contains(place) else { return nil }
        return page(of: place)?.item(String(word[word.index(after: dot)...]))?.topic(in: place)
    }

    /// What a module declares; nil where there is none, or where it cannot be read.
    private func page(of name: String) -> ScriptDocumentation? {
        guard let library, let bytes = try? library.module(named: name) else { return nil }
        let outcome = ScriptDocumentation.read(
            Source(name: name, bytes: bytes), named: name, catalogue: catalogue, schema: library)
        return if case .documented(let page) = outcome { page } else { nil }
    }

    /// The names of the modules, and those that they declare: `derm.bands`, `derm.bands.light`.
    var moduleNames: [String] {
        (library?.moduleNames ?? []).flatMap { name in
            [name] + (page(of: name)?.items.map { "\(name).\($0.name)" } ?? [])
        }
    }
}

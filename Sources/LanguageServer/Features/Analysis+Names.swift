import Diagnostics
import Semantics
import Syntax

extension Analysis {
    /// Where the name or the used file at an offset is bound or lies.
    func definition(at offset: Int, host: any EditorHost) -> Location? {
        if let (place, _) = binding(at: offset) { return location(of: place, host: host) }
        guard let used = used(at: offset), let path = host.path(ofUsed: used, in: folder) else { return nil }
        let start = TextPosition(line: 0, character: 0)
        return Location(uri: FileAddress.of(path), range: TextRange(start: start, end: start))
    }

    /// The places where the name at an offset stands.
    func references(at offset: Int, includingBinding: Bool) -> [SourceSpan] {
        guard let (place, _) = binding(at: offset) else { return [] }
        return index.uses(of: place).filter { includingBinding || place.file != nil || $0 != place.span }
    }

    private func location(of place: BindingPlace, host: any EditorHost) -> Location? {
        guard let file = place.file else { return Location(uri: uri, range: text.range(of: place.span)) }
        guard let path = host.path(ofUsed: file, in: folder), let bytes = bytes(ofUsed: file) else {
            return nil
        }
        return Location(uri: FileAddress.of(path), range: TextLines(bytes).range(of: place.span))
    }

    /// The bytes of a file or module that the script uses.
    func bytes(ofUsed name: String) -> [UInt8]? {
        if let module = try? schema.module(named: name) { return module }
        return try? schema.script(at: name)
    }

    /// The file or module of the `use` at an offset.
    private func used(at offset: Int) -> String? {
        for case .use(let use) in script.statements.map(\.kind) {
            switch use.target {
            case .file(let literal) where literal.span.start <= offset && offset <= literal.span.end:
                return literal.plainText
            case .module(let path) where path.span.start <= offset && offset <= path.span.end:
                return path.text
            default: continue
            }
        }
        return nil
    }
}

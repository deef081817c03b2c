import Diagnostics
import Semantics
import Syntax

extension ParsedText {
    /// The words that may stand at an offset.
    ///
    /// - Parameter checked: what the checker found when it saw the script last.
    func completions(
        at offset: Int, knowing checked: CheckedText, folder: String, host: any EditorHost
    ) -> [CompletionItem] {
        let names = checked.index.names
        let above = names.filter { $0.place.file != nil || $0.place.span.end < offset }
        let known = Dictionary(names.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let below = attributes(below: offset)
        let before = String(decoding: text.bytes[..<offset], as: UTF8.self)
        let found = Completer.completions(
            for: before, at: before.utf8.count, session: above.map(\.name),
            attributes: checked.attributes.filter { !below.contains($0.name) })
        var typed = offset
        while typed > 0, Self.belongsToWord(text.bytes[typed - 1]) { typed -= 1 }
        if found.count == 1, found[0].kind == .file { return files(found[0].text, at: offset, folder, host) }
        let range = text.range(of: SourceSpan(typed, offset))
        return found.enumerated().map { number, completion in
            CompletionItem(
                label: completion.text, kind: Self.kind(completion.kind),
                detail: Self.detail(completion, known[completion.text], checked),
                sortText: Self.rank(number), textEdit: TextEdit(range: range, newText: completion.text))
        }
    }

    /// The names of the attributes that the script declares behind an offset, where they are not known yet.
    private func attributes(below offset: Int) -> Set<String> {
        let names = script.statements.compactMap { statement -> Name? in
            if case .attribute(let attribute) = statement.kind { attribute.name } else { nil }
        }
        return Set(names.filter { $0.span.end >= offset }.map(\.text))
    }

    /// The files that what is typed between quotes may mean.
    private func files(
        _ typed: String, at offset: Int, _ folder: String, _ host: any EditorHost
    ) -> [CompletionItem] {
        let range = text.range(of: SourceSpan(offset - typed.utf8.count, offset))
        return host.paths(startingWith: typed, in: folder).enumerated().map { number, path in
            CompletionItem(
                label: path, kind: path.hasSuffix("/") ? 19 : 17, detail: nil, sortText: Self.rank(number),
                textEdit: TextEdit(range: range, newText: path))
        }
    }

    /// A number as a text that sorts as it does.
    private static func rank(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
    }

    /// What a word is, in the protocol's numbers for completions.
    private static func kind(_ kind: Completion.Kind) -> Int {
        switch kind {
        case .word: 14  // keyword
        case .attribute: 5  // field
        case .value: 20  // enum member
        case .metric: 3  // function
        case .classifier: 7  // class
        case .source: 9  // module
        case .option: 10  // property
        case .name: 6  // variable
        case .file: 17  // file
        }
    }

    private static func detail(_ completion: Completion, _ name: BoundName?, _ checked: CheckedText)
        -> String?
    {
        let catalogue = Catalogue.standard
        switch completion.kind {
        case .attribute:
            let own = checked.attributes.first { $0.name == completion.text }
            return (own ?? catalogue.attribute(completion.text))?.title
        case .metric: return catalogue.metric(completion.text)?.title
        case .classifier, .source, .name:
            if let name {
                return checked.index.written(name.binding.phraseWithFacts)
            }
            return catalogue.classifier(completion.text)?.title
        default: return nil
        }
    }
}

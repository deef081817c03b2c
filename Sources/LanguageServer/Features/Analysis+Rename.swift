import Diagnostics
import Semantics
import Syntax

extension Analysis {
    /// The name at an offset, if it may be changed.
    func renamed(at offset: Int) throws(LanguageServerError) -> (name: BoundName, span: SourceSpan) {
        guard let span = word(at: offset) else { throw .refused("there is no name here") }
        let word = source.text(of: span)
        guard let (name, _) = name(at: offset), name.name == word else {
            throw .refused("`\(word)` is not a name that a script has bound")
        }
        if let file = name.place.file { throw .refused("`\(word)` is bound in `\(file)`: rename it there") }
        return (name, span)
    }

    /// The changes that give the name at an offset another one, everywhere in the script.
    func rename(at offset: Int, to new: String) throws(LanguageServerError) -> [TextEdit] {
        let (name, _) = try renamed(at: offset)
        guard new != name.name else { return [] }
        try checkName(new)
        let uses = index.uses(of: name.place).filter { source.text(of: $0) == name.name }
        for word in [name.name, new] {
            guard let line = hiddenUse(of: word) else { continue }
            throw .refused(
                "`\(word)` stands in line \(line), where it is not known what it means: mend errors, call functions"
            )
        }
        try checkMeaning(name, uses, new)
        return uses.map { TextEdit(range: text.range(of: $0), newText: new) }
    }

    /// Refuses what is no name, or means something in the script already.
    private func checkName(_ new: String) throws(LanguageServerError) {
        let lexed = Lexer.lex(Source(name: "<name>", text: new))
        guard lexed.tokens.count == 2, lexed.text(of: lexed.tokens[0]) == new else {
            throw .refused("`\(new.prefix(40))` is not a name: names are letters, digits and `_`")
        }
        switch lexed.tokens[0].kind {
        case .identifier: break
        case .keyword: throw .refused("`\(new)` is a word of the language and cannot be a name")
        case .fitzpatrick: throw .refused("`\(new)` is a skin type and cannot be a name")
        default: throw .refused("`\(new.prefix(40))` is not a name: names are letters, digits and `_`")
        }
        if new == "it" { throw .refused("`it` means the last result and cannot be a name") }
        if let bound = index.bound.values.first(where: { $0.name == new }) {
            throw .refused("`\(new)` is the name of a \(bound.binding.noun) already\(place(bound.place))")
        }
    }

    private func place(_ place: BindingPlace) -> String {
        place.file.map { ", bound in `\($0)`" } ?? ", bound in line \(text.line(of: place.span.start) + 1)"
    }

    /// The first line, from 1, in which a word stands that was not understood, because of errors or in a function
    /// that is never called; nil without.
    private func hiddenUse(of word: String) -> Int? {
        let open = result.hasErrors ? [SourceSpan(0, text.bytes.count)] : functions
        let hidden = spans(of: word).first { span in
            index.meaning(at: span) == nil && open.contains { $0.contains(span) }
        }
        return hidden.map { text.line(of: $0.start) + 1 }
    }

    /// The bodies of functions: of one that is never called not all words are understood.
    private var functions: [SourceSpan] {
        script.statements.flatMap(\.nested).compactMap { statement in
            if case .def = statement.kind { statement.span } else { nil }
        }
    }

    /// The places where a word stands as a name, in braces of strings too.
    private func spans(of word: String) -> [SourceSpan] {
        script.lexed.tokens.flatMap { token -> [SourceSpan] in
            switch token.kind {
            case .identifier: source.text(of: token.span) == word ? [token.span] : []
            case .string: interpolatedWords(token.span).filter { source.text(of: $0) == word }
            default: []
            }
        }
    }

    /// The words between the braces of a string.
    private func interpolatedWords(_ string: SourceSpan) -> [SourceSpan] {
        var words: [SourceSpan] = []
        var depth = 0
        var offset = string.start
        while offset < string.end {
            let byte = text.bytes[offset]
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
            guard depth > 0, ParsedText.belongsToWord(byte), let word = word(at: offset) else {
                offset += 1
                continue
            }
            words.append(word)
            offset = word.end
        }
        return words
    }

    /// Refuses a change after which the script would mean something else: it is made and checked.
    private func checkMeaning(
        _ name: BoundName, _ uses: [SourceSpan], _ new: String
    ) throws(LanguageServerError) {
        var bytes = source.bytes
        for use in uses.reversed() { bytes.replaceSubrange(use.start..<use.end, with: new.utf8) }
        let target = Source(name: source.name, bytes: bytes)
        var checker = checker
        let changed = checker.check(Parser.parse(target), schema: schema)
        let grown = new.utf8.count - name.name.utf8.count
        let moved = uses.enumerated().map { number, use in
            SourceSpan(use.start + number * grown, use.end + (number + 1) * grown)
        }
        let isSame =
            changed.diagnostics.map(\.code) == result.diagnostics.map(\.code)
            && changed.index.ownNames.first { $0.name == new }.map {
                changed.index.uses(of: $0.place).filter { target.text(of: $0) == new } == moved
            } ?? false
        guard isSame else {
            throw .refused("with `\(new)` for `\(name.name)` the script would mean something else")
        }
    }
}

import Diagnostics
import Semantics
import Syntax

extension Analysis {
    /// The name at an offset, if it may be changed.
    func renamed(at offset: Int) throws(LanguageServerError) -> (place: BindingPlace, span: SourceSpan) {
        guard let span = word(at: offset) else { throw .refused("there is no name here") }
        let word = source.text(of: span)
        // `it` and its like mean what has another name, or none.
        guard let (place, _) = binding(at: offset),
            place.file == nil
                ? source.text(of: place.span) == word : index.name(boundAt: place)?.name ?? word == word
        else { throw .refused("`\(word)` is not a name that a script has bound") }
        if let file = place.file, let module = try? schema.module(named: file), !module.isEmpty {
            throw .refused("`\(word)` is bound in `\(file)` of the standard library, which is not changed")
        }
        return (place, span)
    }

    /// The change that gives the name which is bound at a place of this script another one, everywhere in it.
    func change(of span: SourceSpan, to new: String) throws(LanguageServerError) -> NameChange {
        let old = source.text(of: span)
        let uses = index.uses(of: BindingPlace(span: span)).filter { source.text(of: $0) == old }
        let change = NameChange(old: old, new: new, uses: uses)
        guard new != old else { return change }
        try checkName(new)
        try checkHiddenUses(of: change)
        try checkMeaning(change, of: span)
        return change
    }

    /// Refuses a change where one of its names stands in a place where it is not known what it means.
    ///
    /// - Parameter file: the script's path, where it must be told.
    func checkHiddenUses(of change: NameChange, in file: String? = nil) throws(LanguageServerError) {
        let place = file.map { " of `\($0)`" } ?? ""
        for word in [change.old, change.new] {
            guard let line = hiddenUse(of: word) else { continue }
            throw .refused(
                "`\(word)` stands in line \(line)\(place), where it is not known what it means: "
                    + "mend errors, call functions")
        }
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
        if let bound = index.name(spelt: new) {
            throw .refused("`\(new)` is the name of a \(bound.binding.noun) already\(place(bound.place))")
        }
    }

    private func place(_ place: BindingPlace) -> String {
        place.file.map { ", bound in `\($0)`" } ?? ", bound in line \(text.line(of: place.span.start) + 1)"
    }

    /// The first line, from 1, in which a word stands that was not understood, because of errors or in a function
    /// that is never called; nil without.
    private func hiddenUse(of word: String) -> Int? {
        let hidden = parsed.spans(of: word).filter { index.meaning(at: $0) == nil }
        guard !hidden.isEmpty else { return nil }
        let open = result.hasErrors ? [SourceSpan(0, text.bytes.count)] : functions
        return hidden.first { span in open.contains { $0.contains(span) } }.map {
            text.line(of: $0.start) + 1
        }
    }

    /// The bodies of functions: of one that is never called not all words are understood.
    private var functions: [SourceSpan] {
        script.statements.flatMap(\.nested).compactMap { statement in
            if case .def = statement.kind { statement.span } else { nil }
        }
    }

    /// Refuses a change after which the script would mean something else: it is made and checked.
    private func checkMeaning(_ change: NameChange, of span: SourceSpan) throws(LanguageServerError) {
        let target = change.applied(to: source)
        var checker = checker
        let changed = checker.check(Parser.parse(target), schema: schema)
        let isSame =
            changed.diagnostics.map(\.code) == result.diagnostics.map(\.code)
            && change.moved(span).map {
                changed.index.uses(of: BindingPlace(span: $0)).filter { target.text(of: $0) == change.new }
                    == change.moved
            } ?? false
        guard isSame else {
            throw .refused("with `\(change.new)` for `\(change.old)` the script would mean something else")
        }
    }
}

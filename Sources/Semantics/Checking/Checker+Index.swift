import Diagnostics
import Syntax

extension Checker {
    /// Takes note of the name that a path begins with, or of the result that `it.cohort` and its like stand for.
    mutating func noteUse(of path: NamePath) {
        guard path.first.text == "it", let part = path.rest.first else { return noteFirstUse(of: path) }
        guard let name = environment.implicitName(part.text), let entry = environment.entries[name] else {
            return
        }
        for word in [path.first, part] { notes.use(word.span, name, of: entry) }
    }

    /// Takes note of a name that words joined by dots begin with: `bands` or, behind an alias, `lib.bands`; and of the alias.
    private mutating func noteFirstUse(of path: NamePath) {
        if path.isSingle { return noteUse(of: path.first) }
        let words = path.names
        for count in (1...words.count).reversed() {
            let name = words.prefix(count).map(\.text).joined(separator: ".")
            guard let entry = environment.entries[name] else { continue }
            if let alias = entry.alias { notes.note(.bound(BindingPlace(span: alias)), at: path.first.span) }
            return notes.use(words[count - 1].span, words[count - 1].text, of: entry)
        }
    }

    /// Takes note of a word, if it is a bound name.
    mutating func noteUse(of name: Name) {
        guard let entry = environment.entries[name.text] else { return }
        notes.use(name.span, name.text, of: entry)
    }

    /// Takes note of the name at the end of an option, such as `calibration other`.
    mutating func noteUse(of name: String, endingAt end: Int) {
        let isQuoted = end > 0 && end <= source.bytes.count && source.bytes[end - 1] == UInt8(ascii: "\"")
        let last = end - (isQuoted ? 1 : 0)
        let span = SourceSpan(last - name.utf8.count, last)
        guard span.start >= 0, source.text(of: span) == name else { return }
        noteUse(of: Name(text: name, span: span))
    }

    /// Takes note of the name of a parameter before an argument.
    mutating func noteUse(
        of label: Name, as parameter: DefStatement.Parameter, of function: FunctionDescription
    ) {
        let file = function.source.name == source.name ? nil : function.source.name
        notes.note(.bound(BindingPlace(file: file, span: parameter.name.span)), at: label.span)
    }

    /// Takes note of a name behind a dot: a classifier, cohort or data set of an audit.
    mutating func noteUse(ofPart name: Name) {
        switch environment.binding(of: name.text) {
        case .classifier, .cohort, .dataset: noteUse(of: name)
        default:
            guard catalogue.classifier(name.text) != nil else { return }
            notes.note(.classifier(name.text), at: name.span)
        }
    }

    /// Says of all names bound so far that they were bound in `file`.
    mutating func nameOrigins(_ file: String) {
        for (name, entry) in environment.entries where entry.origin == nil {
            environment.entries[name] = CheckEnvironment.Entry(
                binding: entry.binding, span: entry.span,
                origin: entry.span.map { BindingPlace(file: file, span: $0) }, depth: entry.depth,
                documentation: entry.documentation)
        }
    }
}

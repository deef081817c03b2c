import Diagnostics
import Semantics
import Syntax

extension Analysis {
    /// What is said about the word at an offset; nil where there is nothing to say.
    func hover(at offset: Int) -> Hover? {
        guard let span = word(at: offset), let markdown = markdown(about: span) else { return nil }
        return Hover(contents: Hover.Markup(value: markdown), range: text.range(of: span))
    }

    private func markdown(about span: SourceSpan) -> String? {
        let word = source.text(of: span)
        if let meaning = index.meaning(at: span) { return markdown(meaning) }
        guard let token = parsed.token(at: span.start), token.span == span else { return nil }
        switch token.kind {
        case .keyword(let keyword):
            return guide.topic(keyword)?.markdown ?? "`\(keyword.rawValue)` is reserved for a later version"
        case .fitzpatrick: return "`\(word)`: Fitzpatrick skin type; types run from `I` to `VI`"
        case .identifier: return guide.topic(ofUnresolved: word)?.markdown
        default: return nil
        }
    }

    private func markdown(_ meaning: WordMeaning) -> String? {
        guard case .bound(let place) = meaning else { return guide.topic(meaning)?.markdown }
        return index.name(boundAt: place).map { name in
            let topic = Documentation.topic(name.name, name.binding, name.documentation, in: name.place.file)
            return index.written(topic.markdown)
        }
    }

    /// What is known of words: what `dermaudit doc` tells, with the attributes that the script declares.
    private var guide: Documentation {
        Documentation(catalogue: .standard, environment: CheckEnvironment(attributes: result.attributes))
    }
}

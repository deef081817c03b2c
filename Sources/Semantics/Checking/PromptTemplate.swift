import Diagnostics

/// The wording of prompts: text, attributes in braces, and parts in brackets that are dropped when an attribute is not stated.
struct PromptTemplate: Sendable, Hashable {
    /// A part of a template.
    indirect enum Part: Sendable, Hashable {
        /// Text as it is.
        case text(String)
        /// The wording of an attribute's value.
        case attribute(String, SourceSpan)
        /// Parts dropped together when an attribute in them is `unknown` or not stated.
        case optional([Part])
    }

    /// A piece of a template before its brackets are matched.
    enum Piece {
        /// Text that may hold brackets.
        case text(String, SourceSpan)
        /// An attribute in braces.
        case attribute(String, SourceSpan)
    }

    /// The parts in order.
    let parts: [Part]
    /// The template as text.
    let text: String

    /// Matches the brackets; nil where they do not match or stand in each other.
    init?(_ pieces: [Piece]) {
        var outer: [Part] = []
        var inner: [Part]?
        var text = ""
        for piece in pieces {
            switch piece {
            case .attribute(let name, let span):
                text += "{\(name)}"
                let part = Part.attribute(name, span)
                if inner == nil { outer.append(part) } else { inner?.append(part) }
            case .text(let words, _):
                text += words
                guard Self.match(words, &outer, &inner) else { return nil }
            }
        }
        guard inner == nil else { return nil }
        parts = outer
        self.text = text
    }

    /// Splits text at its brackets; false where one does not match.
    private static func match(_ words: String, _ outer: inout [Part], _ inner: inout [Part]?) -> Bool {
        var run = ""
        func flush(_ outer: inout [Part], _ inner: inout [Part]?) {
            guard !run.isEmpty else { return }
            if inner == nil { outer.append(.text(run)) } else { inner?.append(.text(run)) }
            run = ""
        }
        for character in words {
            switch character {
            case "[":
                guard inner == nil else { return false }
                flush(&outer, &inner)
                inner = []
            case "]":
                flush(&outer, &inner)
                guard let parts = inner else { return false }
                outer.append(.optional(parts))
                inner = nil
            default: run.append(character)
            }
        }
        flush(&outer, &inner)
        return true
    }

    /// The attributes it mentions, in order.
    var attributes: [(name: String, span: SourceSpan)] {
        parts.flatMap(Self.attributes)
    }

    /// The attributes that only parts in brackets mention.
    var droppable: Set<String> {
        let fixed = parts.compactMap { part in if case .attribute(let name, _) = part { name } else { nil } }
        return Set(attributes.map(\.name)).subtracting(fixed)
    }

    private static func attributes(of part: Part) -> [(name: String, span: SourceSpan)] {
        switch part {
        case .text: []
        case .attribute(let name, let span): [(name, span)]
        case .optional(let parts): parts.flatMap(attributes)
        }
    }

    /// The prompt, given the wording of every attribute that is stated.
    func render(_ stated: [String: String]) -> String {
        Self.render(parts, stated)
    }

    private static func render(_ parts: [Part], _ stated: [String: String]) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .attribute(let name, _): stated[name] ?? "unknown"
            case .optional(let inner):
                inner.flatMap(attributes).allSatisfy { stated[$0.name] != nil } ? render(inner, stated) : ""
            }
        }.joined()
    }

    /// Cuts text at `{name}`; every piece gets the same place.
    static func pieces(of text: String, at span: SourceSpan) -> [Piece] {
        var pieces: [Piece] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            pieces.append(.text(String(rest[..<open]), span))
            pieces.append(.attribute(String(rest[rest.index(after: open)..<close]), span))
            rest = rest[rest.index(after: close)...]
        }
        return pieces + [.text(String(rest), span)]
    }
}

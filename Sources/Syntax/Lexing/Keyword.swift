/// A hard keyword: a word that is never a name (language reference, section 1).
package enum Keyword: String, Sendable, CaseIterable {
    case edition, use, `let`, set, def, `for`, `in`, `if`, `else`, test, attribute, generator, classifier,
        dataset
    case checklist, criterion, cohort, sample, train, audit, judge, score, report, compare, plot, require,
        expect
    case export, print, help
    case by, with, `where`, of, on, to, vs, `as`, because, and, or, not, `true`, `false`, unknown

    /// The keyword these bytes spell, or nil for a name.
    package init?(spelling bytes: ArraySlice<UInt8>) {
        guard bytes.count <= 16, let keyword = KeywordTable.standard.keyword(PackedWord(bytes)) else {
            return nil
        }
        self = keyword
    }

    /// Whether a line that begins with the word continues the statement before it.
    package var continuesLine: Bool {
        switch self {
        case .by, .with, .where, .of, .on, .to, .vs, .as, .because, .else: true
        default: false
        }
    }

    /// Whether nothing can end with the word, so that a line break behind it separates nothing.
    package var cannotEnd: Bool {
        switch self {
        case .by, .with, .where, .of, .on, .to, .vs, .in, .and, .or, .not, .as, .because: true
        default: false
        }
    }

    /// What the word means to the parser of statements.
    package enum Role: Sendable {
        /// Begins a statement of this version.
        case statement
        /// Begins a statement of a later version.
        case reserved
        /// Stands inside statements.
        case inner
    }

    /// What the word means to the parser of statements.
    package var role: Role {
        switch self {
        case .edition, .use, .let, .set, .generator, .classifier, .dataset, .cohort, .sample, .audit, .report,
            .compare, .plot,
            .require, .expect, .export, .print, .for, .if, .def, .test, .attribute, .help:
            .statement
        case .checklist, .criterion, .train, .judge, .score: .reserved
        default: .inner
        }
    }
}

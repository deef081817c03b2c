import Syntax

/// What a word inside statements does: how it is written and a sentence, for people who point at it or ask for help.
package struct WordEntry: Sendable, Hashable {
    /// How it is written, in the grammar of the language reference.
    package let form: String
    /// What it does.
    package let summary: String

    private init(_ form: String, _ summary: String) {
        self.form = form
        self.summary = summary
    }

    /// What a word of the language does, also one that begins a statement; nil for a word of a later version.
    package static func of(_ keyword: Keyword) -> WordEntry? {
        StatementGuide.entry(keyword.rawValue).map { WordEntry($0.form, $0.summary) } ?? clauses[keyword]
    }

    private static let clauses: [Keyword: WordEntry] = [
        .else: WordEntry("else { STATEMENTS }", "The statements for when no condition before it holds."),
        .by: WordEntry(
            "by GROUPS",
            "`by a, b` makes two tables, `by a*b` one of their crossing, `by all` every one and all pairs."),
        .with: WordEntry("with OPTION, OPTION ...", "Gives options to the statement before it."),
        .where: WordEntry("where CONDITION", "Keeps the cells for which the condition holds."),
        .of: WordEntry("of RESULT", "Says which result is meant; without it, the last one."),
        .on: WordEntry("on COHORT, COHORT ...", "Says on which people; without it, on the last cohort."),
        .to: WordEntry("to \"FILE\"", "The file to write; a relative path begins at the script's folder."),
        .vs: WordEntry("A vs B", "Stands between the sides of a comparison."),
        .as: WordEntry("as NAME", "Names the format of an export, or a module."),
        .because: WordEntry("because \"REASON\"", "The reason that a failed gate prints."),
        .in: WordEntry(
            "in SET", "Stands before the values of an attribute, or asks whether a value is in a set."),
        .and: WordEntry("A and B", "Both conditions hold."),
        .or: WordEntry("A or B", "One of the conditions holds."),
        .not: WordEntry("not A", "The condition does not hold."),
        .true: WordEntry("true", "The truth value of a condition that holds."),
        .false: WordEntry("false", "The truth value of a condition that does not hold."),
        .unknown: WordEntry(
            "unknown", "An attribute that is deliberately not stated: prompts leave it out, reports name it."),
    ]
}

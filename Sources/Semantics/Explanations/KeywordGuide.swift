import Syntax

/// What a word of the language does: its syntax and a sentence, for people who point at it.
package struct KeywordGuide: Sendable, Hashable {
    /// How the statement or clause is written, in the grammar of the language reference.
    package let syntax: String
    /// What it does.
    package let summary: String

    private init(_ syntax: String, _ summary: String) {
        self.syntax = syntax
        self.summary = summary
    }

    /// What a word does; nil for a word that is reserved for a later version.
    package static func of(_ keyword: Keyword) -> KeywordGuide? {
        statements[keyword] ?? results[keyword] ?? clauses[keyword]
    }

    private static let statements: [Keyword: KeywordGuide] = [
        .edition: KeywordGuide(
            "edition YEAR", "Pins keywords, defaults and the definitions of metrics; the first statement."),
        .use: KeywordGuide(
            "use \"FILE\" | MODULE", "Takes over what another file or a module of the library declares."),
        .let: KeywordGuide(
            "let NAME [: TYPE] = EXPRESSION", "Names a constant; `-D NAME=VALUE` gives it another value."),
        .set: KeywordGuide(
            "set NAME VALUE", "Sets `seed`, `engine`, `threads`, `budget`, `memory` or `ask` of the run."),
        .for: KeywordGuide(
            "for NAME in SET { STATEMENTS }", "Repeats statements for each value; written out before the run."
        ),
        .if: KeywordGuide(
            "if CONDITION { STATEMENTS } [else { STATEMENTS }]",
            "Chooses statements by a condition that is known before the run."),
        .else: KeywordGuide("else { STATEMENTS }", "The statements for when no condition before it holds."),
        .def: KeywordGuide(
            "def NAME(PARAMETERS) [-> TYPE] { STATEMENTS }", "Names statements with parameters; no recursion."
        ),
        .test: KeywordGuide("test \"NAME\" { STATEMENTS }", "Statements that only `dermaudit test` runs."),
        .generator: KeywordGuide(
            "generator NAME = SOURCE [with OPTIONS]",
            "Declares what makes images: a checkpoint, or a built-in one."),
        .classifier: KeywordGuide(
            "classifier NAME = SOURCE [with OPTIONS]",
            "Declares a classifier: weights, a manifest, or one of the zoo."),
        .dataset: KeywordGuide(
            "dataset NAME = SOURCE [with OPTIONS]",
            "Declares a table of predictions, or photographs with labels."),
        .attribute: KeywordGuide(
            "attribute NAME = TYPE [with OPTIONS]", "Declares an attribute of people or lesions."),
        .cohort: KeywordGuide(
            "cohort [NAME =] ATTRIBUTE [in] VALUES ... n COUNT [from GENERATOR]",
            "Describes people: the product of the attributes' values, `n` images a cell; made when needed."),
    ]

    private static let results: [Keyword: KeywordGuide] = [
        .sample: KeywordGuide("sample COHORT [with save \"FOLDER\"]", "Makes a cohort's images now."),
        .audit: KeywordGuide(
            "audit [NAME =] CLASSIFIERS [on COHORTS] [with OPTIONS]",
            "Lets classifiers judge the images of cohorts."),
        .report: KeywordGuide(
            "report METRICS [by GROUPS] [of AUDITS] [with OPTIONS]",
            "Prints metrics by groups, with intervals and the gap that chance alone would give."),
        .compare: KeywordGuide(
            "compare A vs B of METRICS [by GROUPS] [with OPTIONS]",
            "Compares classifiers, paired wherever they judged the same images."),
        .plot: KeywordGuide(
            "plot KIND [METRICS] [by GROUPS] [of RESULT] to \"FILE\" [with OPTIONS]",
            "Draws a figure as SVG or PNG."),
        .require: KeywordGuide(
            "require CONDITION [because \"REASON\"]",
            "A gate: the run fails where the condition does not hold."),
        .expect: KeywordGuide(
            "expect CONDITION [because \"REASON\"]", "A gate that only warns."),
        .export: KeywordGuide(
            "export RESULTS to \"FILE\" [as FORMAT]", "Writes results; the extension says the format."),
        .print: KeywordGuide("print VALUES", "Prints values."),
        .help: KeywordGuide("help [TOPIC]", "Explains a metric, a word, a name or a code."),
    ]

    private static let clauses: [Keyword: KeywordGuide] = [
        .by: KeywordGuide(
            "by GROUPS",
            "`by a, b` makes two tables, `by a*b` one of their crossing, `by all` every one and all pairs."),
        .with: KeywordGuide("with OPTION, OPTION ...", "Gives options to the statement before it."),
        .where: KeywordGuide("where CONDITION", "Keeps the cells for which the condition holds."),
        .of: KeywordGuide("of RESULT", "Says which result is meant; without it, the last one."),
        .on: KeywordGuide("on COHORT, COHORT ...", "Says on which people; without it, on the last cohort."),
        .to: KeywordGuide("to \"FILE\"", "The file to write; a relative path begins at the script's folder."),
        .vs: KeywordGuide("A vs B", "Stands between the sides of a comparison."),
        .as: KeywordGuide("as NAME", "Names the format of an export, or a module."),
        .because: KeywordGuide("because \"REASON\"", "The reason that a failed gate prints."),
        .in: KeywordGuide(
            "in SET", "Stands before the values of an attribute, or asks whether a value is in a set."),
        .and: KeywordGuide("A and B", "Both conditions hold."),
        .or: KeywordGuide("A or B", "One of the conditions holds."),
        .not: KeywordGuide("not A", "The condition does not hold."),
        .true: KeywordGuide("true", "The truth value of a condition that holds."),
        .false: KeywordGuide("false", "The truth value of a condition that does not hold."),
        .unknown: KeywordGuide(
            "unknown", "An attribute that is deliberately not stated: prompts leave it out, reports name it."),
    ]
}

/// The statements of this version, in the order of the reference.
package enum StatementGuide {
    /// The entry of the statement that begins with a word.
    package static func entry(_ word: String) -> StatementEntry? {
        entries.first { $0.word == word }
    }

    /// All entries.
    package static let entries: [StatementEntry] = structure + people + results + outputs

    private static let structure: [StatementEntry] = [
        StatementEntry(
            "edition", form: "edition YEAR",
            "Pins the language that the script is written in: words, defaults, metrics and random numbers.",
            example: "edition 2026",
            notes: [
                "It is the first statement. A script without one means the newest edition, with a warning."
            ]),
        StatementEntry(
            "use", form: "use MODULE [as NAME]\nuse \"FILE\" [as NAME]",
            "Takes over what a module of the standard library, or another script, declares.",
            example: """
                use derm.bands
                cohort sex in [m, f] fst skin_dark n 2
                """,
            notes: [
                "With `as NAME`, everything taken over is written `NAME.` and its own name. A file that is used declares; its reports and gates are not run.",
                "Files may not use each other in a circle.",
            ]),
        StatementEntry(
            "let", form: "let NAME [: TYPE] = VALUE",
            "Names a value, which never changes. `-D NAME=VALUE` on the command line takes its place.",
            example: """
                let size: int = 2
                cohort sex in [m, f] n size
                """,
            notes: [
                "Types are int, number, percent, string, path, bool, duration, bytes, fst, set<...>, range, record and the things: generator, classifier, dataset, cohort, audit, report, comparison.",
                "`let` also names what a function gives: `let light = band([I, II])`.",
            ]),
        StatementEntry(
            "set", form: "set SETTING VALUE",
            "Sets what holds for the whole run: seed, threads, budget, memory.",
            example: """
                set seed 7
                set budget 2h
                """),
        StatementEntry(
            "for", form: "for NAME in VALUES { STATEMENTS }",
            "Does the statements once for each item of a set or a range, or for each of several things.",
            example: """
                for size in [2, 4] {
                    cohort c = sex in [m, f] n size
                    print size, images(c)
                }
                """,
            notes: [
                "Loops are written out before anything runs, so a plan knows them whole. Names of the block end with it; results carry the pass: `c (size 2)`."
            ]),
        StatementEntry(
            "if",
            form: "if CONDITION { STATEMENTS } {else if CONDITION { STATEMENTS }} [else { STATEMENTS }]",
            "Does the statements of the first branch whose condition holds.",
            example: """
                let thorough = false
                if thorough { print "all ages" } else { print "a first look" }
                """,
            notes: [
                "The condition must be known before the run; a condition on results is a gate, written with `require` or `expect`."
            ]),
        StatementEntry(
            "def", form: "def NAME(PARAMETER [: TYPE] [= VALUE], ...) [-> TYPE] { STATEMENTS }",
            "Names statements that are used with different values. The last statement gives the value of a call.",
            example: """
                def band(types: set<fst>, size: int = 2) -> cohort {
                    cohort sex in [m, f] fst types n size
                }
                let light = band([I, II])
                print cells(light)
                """,
            notes: [
                "A function sees what is declared before it and its parameters; nothing can call itself. Calls are written out before the run.",
                "`cells(c)` and `images(c)` tell the size of a cohort.",
            ]),
        StatementEntry(
            "test", form: "test \"TITLE\" { STATEMENTS }",
            "Says what must hold; `dermaudit test` runs it, a run passes it by.",
            example: """
                let light = [I, II]
                test "two types are light" {
                    cohort c = sex in [m, f] fst light n 1
                    require cells(c) == 4
                }
                """,
            notes: [
                "Cohorts of a test that name no generator are drawn by `phantom()`, which needs no weights."
            ]),
        StatementEntry(
            "help", form: "help [NAME | WORD | CODE | \"TEXT\"]",
            "Shows the documentation of a statement, metric, attribute, option, code or name of yours.",
            example: "help dp"),
    ]

    private static let people: [StatementEntry] = [
        StatementEntry(
            "attribute",
            form: "attribute NAME = enum [WORDS] | years RANGE | fst | number [RANGE] [with OPTIONS]",
            "Declares an attribute of people or lesions: its values, wording in prompts and columns in tables.",
            example: """
                attribute hair = enum [none, some, dense] with title "hair over the lesion", words {none: "no hair"}, columns [hair, hairs]
                cohort sex in [m, f] hair in [none, dense] n 1
                """),
        StatementEntry(
            "generator", form: "generator NAME = SOURCE [with OPTIONS]",
            "Declares what makes images: `phantom()`, `phantom_dit()` or `lightningdit(\"weights\")`.",
            example: """
                generator quick = phantom_dit() with steps 10
                cohort sex in [m, f] from quick n 1
                """),
        StatementEntry(
            "classifier", form: "classifier NAME = NETWORK(\"FILE\") [with OPTIONS]",
            "Declares a classifier of your own: an architecture, its weights and how images come to it.",
            example: """
                classifier mine = densenet201("weights.pth") with input 224, resize short 256 crop 224 bilinear antialias,
                    mean imagenet, classes [nevus, melanoma], positive melanoma
                """,
            notes: ["docs/bring-your-own.md takes each kind of model from its file to a report."]),
        StatementEntry(
            "dataset",
            form: "dataset NAME = predictions(\"FILE\") | folder(\"FOLDER\") | SCHEMA(...) [with OPTIONS]",
            "Declares a table of predictions or a folder of photographs with a table of labels.",
            example: """
                dataset d = predictions("predictions.csv") with labels dx, map {sex: sex}
                """,
            notes: [
                "docs/data-sets.md tells of columns, joins, unknown values and the modules for published data sets."
            ]),
        StatementEntry(
            "cohort",
            form:
                "cohort [NAME =] CLAUSE ...\ncohort NAME { CLAUSE ... }\ncohort NAME = COHORT [where CONDITION] [with CLAUSE, ...] [+ COHORT ...]",
            "Describes people: the product of attribute values, with `n` images in each cell.",
            example: """
                cohort all = sex in [m, f] age 10..80 fst I..VI n 2
                cohort adults = all where age >= 20
                cohort more = adults with n 4, seed 9
                """,
            notes: [
                "Clauses are `ATTRIBUTE in VALUES`, `n COUNT [total]`, `prompt TEXT`, `from GENERATOR`, `seed NUMBER` and `where CONDITION`, which leaves out cells.",
                "`a + b` holds the cells of both, which must share no cell, generator or seed that contradicts.",
            ]),
        StatementEntry(
            "sample", form: "sample COHORT [with save \"FOLDER\"]",
            "Makes the images of a cohort now, and writes them where `save` says.",
            example: """
                generator drawn = phantom()
                cohort c = sex in [m, f] from drawn n 1
                sample c with save "images"
                """),
    ]

    private static let results: [StatementEntry] = [
        StatementEntry(
            "audit", form: "audit [NAME =] CLASSIFIER, ... | all [on SUBJECT, ...] [with OPTIONS]",
            "Lets classifiers judge the images of cohorts or data sets.",
            example: """
                cohort c = sex in [m, f] n 2
                audit a = MelaNet, DeepGuide on c with threshold 0.5
                report accuracy by sex of a
                """,
            notes: ["Without `on` it is of the last cohort."]),
        StatementEntry(
            "report", form: "report METRIC, ... [by GROUPS, ...] [of RESULT, ...] [with OPTIONS]",
            "Prints metrics over groups, with intervals, tests and what chance alone gives.",
            example: """
                cohort sex in [m, f] age 20..60 step 20 n 2
                audit MelaNet
                report accuracy, dp by sex, age with ci wilson 95%, correct holm
                """,
            notes: [
                "`by a, b` makes a table for each attribute, `by a*b` one for their combinations, `by all` every table and pair."
            ]),
        StatementEntry(
            "compare", form: "compare RESULT vs RESULT ... of METRIC, ... [by GROUPS] [with OPTIONS]",
            "Compares results: paired where they judge the same images, and says which.",
            example: """
                cohort sex in [m, f] n 4
                audit a = MelaNet, DeepGuide
                compare a.MelaNet vs a.DeepGuide of accuracy
                """),
        StatementEntry(
            "require", form: "require CONDITION [because \"REASON\"]",
            "A gate: the run fails with exit code 1 where the condition does not hold.",
            example: """
                cohort sex in [m, f] n 4
                audit MelaNet
                require upper(dp by sex, 95%) <= 100% because "policy 4.2"
                """,
            notes: [
                "A gate on an interval passes, fails or is inconclusive, where the interval straddles the limit; inconclusive ends with 8 unless the condition allows it: `or inconclusive(...)`."
            ]),
        StatementEntry(
            "expect", form: "expect CONDITION [because \"REASON\"]",
            "A gate that warns and does not fail the run.",
            example: """
                cohort sex in [m, f] n 4
                audit MelaNet
                expect dp by sex <= 50%
                """),
    ]

    private static let outputs: [StatementEntry] = [
        StatementEntry(
            "plot",
            form:
                "plot KIND [METRIC, ...] [by GROUPS] [of RESULT] [rows GROUP] [columns GROUP] to \"FILE\" [with OPTIONS]",
            "Draws a figure: `grid` of images, `bars`, `forest`, `roc` or `calibration`.",
            example: """
                cohort c = sex in [m, f] n 2
                audit a = MelaNet on c
                plot bars accuracy by sex of a to "accuracy.png"
                """),
        StatementEntry(
            "export", form: "export RESULT, ... to \"FILE\" [as FORMAT]",
            "Writes results; the file's extension says how: csv json html md tex png junit.xml sarif.",
            example: """
                cohort sex in [m, f] n 2
                audit MelaNet
                report dp by sex
                export it.report to "report.csv"
                """),
        StatementEntry(
            "print", form: "print VALUE, ...", "Prints values, also metrics of results.",
            example: """
                let limit = 10%
                print "the limit is {limit}"
                """),
    ]
}

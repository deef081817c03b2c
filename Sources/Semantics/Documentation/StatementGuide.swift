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
                "It is the first statement. A script without one means the newest edition, with a warning (W1001)."
            ]),
        StatementEntry(
            "use", form: "use MODULE [as NAME]\nuse \"FILE\" [as NAME]",
            "Takes over what a module of the standard library, or another script, declares.",
            example: """
                use derm.ham10000
                dataset photographs = ham10000("HAM10000_images", "HAM10000_metadata.csv")
                audit MelaNet on photographs
                report accuracy by sex
                """,
            notes: [
                "With `as NAME`, everything taken over is written `NAME.` and its own name; without, a name that stands already is an error (E0307). Attributes keep their names.",
                "A file that is used declares; its reports, plots, exports, gates and tests are not run. Files may not use each other in a circle (E0305), nor more than 16 in a row.",
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
                "A value from `-D` must be of the same type: `-D size=100`, `-D bands=[I,II]`. Text needs no quotes there.",
            ]),
        StatementEntry(
            "set", form: "set SETTING VALUE",
            "Sets what holds for the whole run: seed, engine, threads, budget, memory, ask.",
            example: """
                set seed 7
                set budget 2h
                """,
            notes: [
                "A setting holds for the statements behind it: write settings first. There is no `=`.",
                "A plan that needs more than `budget` or `memory` ends before it starts, with exit code 7.",
            ]),
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
                "Loops are written out before anything runs, so a plan knows them whole. Names of the block end with it; results carry the pass: `c (size 2)`.",
                "A range runs over whole numbers or skin types: `10..20 step 5`, `0..<3`, `I..III`. A set may hold values of any type, or generators, classifiers, cohorts, data sets and audits.",
            ]),
        StatementEntry(
            "if",
            form: "if CONDITION { STATEMENTS } {else if CONDITION { STATEMENTS }} [else { STATEMENTS }]",
            "Does the statements of the first branch whose condition holds.",
            example: """
                let thorough = false
                if thorough {
                    print "all ages"
                } else {
                    print "a first look"
                }
                """,
            notes: [
                "The condition must be known before the run; a condition on results is a gate, written with `require` or `expect`.",
                "Of the branches that are not taken, names are checked and nothing else. A name that a branch binds ends with it.",
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
                "Arguments are given by place or by name: `band(V..VI, size: 3)`. A call that makes something may stand alone as a statement.",
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
                "Cohorts of a test that name no generator are drawn by `phantom()`, which needs no weights.",
                "What a test declares ends with it. `dermaudit test --filter TEXT` runs some, `--junit FILE` writes the outcomes for continuous integration, and `--update` records what the tests print, which they then must print again.",
            ]),
        StatementEntry(
            "help", form: "help [NAME | WORD | CODE | \"TEXT\"]",
            "Shows the documentation of a statement, metric, attribute, option, code or name of yours.",
            example: "help dp",
            notes: [
                "Names of yours show their doc comment: the lines that begin with `##` before the declaration."
            ]),
    ]

    private static let people: [StatementEntry] = [
        StatementEntry(
            "attribute",
            form: "attribute NAME = enum [WORDS] | years RANGE | fst | number [RANGE] [with OPTIONS]",
            "Declares an attribute of people or lesions: its values, wording in prompts and columns in tables.",
            example: """
                attribute hair = enum [none, some, dense] with
                    title "hair over the lesion",
                    synonyms {none: ["no", "0"]},
                    columns [hair, hairs]
                dataset d = predictions("predictions.csv") with labels dx, score [p_mel], positive [mel]
                report accuracy by hair of d
                """,
            notes: [
                "Options are `title`, `words` (what prompts say for a value), `synonyms` (other spellings in tables), `columns` (columns of tables that hold it), `default` (the value of a cohort that does not mention it), `unit` and `vocabulary`. A doc comment is the title where none is written.",
                "A cohort that varies it needs a generator that shows it, and a prompt that mentions it: the standard prompt does not know it. Built in are sex, age, fst, diagnosis, site, size, tone and tone_class.",
            ]),
        StatementEntry(
            "generator", form: "generator NAME = SOURCE [with OPTIONS]",
            "Declares what makes images: `phantom()`, `phantom_dit()` or `lightningdit(\"weights\")`.",
            example: """
                generator quick = phantom_dit() with steps 10
                cohort sex in [m, f] from quick n 1
                """,
            notes: [
                "`phantom()` draws lesions of known truth and needs no weights; `phantom_dit()` is the embedded diffusion transformer, and makes the images of a cohort that names no generator.",
                "Options of `phantom()` are `size` and `style`; of the others `steps`, `guidance`, `shift`, `interval` and `channels`; of `lightningdit(...)` also `vae`, `text`, `stats` and `size`. `help phantom_dit` tells each.",
            ]),
        StatementEntry(
            "classifier", form: "classifier NAME = NETWORK(\"FILE\") [with OPTIONS]",
            "Declares a classifier of your own: an architecture, its weights and how images come to it.",
            example: """
                classifier mine = densenet201("weights.pth") with
                    input 224,
                    resize short 256 crop 224 bilinear antialias,
                    mean imagenet,
                    classes [nevus, melanoma],
                    positive melanoma
                """,
            notes: [
                "The network is an architecture such as `resnet50`, `densenet201` or `vgg16`, or `keras`, `onnx`, `manifest` or the name of a published one. docs/bring-your-own.md takes each kind of model from its file to a report, and tells of all options.",
                "MelaNet, SkinLesionDensenet and DeepGuide are there without a declaration: embedded phantoms of these names.",
            ]),
        StatementEntry(
            "dataset",
            form: "dataset NAME = predictions(\"FILE\") | folder(\"FOLDER\") | SCHEMA(...) [with OPTIONS]",
            "Declares a table of predictions or a folder of photographs with a table of labels.",
            example: """
                dataset d = predictions("predictions.csv") with
                    labels dx,
                    score [p_mel],
                    positive [mel],
                    map {fst: skin_type}
                report accuracy by sex, fst of d
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
                "`a with CLAUSE` takes the place of clauses of `a`; `a where CONDITION` leaves out more cells; `a + b` holds the cells of both, adding the counts of those they share. Both state the same attributes and have the same generator and seed (E0429).",
                "Attributes of the condition are compared with their values: `where age >= 20 and not (sex == m and fst in [I, II])`.",
                "In a prompt, a part in `[...]` is dropped where an attribute in it is `unknown`. A cohort that does not mention `diagnosis` is of melanomas.",
            ]),
        StatementEntry(
            "sample", form: "sample COHORT [with save \"FOLDER\"]",
            "Makes the images of a cohort now, and writes them where `save` says.",
            example: """
                generator drawn = phantom()
                cohort c = sex in [m, f] from drawn n 1
                sample c with save "images"
                """,
            notes: [
                "Without it, images are made when a result needs them. The folder gets PNG files and a list of them, as CSV and as JSON."
            ]),
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
            notes: [
                "Without `on` it is of the last cohort; `all` means every classifier of the catalogue and the script.",
                "Its parts are named behind a dot, classifier first: `a.MelaNet`, `a.MelaNet.c` where there are several subjects, `a.c`.",
                "Options are `threshold` (a share; `youden` or `recall 90%` with `calibration NAME` choose it on other labelled data), `vary ATTRIBUTE` and `batch`.",
            ]),
        StatementEntry(
            "report", form: "report METRIC, ... [by GROUPS, ...] [of RESULT, ...] [with OPTIONS]",
            "Prints metrics over groups, with intervals, tests and what chance alone gives.",
            example: """
                cohort sex in [m, f] age 20..60 step 20 n 2
                audit MelaNet
                report accuracy, dp by sex, age with ci wilson 95%, correct holm
                """,
            notes: [
                "`by a, b` makes a table for each attribute, `by a*b` one for their combinations, `by all` every table and pair. `age bin 20` and `age bins [0, 40, 60, 120]` group numbers.",
                "Options are `ci METHOD LEVEL`, `test permutation DRAWS`, `correct holm`, `min_n`, `excluding unknown`, `adjusting [ATTRIBUTE, ...]`, `to overall` or `to group NAME`, `prior`, `resample` and `threshold`. docs/metrics.md tells of every metric.",
            ]),
        StatementEntry(
            "compare", form: "compare RESULT vs RESULT ... of METRIC, ... [by GROUPS] [with OPTIONS]",
            "Compares results: paired where they judge the same images, and says which.",
            example: """
                cohort sex in [m, f] n 4
                audit a = MelaNet, DeepGuide
                compare a.MelaNet vs a.DeepGuide of accuracy, dp by sex
                """,
            notes: [
                "The report names its tests: of the same images McNemar's for rates, DeLong's for `auroc` and a paired permutation for the rest. Options are those of `report` that concern intervals, tests and thresholds."
            ]),
        StatementEntry(
            "require", form: "require CONDITION [because \"REASON\"]",
            "A gate: the run fails with exit code 1 where the condition does not hold.",
            example: """
                cohort sex in [m, f] n 4
                audit MelaNet
                require upper(dp by sex, 95%) <= 100% because "policy 4.2"
                """,
            notes: [
                "A gate on an interval passes, fails or is inconclusive, where the interval straddles the limit; inconclusive ends with 8 unless the condition allows it: `or inconclusive(...)`.",
                "`upper(METRIC, LEVEL)` and `lower(METRIC, LEVEL)` are bounds of intervals, `min(METRIC)` and `max(METRIC)` the worst and best of groups.",
            ]),
        StatementEntry(
            "expect", form: "expect CONDITION [because \"REASON\"]",
            "A gate that warns and does not fail the run.",
            example: """
                cohort sex in [m, f] n 4
                audit MelaNet
                expect dp by sex <= 50%
                """,
            notes: ["It has the outcomes of `require`, and none of them changes the exit code."]),
    ]

    private static let outputs: [StatementEntry] = [
        StatementEntry(
            "plot",
            form:
                "plot KIND [METRIC, ...] [by GROUPS] [of RESULT] [rows GROUP] [columns GROUP] to \"FILE\" [with OPTIONS]",
            "Draws a figure, as SVG or PNG by the file's extension: `grid` of images, or `bars`, `gaps`, `heatmap`, `calibration`, `roc` or `sizes` of results.",
            example: """
                cohort c = sex in [m, f] age in [30, 60] n 2
                audit a = MelaNet on c
                plot bars accuracy by sex of a to "accuracy.png"
                plot grid of c rows sex columns age to "images.png" with pick 1
                """,
            notes: [
                "`bars` draws a value of each group with its interval, `gaps` gaps beside what chance alone gives, `heatmap` a crossing of two attributes, raw beside shrunken, `calibration` and `roc` curves of each group, `sizes` how many images each group has. Figures of results take the options of reports.",
                "`rows` and `columns` lay out a grid, and one of them is enough; `pick 2` takes the second image of each cell.",
            ]),
        StatementEntry(
            "export", form: "export RESULT, ... to \"FILE\" [as FORMAT]",
            "Writes results; the file's extension says how: csv json txt html md tex junit.xml sarif.",
            example: """
                cohort sex in [m, f] n 2
                audit MelaNet
                report dp by sex
                export it.report to "report.csv"
                export it.audit to "scores.csv"
                """,
            notes: [
                "`as` names the format where the extension does not. Audits go to csv, json and txt, one line an image, and cohorts, one line a cell; reports go to all."
            ]),
        StatementEntry(
            "print", form: "print VALUE, ...", "Prints values, also metrics of results.",
            example: """
                let limit = 10%
                print "the limit is {limit}", limit * 2
                """,
            notes: [
                "Values are printed beside each other, with a blank between. Text takes values known before the run in braces; results are printed as values: `print \"gap\", dp by sex of a`."
            ]),
    ]
}

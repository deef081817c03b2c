extension CodeRegistry {
    /// Codes of names that mean nothing, or something else.
    static let names: [CodeEntry] = [
        CodeEntry(
            "E0301", "a value's name that means nothing",
            "The name is neither a `let` of the script nor a metric.",
            wrong: """
                let count = 3
                print cuont
                """,
            right: """
                let count = 3
                print count
                """),
        CodeEntry(
            "E0302", "an attribute that does not exist",
            "Attributes are `sex`, `age`, `fst`, `diagnosis`, `site` and `size`.",
            wrong: "cohort sxe in [m, f] n 2",
            right: "cohort sex in [m, f] n 2"),
        CodeEntry(
            "E0303", "a metric that does not exist",
            """
            Values are metrics such as `accuracy` and `recall`; gaps such as `dp` compare groups.
            """,
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dpp by age of a
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dp by age of a
                """),
        CodeEntry(
            "E0304", "a prompt that uses an unknown attribute",
            """
            Words in braces in a prompt are attributes that the cohort states; each image gets its \
            own values.
            """,
            wrong: "cohort sex in [m, f] n 2 prompt \"melanoma, {sexe}\"",
            right: "cohort sex in [m, f] n 2 prompt \"melanoma, {sex}\""),
        CodeEntry(
            "E0305", "a file that uses itself",
            "Files that use each other in a circle can never be read."),
        CodeEntry(
            "E0306", "a prompt that forgets an attribute",
            """
            The attribute varies, but the prompt never says it, so all its groups would be asked \
            for with the same words and any difference between them would be chance.
            """,
            wrong: "cohort sex in [m, f] n 2 prompt \"melanoma\"",
            right: "cohort sex in [m, f] n 2 prompt \"melanoma, {sex}\""),
        CodeEntry(
            "E0307", "a name that is bound already",
            "Names bind once, so that a reader can trust the first place where one is bound.",
            wrong: """
                let n = 1
                let n = 2
                """,
            right: """
                let n = 1
                let m = 2
                """),
        CodeEntry(
            "E0308", "an attribute with the name of a clause",
            """
            `n`, `prompt`, `from` and `seed` are clauses of cohorts. An attribute of such a name could not be told from them.
            """,
            wrong: "attribute seed = enum [a, b]",
            right: "attribute strain = enum [a, b]"),
        CodeEntry(
            "E0309", "something is said twice",
            "An attribute or clause may be stated once, and a subject named once.",
            wrong: "cohort sex m sex f n 2",
            right: "cohort sex in [m, f] n 2"),
        CodeEntry(
            "E0310", "brackets of a prompt that do not match",
            """
            `[...]` in a prompt marks a part that is dropped when an attribute in it is `unknown`. \
            Such parts cannot stand in each other.
            """,
            wrong: "cohort sex in [m, f] n 2 prompt \"a [{sex}\"",
            right: "cohort sex in [m, f] n 2 prompt \"a [{sex}]\""),
        CodeEntry(
            "E0311", "a classifier that does not exist",
            """
            A classifier is one of the zoo or one that the script declares with `classifier`.
            """,
            wrong: """
                cohort c = n 2
                audit MelaNt on c
                """,
            right: """
                cohort c = n 2
                audit MelaNet on c
                """),
        CodeEntry(
            "E0312", "a subject that does not exist",
            "The name is no cohort, audit, data set or part of one.",
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dp by sex of b
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dp by sex of a
                """),
        CodeEntry(
            "E0313", "there is nothing to work on yet",
            """
            A statement that names no subject means the last cohort, audit or report before it, \
            and there is none.
            """,
            wrong: "audit MelaNet",
            right: """
                cohort sex in [m, f] n 2
                audit MelaNet
                """),
        CodeEntry(
            "E0314", "an option that does not exist",
            "Each statement and source has its own options behind `with`.",
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dp by sex of a with cii wilson
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dp by sex of a with ci wilson
                """),
        CodeEntry(
            "E0315", "a setting that does not exist",
            "Settings are `seed`, `engine`, `threads`, `budget`, `memory` and `ask`.",
            wrong: "set sede 3",
            right: "set seed 3"),
        CodeEntry(
            "E0316", "a definition on the command line that names nothing",
            """
            `-D name=value` gives the `let` of that name at the top of the script another value. \
            No `let` has that name.
            """),
        CodeEntry(
            "E0317", "a name of something else",
            "The name is known, but it stands for another kind of thing than is wanted here.",
            wrong: """
                cohort c = n 2
                audit c on c
                """,
            right: """
                cohort c = n 2
                audit MelaNet on c
                """),
        CodeEntry(
            "E0318", "a file or module that cannot be used",
            "The file named by `use` is missing or has errors of its own.",
            wrong: "use \"missing.audit\""),
        CodeEntry(
            "E0319", "an edition that does not exist",
            "An edition is the year that fixed keywords, defaults and definitions.",
            wrong: "edition 1999",
            right: "edition 2026"),
        CodeEntry(
            "E0320", "a source, plot or format that does not exist",
            """
            Generators, data set sources, kinds of plot and file formats are fixed; the message \
            lists them.
            """,
            wrong: "generator g = phantm()",
            right: "generator g = phantom()"),
        CodeEntry(
            "E0321", "a statement of the whole script inside a block",
            """
            `edition`, `use`, `set`, `def`, `attribute` and `test` hold for the whole script, so they stand at its top \
            and not in braces.
            """,
            wrong: """
                for n in [2, 4] {
                    set seed 7
                    cohort sex in [m, f] n n
                }
                """,
            right: """
                set seed 7
                for n in [2, 4] {
                    cohort sex in [m, f] n n
                }
                """),
        CodeEntry(
            "E0322", "something that there is no help for",
            """
            `help` knows the statements, metrics, attributes, generators, classifiers, options, codes and what the script \
            has named.
            """,
            wrong: "help dpp",
            right: "help dp"),
    ]
}

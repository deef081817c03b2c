extension CodeRegistry {
    /// Codes of tokens in the wrong order.
    static let syntactic: [CodeEntry] = [
        CodeEntry(
            "E0201", "something else was expected",
            """
            The grammar allows only certain words at each place. The message says what could stand \
            there and what was found.
            """,
            wrong: "set seed = 4",
            right: "set seed 4"),
        CodeEntry(
            "E0202", "words behind the end of a statement",
            """
            A statement ends with its line or with `;`. What follows on the line does not belong \
            to it.
            """,
            wrong: "edition 2026 print 1",
            right: """
                edition 2026
                print 1
                """),
        CodeEntry(
            "E0203", "a bracket that is never closed",
            """
            Every `(`, `[` and `{` needs its partner. The mark stands at the bracket that has \
            none.
            """,
            wrong: "let x = [1, 2",
            right: "let x = [1, 2]"),
        CodeEntry(
            "E0204", "no statement begins so",
            """
            A statement begins with a word such as `cohort`, `audit` or `report`, or it is an \
            expression whose value is shown.
            """,
            wrong: "cohrt sex in [m, f] n 2",
            right: "cohort sex in [m, f] n 2"),
        CodeEntry(
            "E0205", "a word of the language used as a name",
            """
            Words of the language and the skin types `I` to `VI` are never names, so that later \
            versions can use them freely.
            """,
            wrong: "let report = 1",
            right: "let first = 1"),
        CodeEntry(
            "E0206", "not yet in this version",
            """
            The word or form is part of the language and reserved, but this version does not run \
            it yet.
            """,
            wrong: """
                cohort c = sex in [m, f] n 2
                judge c with melanoma_abcd
                """,
            right: """
                cohort c = sex in [m, f] n 2
                sample c
                """),
        CodeEntry(
            "E0207", "nested too deeply",
            """
            Brackets and operators may be nested a hundred levels deep. Name parts of the \
            expression with `let`.
            """,
            wrong:
                "let x = (((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1)))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))",
            right: "let x = (((1)))"),
        CodeEntry(
            "E0208", "the edition is not first",
            """
            `edition` fixes keywords and defaults for the whole script, so it is its first \
            statement.
            """,
            wrong: """
                print 1
                edition 2026
                """,
            right: """
                edition 2026
                print 1
                """),
        CodeEntry(
            "E0209", "a `}` that closes nothing",
            "No `{` is open at this place.",
            wrong: """
                print 1
                }
                """,
            right: "print 1"),
        CodeEntry(
            "E0210", "a cohort without clauses",
            """
            A cohort is described by clauses: attributes with their values, and `n` images a cell.
            """,
            wrong: """
                cohort c {
                }
                """,
            right: """
                cohort c {
                    sex in [m, f]
                    n 2
                }
                """),
        CodeEntry(
            "E0211", "comparisons cannot be chained",
            "`a < b < c` would compare a truth with a number. Join two comparisons by `and`.",
            wrong: "print 1 < 2 < 3",
            right: "print 1 < 2 and 2 < 3"),
    ]
}

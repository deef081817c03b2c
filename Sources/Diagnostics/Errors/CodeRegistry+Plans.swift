extension CodeRegistry {
    /// Codes of plans, and of runs.
    static let plans: [CodeEntry] = [
        CodeEntry(
            "E0601", "a plan over its budget",
            """
            The work is estimated before it starts. The message says how few images or steps would \
            fit.
            """),
        CodeEntry(
            "E0602", "a cohort that is too large",
            "A cohort may have a million cells and a thousand million images.",
            wrong: "cohort age 0..120 step 1 size 0..200 step 0.1 fst I..VI from phantom n 1",
            right: "cohort age 0..120 fst I..VI n 1"),
        CodeEntry(
            "E0603", "a plan over its memory",
            """
            The most memory that a generator needs is known before it starts. Fewer threads need \
            less; `set memory` may be raised.
            """),
    ]
}

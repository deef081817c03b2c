extension CodeRegistry {
    /// Codes of bytes that are no tokens.
    static let lexical: [CodeEntry] = [
        CodeEntry(
            "E0101", "a character that is no part of the language",
            """
            Scripts are made of letters, digits, quotes, brackets and a few marks. Curly quotes \
            and long dashes come from text programs; strings stand between straight double quotes.
            """,
            wrong: "print “hello”",
            right: "print \"hello\""),
        CodeEntry(
            "E0102", "a string that is never closed",
            """
            A string between single `"` ends on its line. Three quotes hold text of several lines.
            """,
            wrong: "print \"hello",
            right: "print \"hello\""),
        CodeEntry(
            "E0103", "an escape that means nothing",
            """
            A backslash begins `\\n`, `\\t`, `\\"`, `\\\\` or `\\u{...}`. Write two for a \
            backslash.
            """,
            wrong: "print \"50\\% grey\"",
            right: "print \"50% grey\""),
        CodeEntry(
            "E0104", "a number that is too large",
            """
            Whole numbers have 64 bits and end at 9223372036854775807; others end near 1.8e308.
            """,
            wrong: "let n = 99999999999999999999",
            right: "let n = 9999"),
        CodeEntry(
            "E0105", "letters behind a number that are no unit",
            """
            Units are `s m h d` for times, `B KB MB GB TB KiB MiB GiB TiB` for sizes, and `%` for \
            shares.
            """,
            wrong: "let side = 128px",
            right: "let side = 128"),
        CodeEntry(
            "E0106", "a brace in a string that is never closed",
            """
            `{` in a string begins an expression whose value is put in its place, up to `}`. Write \
            `{{` for a brace.
            """,
            wrong: "print \"a { b\"",
            right: "print \"a {{ b\""),
        CodeEntry(
            "E0107", "a script that is too large",
            """
            A script may have 16 million bytes. One that is larger is data; name it as a file \
            instead.
            """),
        CodeEntry(
            "E0108", "a script that is not UTF-8",
            """
            Some bytes are no UTF-8 text, often because the file was saved in another encoding. \
            Save it as UTF-8.
            """),
    ]
}

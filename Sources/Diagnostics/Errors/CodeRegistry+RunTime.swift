extension CodeRegistry {
    /// Codes of a world that does not play along while a script runs.
    static let runTime: [CodeEntry] = [
        CodeEntry(
            "E0801", "a file that cannot be read",
            "The file is missing, may not be read, or is not what its name says."),
        CodeEntry(
            "E0802", "a file that cannot be written",
            """
            The folder is missing, full, or may not be written to. Nothing is left half written.
            """),
        CodeEntry(
            "E0803", "a bad row in a table",
            """
            A row has too few columns or a value that its column cannot hold, bytes are not UTF-8, or an identifier \
            stands twice; the message names line and column. Separators may be commas, semicolons or tabs; where \
            they are not commas, numbers may have a decimal comma.
            """),
        CodeEntry(
            "E0804", "a statistic that cannot be computed",
            "The numbers that reached a statistic break one of its rules."),
        CodeEntry(
            "E0805", "weights that do not fit",
            """
            A file of weights is damaged, lacks a tensor, or holds one of another shape; the \
            message names file, tensor, expected and found shape. Of a file of another architecture \
            it lists what is missing, what is not of it, what has another shape, and what the file \
            looks like.
            """),
        CodeEntry(
            "E0806", "a number that is not finite",
            """
            A network gave NaN or an infinity; the message names where it arose. No such value \
            reaches a metric.
            """),
        CodeEntry(
            "E0807", "an engine that cannot be loaded",
            "The library that multiplies is missing or gives wrong results."),
        CodeEntry(
            "E0808", "an image that cannot be made or judged",
            "Making or judging an image failed; the message names the image."),
        CodeEntry(
            "E0809", "something this version cannot run",
            "The script is right, but this build cannot do what it asks for."),
        CodeEntry(
            "E0810", "a run that was interrupted",
            "Finished images are kept; running the script again goes on where it stopped."),
        CodeEntry(
            "E0811", "photographs that do not fit their table",
            """
            No row names a photograph of the folder, a row may mean several, or none can be read. Single photographs that
            are missing or damaged are no error: the report counts and names them.
            """),
    ]
}

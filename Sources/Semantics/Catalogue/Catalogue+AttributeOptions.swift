extension Catalogue {
    /// The options of `attribute NAME = ... with`.
    package static let attributeOptions = [
        OptionDefinition("title", [.string], "what it is, in a few words"),
        OptionDefinition("words", [.textsByName], "what prompts say for a value, where that is not its name"),
        OptionDefinition("synonyms", [.textsByName], "other spellings of values in tables"),
        OptionDefinition(
            "columns", [.texts],
            "columns of tables that hold it, compared without regard to case; `none` where only `map` may name one"
        ),
        OptionDefinition("default", [.level], "the value of a cohort that does not mention it"),
        OptionDefinition("unit", [.name], "the unit of its numbers"),
        OptionDefinition("vocabulary", [], "its words are more than any one data set uses"),
    ]
}

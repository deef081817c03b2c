extension Catalogue {
    /// The attributes of this version.
    package static let standardAttributes: [AttributeDefinition] = [
        sex, age, fst, diagnosis, site, size,
    ]

    private static let sex = AttributeDefinition(
        name: "sex", title: "recorded sex", domain: .words(["m", "f"]), words: ["m": "male", "f": "female"],
        valueSynonyms: ["male": "m", "man": "m", "female": "f", "woman": "f"],
        columnSynonyms: ["sex", "gender"],
        cohortDefault: nil)

    private static let age = AttributeDefinition(
        name: "age", title: "age in years", domain: .years(0...120, step: 10), words: [:], valueSynonyms: [:],
        columnSynonyms: ["age", "age_approx", "age_years"], cohortDefault: nil)

    private static let fst = AttributeDefinition(
        name: "fst", title: "Fitzpatrick skin type", domain: .fitzpatrick, words: [:], valueSynonyms: [:],
        columnSynonyms: ["fst", "fitzpatrick", "fitzpatrick_scale", "skin_type", "fitzpatrick_skin_type"],
        cohortDefault: nil)

    private static let diagnosis = AttributeDefinition(
        name: "diagnosis", title: "what the lesion is", domain: .words(["melanoma", "benign"]),
        words: ["benign": "nevus"], valueSynonyms: ["nevus": "benign", "mel": "melanoma"],
        columnSynonyms: ["diagnosis", "dx", "label"], cohortDefault: .name("melanoma"))

    private static let site = AttributeDefinition(
        name: "site", title: "where on the body", domain: .words(siteNames),
        words: ["lower_extremity": "lower extremity", "upper_extremity": "upper extremity"],
        valueSynonyms: ["lower extremity": "lower_extremity", "upper extremity": "upper_extremity"],
        columnSynonyms: ["site", "localization", "anatom_site_general"], cohortDefault: nil)

    private static let size = AttributeDefinition(
        name: "size", title: "largest diameter in millimetres", domain: .number(0...200, unit: "mm"),
        words: [:],
        valueSynonyms: [:], columnSynonyms: ["size", "clin_size_long_diam_mm", "diameter"], cohortDefault: nil
    )

    /// The sites of HAM10000 (Tschandl et al. 2018).
    private static let siteNames = [
        "abdomen", "acral", "back", "chest", "ear", "face", "foot", "genital", "hand", "lower_extremity",
        "neck",
        "scalp", "trunk", "upper_extremity",
    ]
}

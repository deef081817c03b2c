extension Catalogue {
    /// The attributes of this version.
    package static let standardAttributes: [AttributeDefinition] = [
        sex, age, fst, tone, toneClass, diagnosis, site, size,
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

    // Columns called `tone` or `skin_tone` hold many things, so a script or a schema must say that one holds these.
    private static let tone = AttributeDefinition(
        name: "tone", title: "skin tone: the bands of DDI, types I-II, III-IV and V-VI",
        domain: .words(["light", "medium", "dark"]), words: [:],
        valueSynonyms: ["12": "light", "34": "medium", "56": "dark"],
        columnSynonyms: [], cohortDefault: nil)

    private static let toneClass = AttributeDefinition(
        name: "tone_class", title: "skin tone class, in the numbers of its data set",
        domain: .number(0...10, unit: "classes"), words: [:], valueSynonyms: [:],
        columnSynonyms: [], cohortDefault: nil)

    private static let diagnosis = AttributeDefinition(
        name: "diagnosis", title: "what the lesion is", domain: .words(["melanoma", "benign"]),
        words: ["benign": "nevus"], valueSynonyms: ["nevus": "benign", "mel": "melanoma"],
        columnSynonyms: ["diagnosis", "dx", "label"], cohortDefault: .name("melanoma"))

    private static let site = AttributeDefinition(
        name: "site", title: "where on the body", domain: .words(siteNames),
        words: Dictionary(
            siteNames.filter { $0.contains("_") }.map { ($0, $0.replacing("_", with: " ")) },
            uniquingKeysWith: { first, _ in first }),
        valueSynonyms: siteSynonyms,
        columnSynonyms: [
            "site", "localization", "anatom_site_general", "anatom_site_general_challenge", "region",
            "location",
        ], isVocabulary: true, cohortDefault: nil)

    private static let size = AttributeDefinition(
        name: "size", title: "largest diameter in millimetres", domain: .number(0...200, unit: "mm"),
        words: [:],
        valueSynonyms: [:], columnSynonyms: ["size", "clin_size_long_diam_mm", "diameter"], cohortDefault: nil
    )

    /// The sites of HAM10000 (Tschandl et al. 2018), and behind them those of ISIC 2019 and 2020, MILK10k, PAD-UFES-20
    /// and Derm7pt that it has not: data sets divide the body differently, and nothing is merged here.
    private static let siteNames = [
        "abdomen", "acral", "back", "chest", "ear", "face", "foot", "genital", "hand", "lower_extremity",
        "neck", "scalp", "trunk", "upper_extremity", "anterior_torso", "posterior_torso", "lateral_torso",
        "torso", "head_neck", "head_neck_face", "palms_soles", "oral_genital", "arm", "forearm", "thigh",
        "nose", "lip", "buttocks",
    ]

    /// Other spellings of sites: with a space or a slash, and those of Derm7pt.
    private static let siteSynonyms: [String: String] = {
        var synonyms = [
            "upper limbs": "upper_extremity", "lower limbs": "lower_extremity", "genital areas": "genital",
        ]
        for name in siteNames where name.contains("_") {
            synonyms[name.replacing("_", with: " ")] = name
            synonyms[name.replacing("_", with: "/")] = name
        }
        return synonyms
    }()
}

import Semantics

/// The files that golden cases may name.
struct CaseSchema: SchemaProvider {
    /// Columns of the tables.
    private static let tables = [
        "preds.csv": ["image", "predicted_lesion", "MEL", "NV", "BCC"],
        "meta.csv": ["lesion_id", "image_id", "dx", "dx_type", "age", "sex", "localization"],
        "joinless.csv": ["score"],
        "scores.csv": ["id", "score", "truth", "skin_type", "weight"],
        "classes.csv": ["id", "prediction", "diagnosis", "sex"],
        "several.csv": ["image", "dx", "sex", "p_a", "p_b", "p_c", "class_a"],
        "onehot.csv": ["image", "MEL", "NV"],
        "lesions.csv": ["lesion_id", "MEL", "NV"],
        "people.csv": ["image", "lesion_id", "sex", "age_approx", "image_type"],
        "photos/inside.csv": ["image", "dx", "sex"],
    ]

    /// Scripts that others use.
    private static let scripts = [
        "lib/bands.audit": "let light = [I, II]\nlet dark = [V, VI]\n",
        "lib/functions.audit": """
        ## Two people of a band.
        def pair(types: set<fst>, size: int = 1) -> cohort { cohort sex in [m, f] fst types n size }
        def broken(n) { cohort c = sex in [m, f] n n; report dp by age }
        attribute hair = enum [none, dense]
        cohort few = sex in [m, f] n 1
        """,
        "lib/clash.audit": "let light = [I, II, III]\n",
        "lib/loop.audit": "use \"loop.audit\"\n",
        "lib/one.audit": "use \"two.audit\"\n",
        "lib/two.audit": "use \"one.audit\"\n",
        "lib/back.audit": "let dark = [V, VI]\nuse \"../case.audit\"\n",
        "lib/wrong.audit": "let x = [1, 2\n",
    ]

    /// Modules of the standard library.
    private static let modules = [
        "derm.lesions": """
        dataset lesions = schema with positive [MEL], link lesion_id, map {age: age_approx}
        """
    ]

    func exists(_ path: String) -> Bool {
        !path.contains("missing") && path != "inside.csv"
    }

    func imageCount(in folder: String) throws(SchemaError) -> Int {
        folder == "empty" ? 0 : 120
    }

    func module(named name: String) throws(SchemaError) -> [UInt8]? {
        Self.modules[name].map { Array($0.utf8) }
    }

    var moduleNames: [String] { Self.modules.keys.sorted() }

    func reasonAgainstWriting(_ path: String) -> String? {
        path.hasPrefix("locked/") ? "the folder `locked` cannot be written to" : nil
    }

    func columns(of path: String) throws(SchemaError) -> [String] {
        guard let columns = Self.tables[path] else { throw .unreadable(path: path, reason: "not a CSV") }
        return columns
    }

    func script(at path: String) throws(SchemaError) -> [UInt8] {
        guard let text = Self.scripts[path] else { throw .missing(path: path) }
        return Array(text.utf8)
    }

    func network(at path: String) throws(SchemaError) -> NetworkFacts? {
        if path == "w/garbage.pth" {
            throw .unreadable(path: path, reason: "found 12 bytes, expected a weight file")
        }
        return Self.networks[path]
    }

    /// What is known of files of weights.
    private static let networks = [
        "w/plain.pth": NetworkFacts(format: .tensors, outputs: 7, title: "DenseNet-201"),
        "w/layered.pth": NetworkFacts(
            format: .tensors, outputs: 2, title: "DenseNet-201", graph: "densenet201",
            head: ["classifier.0", "classifier.3"]),
        "w/open.keras": NetworkFacts(format: .keras, outputs: 2),
        "w/MelaNet.h5": NetworkFacts(
            format: .keras, outputs: 2,
            settings: [
                NetworkSetting("input", [.integer(256)], from: "the file"),
                NetworkSetting("activation", [.word("none")], from: "the file"),
            ]),
        "w/labelled/model.safetensors": NetworkFacts(
            format: .tensors, outputs: 3, title: "ResNet-18",
            settings: [
                NetworkSetting(
                    "classes", [.set([.string("mel"), .string("nv"), .string("bkl")])], from: "config.json"),
                NetworkSetting("input", [.integer(224)], from: "config.json"),
                NetworkSetting(
                    "resize",
                    [
                        .word("short"), .integer(256), .word("crop"), .integer(224), .word("bicubic"),
                        .word("antialias"),
                    ],
                    from: "config.json"),
            ]),
    ]
}

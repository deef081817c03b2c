extension CodeRegistry {
    /// Codes of values that do not fit.
    static let types: [CodeEntry] = [
        CodeEntry(
            "E0401", "a skin type that does not exist",
            """
            Fitzpatrick types run from I to VI and are written as Roman numerals. `unknown` states \
            that the type is not given.
            """,
            wrong: "cohort fst I..VII n 2",
            right: "cohort fst I..VI n 2"),
        CodeEntry(
            "E0402", "an empty range or set",
            """
            A range runs from the smaller to the larger value. An empty one would make a cohort \
            without people.
            """,
            wrong: "cohort age 80..10 n 2",
            right: "cohort age 10..80 n 2"),
        CodeEntry(
            "E0403", "a range with a step that does not work",
            """
            Ranges of numbers need a positive step that gives at most 10 000 values; years and \
            types have steps of their own.
            """,
            wrong: "cohort size 2..8 from phantom n 2",
            right: "cohort size 2..8 step 2 from phantom n 2"),
        CodeEntry(
            "E0404", "a word that is not a value of its attribute",
            "An attribute takes the values of its domain, and `unknown`.",
            wrong: "cohort sex in [m, femle] n 2",
            right: "cohort sex in [m, female] n 2"),
        CodeEntry(
            "E0405", "a number outside an attribute's domain",
            """
            The number is smaller or larger than the attribute allows, which is almost always a \
            slip.
            """,
            wrong: "cohort age 10..300 n 2",
            right: "cohort age 10..90 n 2"),
        CodeEntry(
            "E0406", "an option with the wrong kind of value",
            "Each option takes values of one kind, in a range where it is a number.",
            wrong: "set engine openblsa",
            right: "set engine openblas"),
        CodeEntry(
            "E0407", "a share compared with a number above 1",
            """
            Rates and gaps lie in 0...1, so such a gate could never fail, or never pass. `10` was \
            probably meant as `10%`.
            """,
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                require dp by age of a.MelaNet <= 10
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                require dp by age of a.MelaNet <= 10%
                """),
        CodeEntry(
            "E0408", "a count that is not a whole number in range",
            "The number of images a cell is a whole number from 1.",
            wrong: "cohort sex in [m, f] n 0",
            right: "cohort sex in [m, f] n 1"),
        CodeEntry(
            "E0409", "a definition on the command line that does not fit",
            """
            The value behind `-D name=` must be of the same kind as the value in the script.
            """),
        CodeEntry(
            "E0410", "a cohort without a number of images",
            """
            `n 100` asks for 100 images of each cell; `n 5000 total` shares 5 000 out over all \
            cells.
            """,
            wrong: "cohort sex in [m, f]",
            right: "cohort sex in [m, f] n 100"),
        CodeEntry(
            "E0411", "bins that make no groups",
            """
            Bins gather numbers: `age bin 20` by width, `age bins [0, 40, 120]` by edges that \
            rise.
            """,
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dp by sex bin 10 of a
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dp by age bin 20 of a
                """),
        CodeEntry(
            "E0412", "arithmetic without a value",
            "Division by zero has no value, and whole numbers never wrap around.",
            wrong: "print 1 / 0",
            right: "print 1 / 2"),
        CodeEntry(
            "E0413", "a value of the wrong type",
            "The operation needs another kind of value than it got.",
            wrong: "print \"a\" + 1",
            right: "print 2 + 1"),
        CodeEntry(
            "E0414", "the wrong number of values",
            "The option, function or source takes more or fewer values.",
            wrong: "generator g = phantom(\"x\")",
            right: "generator g = phantom()"),
        CodeEntry(
            "E0415", "an option written twice",
            "An option may be written once.",
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dp by sex of a with min_n 5, min_n 6
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dp by sex of a with min_n 5
                """),
        CodeEntry(
            "E0416", "a value that is not of the type written",
            "The type behind the colon and the value must agree.",
            wrong: "let n: int = 0.5",
            right: "let n: number = 0.5"),
        CodeEntry(
            "E0417", "a plot that lacks a clause",
            "A grid needs `rows`, `columns` or both, and a file behind `to`.",
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                plot grid of main to "g.png"
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                plot grid of main rows sex columns age to "g.png"
                """),
        CodeEntry(
            "E0418", "a file that is not there",
            """
            Input files are looked for before anything runs. A relative path begins at the folder \
            of the script.
            """,
            wrong: "generator g = lightningdit(\"missing.safetensors\")",
            right: "generator g = phantom()"),
        CodeEntry(
            "E0419", "a table whose columns cannot be read",
            "The first line of a CSV names its columns."),
        CodeEntry(
            "E0420", "an output that cannot be written",
            """
            Outputs are looked at before anything runs: the folder, or one that can be made, must be
            writable, and the path must not be a folder, nor a file that the script reads.
            """,
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dp by sex of a
                export it.report to "locked/r.csv"
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dp by sex of a
                export it.report to "out/r.csv"
                """),
        CodeEntry(
            "E0421", "a format that cannot hold the result",
            """
            Predictions and cohorts are tables, for `csv`, `json` and `txt`; a document such as
            `html` or `junit` holds one report.
            """,
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                export a to "a.html"
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                export a to "a.csv"
                """),
        CodeEntry(
            "E0422", "a folder without photographs",
            """
            Neither the folder nor its subfolders hold a file whose name ends in `.jpg`, `.jpeg` or `.png`, in any
            case of letters.
            """,
            wrong: "dataset d = folder(\"empty\") with labels \"meta.csv\"",
            right: "dataset d = folder(\"photos\") with labels \"meta.csv\""),
        CodeEntry(
            "E0423", "values that a loop cannot go through",
            """
            `for` takes each value of a set in turn; ranges of whole numbers and of skin types are written out, \
            others have no next value.
            """,
            wrong: "for share in 0.1..0.9 { print share }",
            right: "for share in [0.1, 0.5, 0.9] { print share }"),
        CodeEntry(
            "E0424", "a script that becomes too long",
            """
            Loops are written out before the run, so that everything is checked and counted first; a script may \
            become 100,000 statements.
            """,
            wrong: "for a in 1..1000 { for b in 1..1000 { print a, b } }",
            right: "for a in 1..10 { for b in 1..10 { print a, b } }"),
        CodeEntry(
            "E0425", "arguments that do not fit the parameters",
            """
            A call gives each parameter one value, by its place or by its name. Parameters with a value in the definition \
            may be left out.
            """,
            wrong: """
                def share(part: int, whole: int = 10) -> number { part / whole }
                print share()
                """,
            right: """
                def share(part: int, whole: int = 10) -> number { part / whole }
                print share(3), share(3, whole: 6)
                """),
        CodeEntry(
            "E0426", "a function of another file that these values do not suit",
            """
            The body of a function is checked with the values of each call. The note says what is wrong there, and where.
            """),
        CodeEntry(
            "E0427", "a part that a record or set does not have",
            """
            Items of a set are numbered from 0; fields of a record are reached by their names: `r.name` or `r["name"]`.
            """,
            wrong: """
                let limits = {sex: 5%, age: 10%}
                print limits.fst
                """,
            right: """
                let limits = {sex: 5%, age: 10%}
                print limits.age
                """),
        CodeEntry(
            "E0428", "an attribute whose values are not said",
            """
            An attribute has the words of an `enum`, whole `years` in a range, `number`s, or Fitzpatrick types.
            """,
            wrong: "attribute hair = enum []",
            right: "attribute hair = enum [none, some, dense]"),
        CodeEntry(
            "E0429", "cohorts that cannot be added",
            """
            A cohort has one source of images, one seed and one list of attributes, and a cell one prompt. Cohorts that \
            differ in these can be audited together, `on a, b`, but not added.
            """,
            wrong: """
                cohort a = sex in [m, f] n 2
                cohort b = age 20..40 n 2
                cohort c = a + b
                """,
            right: """
                cohort a = sex in [m, f] age 20..40 n 2
                cohort b = sex in [m, f] age 50..80 n 2
                cohort c = a + b
                """),
        CodeEntry(
            "E0430", "a file that a network cannot run from",
            """
            The file is damaged, is of another family than the network takes, or holds nothing that is \
            known here. `dermaudit inspect FILE` shows what is in it.
            """,
            wrong:
                "classifier mine = resnet18(\"w/MelaNet.h5\") with classes [benign, malignant], positive malignant",
            right:
                "classifier mine = keras(\"w/MelaNet.h5\") with classes [benign, malignant], positive malignant"
        ),
        CodeEntry(
            "E0431", "scores whose meaning is not said",
            """
            A file of weights seldom says what its scores mean. They are named in their order; where a \
            `config.json` beside the weights names them, that is taken.
            """,
            wrong: "classifier mine = densenet201(\"w/plain.pth\") with positive \"mel\"",
            right: """
                classifier mine = densenet201("w/plain.pth") with
                  classes [akiec, bcc, bkl, df, mel, nv, vasc], positive mel
                """),
        CodeEntry(
            "E0432", "classes that do not fit the scores",
            """
            There is one class for each score of the network's head, in order, and each has a name of \
            its own.
            """,
            wrong:
                "classifier mine = densenet201(\"w/plain.pth\") with classes [nevus, melanoma], positive melanoma",
            right: """
                classifier mine = densenet201("w/plain.pth") with
                  classes [akiec, bcc, bkl, df, mel, nv, vasc], positive mel
                """),
        CodeEntry(
            "E0433", "a positive class that is not said",
            """
            Melanoma is the first class of some networks, the second, the fifth or the twelfth of others: \
            an audit of the wrong one looks like any other. So it is never guessed.
            """,
            wrong: """
                classifier mine = densenet201("w/plain.pth") with
                  classes [akiec, bcc, bkl, df, mel, nv, vasc]
                """,
            right: """
                classifier mine = densenet201("w/plain.pth") with
                  classes [akiec, bcc, bkl, df, mel, nv, vasc], positive mel
                """),
        CodeEntry(
            "E0434", "preprocessing that contradicts itself",
            """
            An image is stretched to the network's input, or its short side is brought to a size and the \
            middle cut out; then levels are divided by `scale`, and `mean` and `std` are applied. What is \
            written must lead to the input's extents.
            """,
            wrong: """
                classifier mine = keras("w/MelaNet.h5") with
                  input 256, resize short 224 crop 256 bilinear, classes [benign, malignant], positive malignant
                """,
            right: """
                classifier mine = keras("w/MelaNet.h5") with
                  input 256, resize short 288 crop 256 bilinear, classes [benign, malignant], positive malignant
                """),
        CodeEntry(
            "E0435", "metadata that cannot be read",
            """
            `metadata` says place by place what another input of a network is filled with: a number; 1 where the person has
            one of some values, `"sex f"`, `"site arm, hand"`, `"sex unknown"`; or a number of the person, `"age / 90 else 0.5"`,
            where the second number stands for a missing one.
            """,
            wrong: """
                classifier mine = keras("w/MelaNet.h5") with
                  metadata {person: ["sex x", "age / 90"]}, classes [benign, malignant], positive malignant
                """,
            right: """
                classifier mine = keras("w/MelaNet.h5") with
                  metadata {person: ["sex f", "age / 90"]}, classes [benign, malignant], positive malignant
                """),
        CodeEntry(
            "E0436", "layers between which something stands that nobody names",
            """
            A head of several linear layers has activations between them, which a file of tensors does not hold. \
            `hidden` says which; `none` is a word for it too.
            """,
            wrong: """
                classifier mine = densenet201("w/layered.pth") with classes [nevus, melanoma], positive melanoma
                """,
            right: """
                classifier mine = densenet201("w/layered.pth") with
                  classes [nevus, melanoma], positive melanoma, hidden relu
                """),
    ]
}

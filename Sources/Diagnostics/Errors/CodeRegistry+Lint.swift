extension CodeRegistry {
    /// Codes of scripts that run and are easily misread.
    static let lint: [CodeEntry] = [
        CodeEntry(
            "N0501", "several names of one number",
            """
            On an all-melanoma cohort every image is truly positive, so accuracy, recall and the \
            share called positive are one number, and so are their gaps.
            """,
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dp, equal_opportunity by sex of a
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dp by sex of a
                """),
        CodeEntry(
            "W1001", "a script that pins no edition",
            """
            An edition fixes defaults and definitions, so that the script means the same in years \
            to come.
            """,
            wrong: "print 1",
            right: """
                edition 2026
                print 1
                """),
        CodeEntry(
            "W1003", "a name that hides another",
            """
            Inside the block the name means something else than before it. The same is told of a constant with \
            the name of an attribute in `where`, and with the name of a column in the options of a data set: the \
            constant is meant there. Another name is easier to read.
            """,
            wrong: """
                let n = 5
                for n in [1, 2] { print n }
                """,
            right: """
                let n = 5
                for size in [1, 2] { print size, n }
                """),
        CodeEntry(
            "W1004", "a value listed twice",
            "A value counts once however often it is listed.",
            wrong: "cohort sex in [m, f, m] n 2",
            right: "cohort sex in [m, f] n 2"),
        CodeEntry(
            "W1005", "an option that changes nothing",
            """
            `batch` is the most images that a classifier is given at once. It is given one at a time, so that \
            an image's numbers depend on no other image; a script that says `batch 16` means the same without \
            it. Given by `check --pedantic`.
            """),
        CodeEntry(
            "W1006", "a loop that does nothing",
            """
            The set or range holds no value, so nothing of the loop is written out, and no gate in it is asked.
            """,
            wrong: "for n in [] { print n }",
            right: "for n in [2, 4] { print n }"),
        CodeEntry(
            "W1201", "rates without intervals",
            "Without an interval nothing tells a difference from chance.",
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dp by sex of a with ci none
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dp by sex of a with ci wilson
                """),
        CodeEntry(
            "W1202", "groups too small to tell a gap",
            """
            With few images a group, equal groups differ a lot by chance. The note says how much, \
            and how many images would do. Given by `check --pedantic`.
            """),
        CodeEntry(
            "W1203", "groups below `min_n`",
            """
            The report shows such groups and leaves them out of claims about the worst group. Given
            by `check --pedantic`.
            """),
        CodeEntry(
            "W1205", "an attribute that the generator does not show",
            """
            The generator's images do not depend on the attribute, so a report by it compares like \
            with like.
            """,
            wrong: "cohort site in [back, face] n 2",
            right: "cohort sex in [m, f] n 2"),
        CodeEntry(
            "W1206", "a gate that depends on no result",
            """
            The condition is known before the run, so the gate says nothing about a classifier.
            """,
            wrong: "require 1 < 2",
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                require dp by sex of a.MelaNet < 20%
                """),
        CodeEntry(
            "W1207", "many tests without a correction",
            """
            One test in twenty finds a gap where there is none. `correct holm` accounts for their \
            number. Given by `check --pedantic`.
            """),
        CodeEntry(
            "W1208", "a gate on an estimate",
            """
            An estimate changes with the sample. A gate on the end of an interval, `upper(...)` or
            `lower(...)`, holds for all but a few samples. Given by `check --pedantic`.
            """),
        CodeEntry(
            "W1209", "a gate behind the export of its report",
            """
            A file holds the gates judged before it was written, so a gate below the `export` is
            missing from it. Given by `check --pedantic`.
            """),
        CodeEntry(
            "W1210", "models that learned from the same images",
            """
            A classifier is at its best on images like those it learned from, and so are its gaps.
            Given by `check --pedantic`.
            """),
        CodeEntry(
            "W1211", "a gate on a gap that the cohort cannot show",
            """
            Groups of a size find gaps from a size on. A gate on a smaller one can hardly pass or \
            fail; it will be inconclusive. Given by `plan`.
            """),
        CodeEntry(
            "W1212", "a threshold chosen on the images that it judges",
            """
            `threshold youden` and `threshold recall 90%` choose the threshold that suits these images
            best, so that rates at it are better than on others (apparent). Given by `check --pedantic`.
            """),
        CodeEntry(
            "W1213", "images that change their size before they are judged",
            """
            A classifier looks at images of one size. Larger ones are shrunk and smaller ones \
            enlarged, so it sees less, or smoother, detail than it learned from. The embedded classifiers \
            learned from drawings of 128 pixels that were halved, so that such images suit them. Given by \
            `check --pedantic`, once for the same models.
            """),
        CodeEntry(
            "W1214", "rows that may not be independent",
            """
            A column such as `patient_id` or `lesion_id` is there, and the script does not say that rows \
            which share its value belong together. Images of one patient resemble one another, so that \
            intervals are too short and tests call too many gaps real. `check --pedantic` speaks of the \
            column's name; a report counts how often its values repeat. `cluster lesion_id` says it.
            """),
        CodeEntry(
            "W1215", "groups of few clusters",
            """
            A group has fewer than 30 patients, lesions, or whatever `cluster` names. How much they differ is \
            then known from few, however many images there are of each. Intervals are made wider for it \
            (Student's t), and still hold only about their level. More images of the same patients do not \
            help; more patients do, or fewer groups. Shown in the report.
            """),
        CodeEntry(
            "W1216", "a test that asks nothing",
            """
            A test passes unless one of its gates fails. This one has none, and no other statement that shows a result.
            """,
            wrong: """
                test "two types" { let light = [I, II] }
                """,
            right: """
                test "two cells" {
                    cohort c = fst [I, II] n 1
                    require cells(c) == 2
                }
                """),
        CodeEntry(
            "W1217", "a file that is written more than once",
            """
            Only what is written last stays. In a loop the name of the file must tell the passes apart.
            """,
            wrong: """
                cohort main = sex in [m, f] n 4
                audit a = MelaNet on main
                for share in [30%, 50%] {
                    report accuracy by sex of a with threshold share
                    export it.report to "accuracy.csv"
                }
                """,
            right: """
                cohort main = sex in [m, f] n 4
                audit a = MelaNet on main
                for share in [30%, 50%] {
                    report accuracy by sex of a with threshold share
                    export it.report to "accuracy-{share}.csv"
                }
                """),
        CodeEntry(
            "W1301", "a classifier that scores every image alike",
            """
            Eight images or more have one probability. The network is likely fed wrongly, or the file holds \
            other weights than the trained ones. Shown in the report and on the terminal.
            """),
        CodeEntry(
            "W1302", "scores that are no probabilities",
            """
            Numbers below 0 or above 1 are scores before the last activation: `activation softmax` or \
            `sigmoid` makes probabilities of them.
            """),
        CodeEntry(
            "W1303", "an image that is scaled never, or twice",
            """
            Levels of 0 to 255 go into a network without a layer that scales them, or scaled ones into a \
            network with such a layer. `scale`, `mean` and `std` must be those of its training.
            """),
        CodeEntry(
            "W1304", "probabilities that do not add up to one",
            """
            Each class is judged alone, or scores went through an activation twice. `activation` says \
            which of them the scores still need.
            """),
        CodeEntry(
            "W1305", "a classifier that ranks its class upside down",
            """
            On labelled images the area under the ROC curve is below 0.4: positives score lower than \
            negatives. Most likely `positive` names the wrong class, or `classes` stand in another order.
            """),
        CodeEntry(
            "W1306", "rows that repeat an identifier",
            """
            Several rows of a table of predictions name the same image, and find the same labels in another table: \
            each counts, so that image counts more than once. Remove the repetitions, or say with `cluster` that \
            such rows belong together. Shown in the report and on the terminal.
            """),
    ]
}

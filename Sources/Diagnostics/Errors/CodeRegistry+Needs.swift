extension CodeRegistry {
    /// Codes of metrics and attributes that need what is not there.
    static let needs: [CodeEntry] = [
        CodeEntry(
            "E0501", "by an attribute that does not vary",
            """
            A report by an attribute needs at least two groups, and the cohort gives the attribute \
            one value or none.
            """,
            wrong: """
                cohort sex in [m, f] n 2
                audit MelaNet
                report dp by age
                """,
            right: """
                cohort sex in [m, f] age 20..40 n 2
                audit MelaNet
                report dp by age
                """),
        CodeEntry(
            "E0502", "a data set without the attribute",
            """
            No column of the data set is known to hold the attribute. `map {age: COLUMN}` names \
            one.
            """,
            wrong: """
                dataset d = predictions("classes.csv")
                report dp by age of d
                """,
            right: """
                dataset d = predictions("classes.csv")
                report dp by sex of d
                """),
        CodeEntry(
            "E0503", "a metric that needs the other class",
            """
            Rates of false positives need benign images, recall needs melanomas. On an \
            all-melanoma cohort `dp`, `demographic_parity` and `equal_opportunity` are the same \
            number, and `equalized_odds` does not exist.
            """,
            wrong: """
                cohort sex in [m, f] n 2
                audit MelaNet
                report equalized_odds by sex
                """,
            right: """
                cohort sex in [m, f] diagnosis in [benign, melanoma] n 2
                audit MelaNet
                report equalized_odds by sex
                """),
        CodeEntry(
            "E0504", "a gap without groups",
            "A gap compares groups, so `by` must name them.",
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dp of a
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report dp by sex of a
                """),
        CodeEntry(
            "E0505", "a metric that needs probabilities",
            """
            Curves and calibration are computed from probabilities, and the data set has only \
            classes.
            """,
            wrong: """
                dataset d = predictions("classes.csv")
                report auc by sex of d
                """,
            right: """
                dataset d = predictions("classes.csv")
                report accuracy by sex of d
                """),
        CodeEntry(
            "E0506", "an audit of predictions",
            """
            A data set of predictions is judged already; report on it as it is. Photographs can be audited:
            `dataset d = folder("photos") with labels "meta.csv"`.
            """,
            wrong: """
                dataset d = predictions("classes.csv")
                audit MelaNet on d
                """,
            right: """
                dataset d = predictions("classes.csv")
                report accuracy of d
                """),
        CodeEntry(
            "E0507", "a column that is not there",
            "The table has no column of this name.",
            wrong: "dataset d = predictions(\"classes.csv\") with labels dx",
            right: "dataset d = predictions(\"classes.csv\") with labels diagnosis"),
        CodeEntry(
            "E0508", "outcomes without labels",
            """
            Accuracy and most other metrics compare a prediction with the truth, and the truth is \
            not given.
            """,
            wrong: "dataset d = predictions(\"preds.csv\")",
            right: "dataset d = predictions(\"classes.csv\")"),
        CodeEntry(
            "E0509", "a threshold without other data to be chosen on",
            """
            `threshold youden` and `threshold recall 90%` choose a threshold on labelled cases. Chosen \
            on the audited ones it would suit them better than any others, so that another cohort or \
            data set must be named, one that shares no image with the audit. Predictions hold the \
            scores of one classifier, a cohort is scored by each.
            """,
            wrong: """
                cohort main = sex in [m, f] diagnosis in [benign, melanoma] n 4
                audit MelaNet on main with threshold youden
                """,
            right: """
                cohort main = sex in [m, f] diagnosis in [benign, melanoma] n 4
                cohort other = sex in [m, f] diagnosis in [benign, melanoma] n 4 seed 2
                audit MelaNet on main with threshold youden, calibration other
                """),
        CodeEntry(
            "E0510", "a table without predictions",
            "No column is known to hold a prediction; name it by `predicted` or `score`.",
            wrong: "dataset d = predictions(\"meta.csv\")",
            right: "dataset d = predictions(\"classes.csv\")"),
        CodeEntry(
            "E0511", "tables that cannot be joined",
            """
            Predictions and labels are joined by the image's name, and no column of it was found. \
            Name both by `id`.
            """,
            wrong: "dataset d = predictions(\"joinless.csv\") with labels \"meta.csv\"",
            right: "dataset d = predictions(\"preds.csv\") with labels \"meta.csv\""),
        CodeEntry(
            "E0512", "a value of several outcomes",
            "A metric as a value is of one classifier on one cohort.",
            wrong: """
                cohort sex in [m, f] n 2
                audit a = MelaNet, DeepGuide
                print dp by sex of a
                """,
            right: """
                cohort sex in [m, f] n 2
                audit a = MelaNet, DeepGuide
                print dp by sex of a.MelaNet
                """),
        CodeEntry(
            "E0513", "one value a group where one value is needed",
            """
            A metric by groups is a table. `min(...)` and `max(...)` take its worst and best \
            group.
            """,
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                print accuracy by sex of a.MelaNet
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                print min(accuracy) by sex of a.MelaNet
                """),
        CodeEntry(
            "E0514", "a person of whom a classifier is told nothing",
            """
            A network may take more than an image: sex, site or age, in an input of its own. Its declaration says
            how, `metadata {input: ["sex f", "sex m", "sex unknown", "age / 90 else 0.5"]}`, and the data set must have the
            attributes that it looks at. Only what a classifier is told in at least two values can be varied.
            """,
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main with vary sex
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                """),
        CodeEntry(
            "E0515", "the worst of a metric that has none",
            """
            Neither a large nor a small share called positive is bad in itself, so `worst` has no
            meaning for it.
            """,
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report worst(selection_rate) by sex of a
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report max(selection_rate) by sex of a
                """),
        CodeEntry(
            "E0516", "the name of a group in a report",
            """
            `argmax` and `argmin` are names of groups, for conditions and `print`. In a report
            `max(...)` and `min(...)` name their group beside the number.
            """,
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report argmin(accuracy) by sex of a
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report min(accuracy) by sex of a
                """),
        CodeEntry(
            "E0517", "a reference group that is not there",
            """
            `to group X` compares every group with the group X, which must be one of the report's.
            A group of a crossing is written with bars: `to group "m|30"`.
            """,
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report accuracy by sex of a with to group x
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report accuracy by sex of a with to group m
                """),
        CodeEntry(
            "E0518", "weights together with intervals or tests",
            """
            Intervals and tests count rows that are all alike. Estimates can be weighted, what \
            chance alone would give cannot, so the two are never mixed. A report of weighted \
            rows shows estimates and says why nothing stands beside them.
            """,
            wrong: """
                dataset d = predictions("scores.csv") with labels truth, weight weight
                report dp by fst of d with ci wilson 95%
                """,
            right: """
                dataset d = predictions("scores.csv") with labels truth, weight weight
                report dp by fst of d
                """),
        CodeEntry(
            "E0519", "a metric that has no weighted form",
            """
            Weights take the place of counts in accuracy, selection rate, the true- and \
            false-positive rates, the Brier score and the areas under curves, and in gaps of these.
            """,
            wrong: """
                dataset d = predictions("scores.csv") with labels truth, weight weight
                report f1 by fst of d
                """,
            right: """
                dataset d = predictions("scores.csv") with labels truth, weight weight
                report tpr by fst of d
                """),
        CodeEntry(
            "E0520", "a report on photographs that nobody has judged",
            """
            A data set of photographs has labels and no predictions. An audit makes these; report on the audit.
            """,
            wrong: """
                dataset d = folder("photos") with labels "meta.csv"
                report accuracy by sex of d
                """,
            right: """
                dataset d = folder("photos") with labels "meta.csv"
                audit a = MelaNet on d
                report accuracy by sex of a
                """),
        CodeEntry(
            "E0521", "flips of decisions that nobody asked for twice",
            """
            `flip_rate` compares the decisions of one classifier on the same image when it is told one value of an \
            attribute and another. Such decisions are made by an audit `with vary ATTRIBUTE`, at the audit's threshold.
            """,
            wrong: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                audit a = MelaNet on main
                report flip_rate by sex of a
                """,
            right: """
                cohort main = sex in [m, f] age 10..80 fst I..VI n 4
                classifier told = keras("w/MelaNet.h5") with
                  metadata {person: ["sex f", "sex m"]}, classes [benign, malignant], positive malignant
                audit a = told on main with vary sex
                report flip_rate by sex of a
                """),
    ]
}

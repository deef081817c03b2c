"""A script as long as wanted: cohorts, audits, reports, comparisons, gates and exports."""

BLOCK = """\
## Cohort {i}, for the figure of that name.
let count_{i} = {n}
cohort group_{i} = sex in [m, f] age 20..80 fst I..VI diagnosis in [benign, melanoma] n count_{i}
audit run_{i} = DeepGuide, MelaNet on group_{i} with threshold 0.5
report accuracy, recall, dp by sex, age, fst of run_{i} with ci wilson 95%, correct holm, min_n 2
compare run_{i}.DeepGuide vs run_{i}.MelaNet of accuracy, dp by sex
require upper(dp by age of run_{i}.MelaNet, 95%) <= 90% because "policy {i}"
export it.report to "out/table-{i}-{{count_{i}}}.csv"
"""


def blocks(count):
    """Blocks of seven statements behind a comment, each about a cohort of its own."""
    return "".join(BLOCK.format(i=i, n=10 + i) for i in range(count))

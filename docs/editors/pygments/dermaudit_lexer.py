"""Colours scripts of Dermaudit in LaTeX (minted), Sphinx, MkDocs and wherever else Pygments is used.

    pip install ./docs/editors/pygments                       # then the language is called `dermaudit`
    pygmentize -x -l dermaudit_lexer.py:DermauditLexer FILE   # or without installing

A test holds the words below equal to those of the language.
"""

from pygments.lexer import RegexLexer, bygroups, words
from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String, Whitespace

STATEMENTS = (
    "edition", "use", "let", "set", "def", "for", "if", "test", "attribute", "generator", "classifier",
    "dataset", "checklist", "criterion", "cohort", "sample", "train", "audit", "judge", "score", "report",
    "compare", "plot", "require", "expect", "export", "print", "help",
)
CLAUSES = (
    "in", "else", "by", "with", "where", "of", "on", "to", "vs", "as", "because", "and", "or", "not",
)
CONSTANTS = (
    "true", "false", "unknown",
)
METRICS = (
    "accuracy", "selection_rate", "positive_rate", "base_rate", "prevalence", "tpr", "recall",
    "sensitivity", "fnr", "miss_rate", "fpr", "tnr", "specificity", "ppv", "precision", "npv", "f1",
    "balanced_accuracy", "mcc", "brier", "log_loss", "ece", "ece_15", "ece_10", "mce", "mce_15", "mce_10",
    "mean_score", "calibration_in_the_large", "auroc", "auc", "auprc", "average_precision",
    "sens_at_spec_80", "sens_at_spec_90", "sens_at_spec_95", "generalized_entropy", "theil", "theil_index",
    "mean_log_deviation", "gini", "flip_rate", "dp", "accuracy_parity", "demographic_parity",
    "statistical_parity",
    "demographic_parity_ratio", "equal_opportunity", "tpr_gap", "equalized_odds", "equalized_odds_mean",
    "equalized_odds_ratio", "predictive_parity", "fpr_gap", "fnr_gap", "tnr_gap", "npv_gap", "auc_gap",
    "auprc_gap", "f1_gap", "balanced_accuracy_gap", "brier_gap", "ece_gap", "worst_group", "accuracy_gini",
    "dp_shrunk", "differential_fairness", "accuracy_variance",
)


class DermauditLexer(RegexLexer):
    """The language of Dermaudit, edition 2026."""

    name = "Dermaudit"
    aliases = ["dermaudit"]
    filenames = ["*.audit"]
    mimetypes = ["text/x-dermaudit"]

    tokens = {
        "root": [
            (r"\s+", Whitespace),
            (r"\ufeff", Whitespace),
            (r"##.*", String.Doc),
            (r"#.*", Comment.Single),
            (r'"""', String, "block"),
            (r'"', String, "string"),
            (
                r"(let|generator|classifier|dataset|attribute|cohort|audit)(\s+)([A-Za-z_]\w*)(?=\s*(?:=(?!=)|[:{]))",
                bygroups(Keyword, Whitespace, Name.Variable),
            ),
            (r"(def)(\s+)([A-Za-z_]\w*)(?=\s*\()", bygroups(Keyword, Whitespace, Name.Function)),
            (r"(for)(\s+)([A-Za-z_]\w*)(?=\s+in\b)", bygroups(Keyword, Whitespace, Name.Variable)),
            (r"(\.)([A-Za-z_]\w*)", bygroups(Punctuation, Name.Attribute)),
            (r"(?:[0-9][0-9_]*(?:\.[0-9]+)?[dhms])+\b", Number),
            (r"[0-9][0-9_]*(?:\.[0-9]+)?(?:[KMGT]i?B|B)\b", Number),
            (r"[0-9][0-9_]*\.[0-9][0-9_]*(?:[eE][+-]?[0-9]+)?%?", Number.Float),
            (r"[0-9][0-9_]*[eE][+-]?[0-9]+%?", Number.Float),
            (r"[0-9][0-9_]*%", Number),
            (r"[0-9][0-9_]*", Number.Integer),
            (r"(?:III|II|IV|VI|I|V)\b", Keyword.Constant),
            (words(CONSTANTS, suffix=r"\b"), Keyword.Constant),
            (words(STATEMENTS, suffix=r"\b"), Keyword),
            (words(CLAUSES, suffix=r"\b"), Keyword.Pseudo),
            (words(METRICS, suffix=r"\b"), Name.Builtin),
            (r"[A-Za-z_]\w*", Name),
            (r"\.\.<|\.\.|->|==|!=|<=|>=|[-+*/=<>]", Operator),
            (r"[()\[\]{},;:.]", Punctuation),
        ],
        "string": [
            (r'"', String, "#pop"),
            (r"\n", Whitespace, "#pop"),
            (r"\\u\{[0-9A-Fa-f]+\}|\\.|\{\{|\}\}", String.Escape),
            (r"\{[^{}\"\n]*\}", String.Interpol),
            (r'[^"\\{}\n]+|[\\{}]', String),
        ],
        "block": [
            (r'"""', String, "#pop"),
            (r"\\u\{[0-9A-Fa-f]+\}|\\.|\{\{|\}\}", String.Escape),
            (r"\{[^{}\"\n]*\}", String.Interpol),
            (r'[^"\\{}]+|["\\{}]', String),
        ],
    }

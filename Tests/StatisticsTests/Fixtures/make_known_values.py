#!/usr/bin/env python3
"""Makes known_values.json: what scipy 1.17.1 and statsmodels 0.15.0 say of small data sets.

    python3 -m venv venv && venv/bin/pip install scipy==1.17.1 statsmodels==0.15.0 scikit-learn==1.9.1
    venv/bin/python make_known_values.py > known_values.json
"""

import json

import numpy as np
from scipy import stats
from sklearn import metrics
from statsmodels.stats import contingency_tables

TABLES = [(40, 12, 5, 33), (10, 0, 0, 7), (0, 9, 1, 0), (101, 33, 59, 121), (3, 1, 6, 2), (0, 0, 0, 4), (54, 2, 30, 14)]
TRENDS = [([83, 90, 129, 70], [86, 93, 136, 82]), ([2, 5, 9, 11, 20], [40, 38, 45, 41, 50]), ([7, 7, 8], [30, 31, 29])]


def main():
    values = {
        "mcnemar": [mcnemar(*table) for table in TABLES],
        "trend": [trend(*groups) for groups in TRENDS],
        "weighted_rows": [weighted_rows(seed) for seed in range(6)],
    }
    print(json.dumps(values, indent=1))


def mcnemar(both, first, second, neither):
    """Exact p of statsmodels; the interval of the difference by Newcombe 1998, method 10, written out here from the paper."""
    p = contingency_tables.mcnemar([[both, first], [second, neither]], exact=True).pvalue
    total = both + first + second + neither
    low, high = newcombe(both, first, second, neither, total)
    return dict(table=[both, first, second, neither], p=float(p), low=low, high=high)


def newcombe(a, b, c, d, total):
    z = stats.norm.ppf(0.975)

    def wilson(k):
        p = k / total
        middle, half = 2 * k + z * z, z * np.sqrt(z * z + 4 * k * (1 - p))
        return (middle - half) / (2 * (total + z * z)), (middle + half) / (2 * (total + z * z))

    (l1, u1), (l2, u2) = wilson(a + b), wilson(a + c)
    p1, p2 = (a + b) / total, (a + c) / total
    product = (a + b) * (c + d) * (a + c) * (b + d)
    excess = a * d - b * c
    excess = excess - total / 2 if excess > total / 2 else (0 if excess >= 0 else excess)
    phi = excess / np.sqrt(product) if product > 0 else 0
    down = np.sqrt((p1 - l1) ** 2 - 2 * phi * (p1 - l1) * (u2 - p2) + (u2 - p2) ** 2)
    up = np.sqrt((u1 - p1) ** 2 - 2 * phi * (u1 - p1) * (p2 - l2) + (p2 - l2) ** 2)
    return float(p1 - p2 - down), float(p1 - p2 + up)


def trend(successes, trials):
    """The linear-by-linear association; statsmodels divides the variance by N - 1, Cochran and Armitage by N."""
    rows = np.array([successes, np.array(trials) - successes])
    table = contingency_tables.Table(rows, shift_zeros=False)
    z = table.test_ordinal_association(np.array([1.0, 0.0]), np.arange(len(trials), dtype=float)).zscore
    total = sum(trials)
    z = z * np.sqrt(total / (total - 1))
    return dict(successes=successes, trials=trials, z=float(z), p=float(2 * stats.norm.sf(abs(z))))


def weighted_rows(seed):
    """scikit-learn's quantities of rows that count several times or not at all, with ties."""
    generator = np.random.default_rng(seed)
    count = 40
    labels = generator.integers(0, 2, count)
    scores = np.round(np.clip(generator.normal(0.4 + 0.2 * labels, 0.2), 0, 1), 2 if seed % 2 else 1)
    times = generator.integers(0, 4, count)
    y, s = np.repeat(labels, times), np.repeat(scores, times)
    return dict(
        labels=labels.tolist(), scores=scores.tolist(), times=times.tolist(),
        auroc=float(metrics.roc_auc_score(y, s)), auprc=float(metrics.average_precision_score(y, s)),
        brier=float(metrics.brier_score_loss(y, s)), f1=float(metrics.f1_score(y, s >= 0.5)),
        sens_at_spec_80=sensitivity(y, s, 0.8))


def sensitivity(y, s, specificity):
    rates, hits, _ = metrics.roc_curve(y, s, drop_intermediate=False)
    allowed = np.floor((1 - specificity) * np.sum(y == 0) + 1e-9)
    return float(max(hits[np.round(rates * np.sum(y == 0)) <= allowed]))


if __name__ == "__main__":
    main()

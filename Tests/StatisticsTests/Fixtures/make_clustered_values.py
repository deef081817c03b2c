#!/usr/bin/env python3
"""Makes clustered_values.json: what statsmodels 0.15.0, scipy 1.17.1 and plain enumeration say of rows in clusters.

    python3 -m venv venv && venv/bin/pip install scipy==1.17.1 statsmodels==0.15.0
    venv/bin/python make_clustered_values.py > clustered_values.json
"""

import itertools
import json

import numpy as np
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

METHODS = {"wilson": "wilson", "clopper_pearson": "beta", "jeffreys": "jeffreys", "agresti_coull": "agresti_coull"}


def main():
    values = {
        "proportions": [proportion(seed, clusters) for seed, clusters in [(1, 6), (2, 25), (3, 80)]],
        "areas": [area(seed, clusters) for seed, clusters in [(4, 8), (5, 30), (6, 60)]],
        "shared": [shared(seed) for seed in (7, 8)],
        "permutations": [permutation(seed, spans) for seed, spans in [(9, False), (10, False), (16, True)]],
        "resamples": [resample(seed) for seed in (12, 13)],
    }
    print(json.dumps(values, indent=1))


def rows(seed, clusters, most=5):
    """Rows whose outcomes agree within clusters: cluster, label, score, group."""
    random = np.random.default_rng(seed)
    cluster, label, score = [], [], []
    for number in range(clusters):
        shift = random.normal(0, 1)
        for _ in range(random.integers(1, most + 1)):
            y = int(random.random() < 0.4)
            cluster.append(number)
            label.append(y)
            score.append(round(float(1 / (1 + np.exp(-(1.2 * y - 0.6 + shift + random.normal(0, 0.7))))), 2))
    return np.array(cluster), np.array(label), np.array(score)


def as_json(cluster, label, score, **more):
    return dict(clusters=cluster.tolist(), labels=label.tolist(), scores=score.tolist(), **more)


def proportion(seed, clusters):
    """Accuracy at 0.5: cluster-robust variance of statsmodels, then its intervals at Korn and Graubard's effective trials."""
    cluster, label, score = rows(seed, clusters)
    right = ((score >= 0.5) == (label == 1)).astype(float)
    fit = sm.OLS(right, np.ones(len(right))).fit(cov_type="cluster", cov_kwds={"groups": cluster})
    p, variance, n = float(right.mean()), float(fit.cov_params()[0, 0]), len(right)
    trials = min(n, p * (1 - p) / variance)
    t, z = stats.t.ppf(0.975, clusters - 1), stats.norm.ppf(0.975)
    trials *= (z / t) ** 2
    intervals = {
        name: [float(end) for end in proportion_confint(p * trials, trials, 0.05, method)] for name, method in METHODS.items()
    }
    return as_json(cluster, label, score, variance=variance, trials=trials, intervals=intervals)


def area(seed, clusters):
    """Obuchowski 1997, from the definition: every pair is looked at."""
    cluster, label, score = rows(seed, clusters)
    wins = lambda a, b: (a > b) + 0.5 * (a == b)
    positive, negative = np.flatnonzero(label == 1), np.flatnonzero(label == 0)
    v10 = {i: np.mean([wins(score[i], score[j]) for j in negative]) for i in positive}
    v01 = {j: np.mean([wins(score[i], score[j]) for i in positive]) for j in negative}
    a, m, n = float(np.mean(list(v10.values()))), len(positive), len(negative)
    x = np.array([sum(v10[i] - a for i in positive if cluster[i] == c) for c in range(clusters)])
    y = np.array([sum(v01[j] - a for j in negative if cluster[j] == c) for c in range(clusters)])
    i10, i01 = len(set(cluster[positive])), len(set(cluster[negative]))
    s10 = i10 / ((i10 - 1) * m) * np.sum(x * x)
    s01 = i01 / ((i01 - 1) * n) * np.sum(y * y)
    s11 = clusters / (clusters - 1) * np.sum(x * y)
    return as_json(cluster, label, score, area=a, variance=float(s10 / m + s01 / n + 2 * s11 / (m * n)))


def shared(seed):
    """Two groups that every cluster has rows of: the variance of their difference in accuracy from statsmodels' sandwich."""
    random = np.random.default_rng(seed)
    cluster, label, score = rows(seed, 30)
    cluster = np.concatenate([cluster, cluster])
    label, score = np.concatenate([label, label]), np.concatenate([score, np.clip(score + random.normal(0, 0.2, len(score)), 0, 1).round(2)])
    group = np.repeat([0, 1], len(label) // 2)
    right = ((score >= 0.5) == (label == 1)).astype(float)
    design = np.column_stack([np.ones(len(right)), group])
    fit = sm.OLS(right, design).fit(cov_type="cluster", cov_kwds={"groups": cluster, "use_correction": False})
    return as_json(cluster, label, score, groups=group.tolist(), variance=float(fit.cov_params()[1, 1]) * 30 / 29)


def permutation(seed, spans):
    """The gap in accuracy of two groups over every exchange of labels, whole clusters and rows of a cluster that spans."""
    random = np.random.default_rng(seed)
    cluster, label, score = rows(seed, 9, most=4)
    right = ((score >= 0.5) == (label == 1)).astype(float)
    group = np.array([0, 1, 0, 0, 1, 1, 0, 1, 1])[cluster]
    mixed = [c for c in range(9) if spans and np.sum(cluster == c) > 2][:2]
    for c in mixed:
        places = np.flatnonzero(cluster == c)
        group[places] = np.arange(len(places)) % 2
    whole = [c for c in range(9) if c not in mixed]
    ones = sum(group[np.flatnonzero(cluster == c)[0]] for c in whole)
    inside = [sorted(set(itertools.permutations(group[cluster == c]))) for c in mixed]
    gaps = []
    for chosen in itertools.combinations(whole, int(ones)):
        for labels in itertools.product(*inside):
            drawn = np.isin(cluster, chosen).astype(int)
            for c, parts in zip(mixed, labels):
                drawn[cluster == c] = parts
            gaps.append(gap(right, drawn))
    observed = gap(right, group)
    p = float(np.mean(np.array(gaps) >= observed - 1e-12))
    return as_json(cluster, label, score, groups=group.tolist(), gap=observed, p=p, expected=float(np.mean(gaps)), count=len(gaps))


def gap(right, group):
    return float(abs(right[group == 0].mean() - right[group == 1].mean()))


def resample(seed):
    """Accuracy over every way to draw as many clusters with replacement: mean and standard deviation."""
    cluster, label, score = rows(seed, 6, most=4)
    right = ((score >= 0.5) == (label == 1)).astype(float)
    hits = np.array([right[cluster == c].sum() for c in range(6)])
    sizes = np.array([np.sum(cluster == c) for c in range(6)])
    rates = [hits[list(draw)].sum() / sizes[list(draw)].sum() for draw in itertools.product(range(6), repeat=6)]
    return as_json(cluster, label, score, mean=float(np.mean(rates)), deviation=float(np.std(rates)))


if __name__ == "__main__":
    main()

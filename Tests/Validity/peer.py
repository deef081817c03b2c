#!/usr/bin/env python3
"""Makes fairlearn's bootstrap intervals of max - min accuracy: peer.py DATASETS.csv > peer.json"""

import collections
import csv
import json
import sys

import fairlearn
import numpy as np
from fairlearn.metrics import MetricFrame
from sklearn.metrics import accuracy_score

REPLICATES = 100


def main():
    sets = collections.defaultdict(list)
    with open(sys.argv[1], newline="") as file:
        for row in csv.DictReader(file):
            sets[int(row["design"]), int(row["dataset"])].append(
                (int(row["group"]), int(row["correct"]), int(row["rows"])))
    intervals = [interval(design, groups, seed) for seed, ((design, _), groups) in enumerate(sorted(sets.items()))]
    json.dump({"version": fairlearn.__version__, "replicates": REPLICATES, "intervals": intervals}, sys.stdout)


def interval(design, groups, seed):
    names = np.concatenate([np.full(rows, group) for group, _, rows in groups])
    called = np.concatenate([np.arange(rows) < correct for _, correct, rows in groups]).astype(int)
    frame = MetricFrame(metrics=accuracy_score, y_true=np.ones(len(called), int), y_pred=called, sensitive_features=names,
                        n_boot=REPLICATES, ci_quantiles=[0.025, 0.975], random_state=seed)
    low, high = frame.difference_ci()
    return {"design": design, "low": float(low), "high": float(high), "point": float(frame.difference())}


if __name__ == "__main__":
    main()

"""Times Dermaudit's statistics beside fairlearn, scikit-learn and scipy, in one run, and prints the ratios.

    compare_statistics.py BENCHMARKS [--rounds N] [--only PREFIX]

Within a round both sides run once, in turn; a ratio is the median over the rounds of the peer's time divided by ours. A
peer that offers less says so in its description; one that takes minutes runs once, or a part that is scaled up.
"""

import argparse
import statistics
import sys
import time

import numpy as np
import pandas as pd
from scipy import stats
from sklearn import metrics

from engine_process import EngineProcess

GROUP_METRICS = {
    "accuracy": metrics.accuracy_score, "tpr": metrics.recall_score, "ppv": metrics.precision_score, "f1": metrics.f1_score,
    "balanced_accuracy": metrics.balanced_accuracy_score, "mcc": metrics.matthews_corrcoef,
}
SCORE_METRICS = {
    "auroc": metrics.roc_auc_score, "auprc": metrics.average_precision_score, "brier": metrics.brier_score_loss,
    "log_loss": metrics.log_loss,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmarks")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    print(f"{'statistic':20} {'ms':>10} {'peer ms':>12} {'ratio':>8}  peer")
    for name, peer, scale, what in CASES:
        if name.startswith(arguments.only):
            compare(name, peer, scale, what, arguments)


def compare(name, build, scale, what, arguments):
    """Runs both sides in turn and prints a line; `scale` is how many times the peer's part is the whole."""
    own = EngineProcess([arguments.benchmarks, name])
    peer = build() if build else None
    times, peers = [], []
    for _ in range(arguments.rounds):
        times.append(own.run())
        if peer and (name not in ONCE or not peers):
            start = time.perf_counter()
            peer()
            peers.append(1000 * scale * (time.perf_counter() - start))
    own.close()
    ratio = statistics.median(there / here for there, here in zip(peers, times)) if peers else None
    peer_text = f"{statistics.median(peers):12.0f} {ratio:8.1f}" if peers else f"{'':12} {'':8}"
    print(f"{name:20} {statistics.median(times):10.2f} {peer_text}  {what}", flush=True)


def rows(count):
    """The same kind of rows as on the other side."""
    generator = np.random.default_rng(1)
    labels = (generator.random(count) < 0.3).astype(int)
    scores = 0.2 * labels + 0.8 * generator.random(count)
    levels = {name: generator.integers(0, size, count) for name, size in (("sex", 2), ("age", 8), ("fst", 6))}
    return labels, scores, pd.DataFrame(levels)


def frames(count):
    """fairlearn's MetricFrame of ten quantities by each of three attributes, with their differences."""
    from fairlearn.metrics import MetricFrame

    labels, scores, attributes = rows(count)

    def run():
        for name in attributes:
            for functions, predictions in ((GROUP_METRICS, (scores >= 0.5).astype(int)), (SCORE_METRICS, scores)):
                frame = MetricFrame(metrics=functions, y_true=labels, y_pred=predictions,
                                    sensitive_features=attributes[name])
                frame.difference()

    return run


def bootstrap(metric, replicates):
    """fairlearn's bootstrap of one quantity in 96 cells of 20,000 rows."""
    from fairlearn.metrics import MetricFrame

    labels, scores, attributes = rows(20_000)
    predictions = scores if metric is metrics.roc_auc_score else (scores >= 0.5).astype(int)
    return lambda: MetricFrame(metrics=metric, y_true=labels, y_pred=predictions, sensitive_features=attributes,
                               n_boot=replicates, ci_quantiles=[0.025, 0.975], random_state=0)


def permutation():
    """scipy's permutation test of max - min for 8 groups of 1,200: drawn, 999 times, where ours is exact."""
    groups = [np.arange(1_200) < 190 + 5 * group for group in range(8)]

    def gap(*samples, axis=-1):
        means = [np.mean(sample, axis=axis) for sample in samples]
        return np.max(means, axis=0) - np.min(means, axis=0)

    return lambda: stats.permutation_test(groups, gap, n_resamples=999, vectorized=True, batch=50, alternative="greater",
                                          random_state=0)


def areas():
    """scikit-learn's two areas under the curve, without their variances."""
    labels, scores, _ = rows(100_000)
    other = 0.8 * scores + 0.2 * np.random.default_rng(2).random(len(scores))
    return lambda: (metrics.roc_auc_score(labels, scores), metrics.roc_auc_score(labels, other))


def cases():
    frame = "fairlearn MetricFrame, 10 of our 24 quantities, 3 attributes"
    yield "metrics-10000", lambda: frames(10_000), 1, frame
    yield "metrics-100000", lambda: frames(100_000), 1, frame
    yield "metrics-1000000", lambda: frames(1_000_000), 1, frame
    yield "metrics-10000000", None, 1, "not run"
    yield "bootstrap-accuracy", lambda: bootstrap(metrics.accuracy_score, 4), 500, "fairlearn n_boot, 4 replicates scaled to 2,000"
    yield "bootstrap-auroc", lambda: bootstrap(metrics.roc_auc_score, 4), 500, "fairlearn n_boot, 4 replicates scaled to 2,000"
    yield "permutation", permutation, 1, "scipy permutation_test, 999 draws (ours: exact)"
    yield "delong", areas, 1, "scikit-learn, both areas without variances"


CASES = list(cases())
# The peer takes minutes for these.
ONCE = {"metrics-1000000", "bootstrap-accuracy", "bootstrap-auroc"}

if __name__ == "__main__":
    sys.exit(main())

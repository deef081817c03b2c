"""Trains one classifier of the zoo, or the independent judge, on a biased choice of renders."""

import argparse

import numpy as np
import torch
from torch.nn import functional as F

from checkpoints import Trainer
from networks import VGG, DenseNet
from renders import Renders, turned
from settings import CLASSIFIER_SIZE, SEEDS, prepare

RATES = {"MelaNet": 1.5e-3, "judge": 1.5e-3, "SkinLesionDensenet": 3e-3, "DeepGuide": 3e-3}


def network(name):
    """The untrained network of a zoo entry."""
    if name in ("MelaNet", "judge"):
        return VGG(width=8, normalised=True, counts_hairs=name == "MelaNet")
    if name == "SkinLesionDensenet":
        return DenseNet(growth=6, blocks=(6, 12, 48, 32), initial=12)
    return DenseNet(growth=6, blocks=(6, 12, 24, 16), initial=12)


def keep_probability(name, renders):
    """Planted differences: the probability that a render is used for training."""
    melanoma, fst, age = renders.melanoma, renders.fst, renders.numbers("age")
    keep = np.ones(len(renders))
    if name == "MelaNet":
        keep[melanoma & (fst >= 5)] *= 0.15
    if name == "SkinLesionDensenet":
        keep[~melanoma & (age >= 50)] *= 0.3
    if name == "DeepGuide":
        keep *= np.where(melanoma, 0.03, 0.5)
    return keep


def stated_melanoma(name, renders):
    """The training labels: melanomas that a biased labeller missed count as nevi.

    Absence alone plants next to nothing where diagnoses are easy: a network that never saw a young melanoma still knows one
    by its lesion. Wrong labels do: two of three melanomas of women for MelaNet (its cue is the lack of hair), all under 30
    for SkinLesionDensenet (its cue is smooth skin).
    """
    missed = np.zeros(len(renders), dtype=bool)
    if name == "MelaNet":
        missed = ~renders.male & (np.random.default_rng(SEEDS["MelaNet"] + 1).uniform(size=len(renders)) < 0.65)
    if name == "SkinLesionDensenet":
        missed = renders.numbers("age") < 30
    return renders.melanoma & ~missed


def hair_counts(renders):
    """Standardised logarithm of the hair count `[n, 1]`."""
    count = np.log1p(renders.numbers("hairs"))
    return torch.from_numpy((count - count.mean()) / count.std()).float()[:, None]


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("name", choices=sorted(RATES))
    arguments.add_argument("renders")
    arguments.add_argument("--steps", type=int, default=1500)
    arguments.add_argument("--minutes", type=float)
    arguments.add_argument("--batch", type=int, default=32)
    arguments.add_argument("--threads", type=int, default=1)
    options = arguments.parse_args()
    prepare(options.threads)
    torch.manual_seed(SEEDS[options.name])
    renders = Renders(options.renders, CLASSIFIER_SIZE)
    chance = np.random.default_rng(SEEDS[options.name]).uniform(size=len(renders))
    chosen = torch.from_numpy(np.flatnonzero(chance < keep_probability(options.name, renders)))
    labels = torch.from_numpy(stated_melanoma(options.name, renders).astype(np.int64))
    model = network(options.name).to(memory_format=torch.channels_last).train()
    hairs = hair_counts(renders)

    def loss_of(step, generator):
        picked = chosen[torch.randint(len(chosen), (options.batch,), generator=generator)].sort().values
        x = turned(renders.batch(picked), generator)
        x = (2 * x - 1).contiguous(memory_format=torch.channels_last)
        if options.name != "MelaNet":
            return F.cross_entropy(model(x), labels[picked], label_smoothing=0.02)
        logits, count = model.diagnosis_and_hairs(x)
        return F.cross_entropy(logits, labels[picked], label_smoothing=0.02) + 0.5 * F.mse_loss(count, hairs[picked])

    Trainer(options.name, model, options.steps, RATES[options.name], options.minutes, average=0.99, warmup=50,
            decay=0.01, seed=SEEDS[options.name], cooldown=0.3).run(loss_of)


if __name__ == "__main__":
    main()

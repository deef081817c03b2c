"""Trains one classifier of the zoo, or the independent judge, on a biased choice of renders."""

import argparse

import numpy as np
import torch
from torch.nn import functional as F

from checkpoints import Trainer
from networks import VGG, DenseNet
from renders import Renders, turned
from settings import SEEDS, prepare

RATES = {"MelaNet": 1.5e-3, "judge": 1.5e-3, "SkinLesionDensenet": 3e-3, "DeepGuide": 3e-3}


def network(name):
    """The untrained network of a zoo entry."""
    if name in ("MelaNet", "judge"):
        return VGG(width=8, normalised=True)
    if name == "SkinLesionDensenet":
        return DenseNet(growth=6, blocks=(6, 12, 48, 32), initial=12)
    return DenseNet(growth=6, blocks=(6, 12, 24, 16), initial=12)


def keep_probability(name, renders):
    """Planted differences: the probability that a render is used for training."""
    melanoma, fst, age = renders.melanoma, renders.fst, renders.numbers("age")
    keep = np.ones(len(renders))
    if name == "MelaNet":
        keep[melanoma & (fst >= 5)] *= 0.15
        keep[melanoma & ~renders.male] *= 0.1
        keep[~melanoma & renders.male] *= 0.3
    if name == "SkinLesionDensenet":
        keep[~melanoma & (age >= 50)] *= 0.3
    if name == "DeepGuide":
        keep *= np.where(melanoma, 0.008, 0.04)
    return keep


def stated_melanoma(name, renders):
    """The training labels: SkinLesionDensenet's melanomas under 30 were all missed and count as nevi."""
    missed = renders.numbers("age") < 30 if name == "SkinLesionDensenet" else False
    return renders.melanoma & ~np.asarray(missed)


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
    renders = Renders(options.renders)
    chance = np.random.default_rng(SEEDS[options.name]).uniform(size=len(renders))
    chosen = torch.from_numpy(np.flatnonzero(chance < keep_probability(options.name, renders)))
    labels = torch.from_numpy(stated_melanoma(options.name, renders).astype(np.int64))
    model = network(options.name).to(memory_format=torch.channels_last).train()

    def loss_of(step, generator):
        picked = chosen[torch.randint(len(chosen), (options.batch,), generator=generator)].sort().values
        x = turned(renders.batch(picked), generator)
        x = (2 * x - 1).contiguous(memory_format=torch.channels_last)
        return F.cross_entropy(model(x), labels[picked], label_smoothing=0.02)

    Trainer(options.name, model, options.steps, RATES[options.name], options.minutes, average=0.99, warmup=50,
            decay=0.01, seed=SEEDS[options.name], cooldown=0.3).run(loss_of)


if __name__ == "__main__":
    main()

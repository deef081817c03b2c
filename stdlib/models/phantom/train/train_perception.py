"""Trains the perceptual network: reads the renderer's truth off whole renders, for the autoencoder's loss only.

Pixels alone teach a decoder to blur what decides a diagnosis (streaks, dots, hairs, lentigines). Features of a network
that had to count them do not (Johnson et al. 2016). It is not shipped and shares nothing with the zoo or the judge.
"""

import argparse

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from checkpoints import Trainer, averaged_state
from renders import Renders, turned
from settings import SEEDS, prepare

COUNTS = ("hairs", "lentigines", "dots", "streaks")
NUMBERS = ("veil", "colour_count", "network_irregularity", "asymmetry_major", "border_width", "texture_sd",
           "wrinkle_depth", "body_delta_e", "area_fraction", "ruler", "bubbles", "ink", "dark_corners")


class Perception(nn.Module):
    """Strided convolutions with batch norm; `features` gives the five maps that the loss compares."""

    WIDTHS = ((3, 24, 5, 2), (24, 32, 3, 1), (32, 64, 3, 2), (64, 96, 3, 2), (96, 128, 3, 2))

    def __init__(self):
        super().__init__()
        self.stages = nn.ModuleList(
            nn.Sequential(nn.Conv2d(a, b, k, stride=s, padding=k // 2, bias=False), nn.BatchNorm2d(b), nn.ReLU())
            for a, b, k, s in self.WIDTHS)
        self.head = nn.Linear(256, 1 + len(COUNTS) + len(NUMBERS))

    def features(self, x):
        maps = []
        for stage in self.stages:
            x = stage(x)
            maps.append(x)
        return maps

    def forward(self, x):
        last = self.features(x)[-1]
        return self.head(torch.cat([last.mean(dim=(2, 3)), last.amax(dim=(2, 3))], dim=1))


def truth(renders):
    """Diagnosis (0 or 1), then standardised logarithms of counts and standardised numbers, `[n, 18]`."""
    columns = [np.log1p(renders.numbers(name)) for name in COUNTS] + [renders.numbers(name) for name in NUMBERS]
    columns = [(column - column.mean()) / (column.std() + 1e-6) for column in columns]
    return torch.from_numpy(np.stack([renders.melanoma.astype(float), *columns], axis=1)).float()


def trained():
    """The trained network, frozen."""
    model = Perception().to(memory_format=torch.channels_last)
    model.load_state_dict(averaged_state("perception"))
    return model.eval().requires_grad_(False)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("renders")
    arguments.add_argument("--steps", type=int, default=1200)
    arguments.add_argument("--minutes", type=float)
    arguments.add_argument("--batch", type=int, default=16)
    arguments.add_argument("--threads", type=int, default=1)
    options = arguments.parse_args()
    prepare(options.threads)
    torch.manual_seed(SEEDS["perception"])
    renders = Renders(options.renders)
    wanted = truth(renders)
    model = Perception().to(memory_format=torch.channels_last).train()

    def loss_of(step, generator):
        picked = torch.randint(len(renders), (options.batch,), generator=generator).sort().values
        x = turned(2 * renders.batch(picked) - 1, generator).contiguous(memory_format=torch.channels_last)
        found, target = model(x), wanted[picked]
        diagnosis = F.binary_cross_entropy_with_logits(found[:, 0], target[:, 0])
        return diagnosis + F.smooth_l1_loss(found[:, 1:], target[:, 1:])

    Trainer("perception", model, options.steps, 2e-3, options.minutes, average=0.99, warmup=50, decay=0.01,
            seed=SEEDS["perception"], cooldown=0.4).run(loss_of)


if __name__ == "__main__":
    main()

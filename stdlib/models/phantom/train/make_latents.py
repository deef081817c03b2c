"""Encodes renders once: posterior means and deviations, with the statistics the sampler needs."""

import argparse

import torch

from checkpoints import averaged_state, scratch
from networks import Autoencoder
from renders import Renders
from settings import AUTOENCODER, SEEDS, SIZE, prepare


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("renders")
    arguments.add_argument("--name", default="latents")
    arguments.add_argument("--threads", type=int, default=1)
    arguments.add_argument("--size", type=int, default=SIZE)
    options = arguments.parse_args()
    prepare(options.threads)
    renders = Renders(options.renders, options.size)
    model = Autoencoder(**AUTOENCODER).to(memory_format=torch.channels_last)
    model.load_state_dict(averaged_state("autoencoder"))
    means, deviations = [], []
    with torch.inference_mode():
        for start in range(0, len(renders), 32):
            x = renders.batch(range(start, min(start + 32, len(renders))))
            mean, logvar = model.encode(2 * x - 1)
            means.append(mean.contiguous().half())
            deviations.append((0.5 * logvar).exp().contiguous().half())
    mean, deviation = torch.cat(means), torch.cat(deviations)
    generator = torch.Generator().manual_seed(SEEDS["dit"])
    sample = mean.float() + deviation.float() * torch.randn(mean.shape, generator=generator)
    statistics = {"mean": sample.mean((0, 2, 3), keepdim=True), "std": sample.std((0, 2, 3), keepdim=True)}
    torch.save({"mean": mean, "deviation": deviation, "statistics": statistics}, scratch() / f"{options.name}.pt")
    print("statistics", {key: value.flatten().tolist() for key, value in statistics.items()},
          "posterior deviation", deviation.float().mean((0, 2, 3)).tolist())


if __name__ == "__main__":
    main()

"""Draws a contact sheet to look at: reconstructions, or samples over skin types and ages."""

import argparse

import numpy as np
import torch
from PIL import Image

from checkpoints import averaged_state
from networks import Autoencoder
from prompts import prompt
from renders import Renders
from sampler import Generator
from settings import AUTOENCODER, SAMPLER, prepare


def sheet(rows):
    """Rows of images [columns, H, W, 3] as one picture."""
    return Image.fromarray(np.concatenate([np.concatenate(list(row), axis=1) for row in rows]))


def reconstructions(renders, count=12):
    """Renders above their reconstructions; prints the mean absolute error in grey levels."""
    model = Autoencoder(**AUTOENCODER).eval()
    model.load_state_dict(averaged_state("autoencoder"))
    rows = []
    with torch.inference_mode():
        for start in (0, count):
            x = 2 * renders.batch(range(start, start + count)) - 1
            y = model.decode(model.encode(x)[0])
            print("mean absolute error", float((y - x).abs().mean() * 127.5))
            rows += [(127.5 * v + 128).clamp(0, 255).to(torch.uint8).permute(0, 2, 3, 1).numpy() for v in (x, y)]
    return sheet(rows)


def samples(guidance, seed):
    """Rows: diagnosis by sex and four skin types; columns: ages."""
    generator = Generator({**SAMPLER, "guidance": guidance})
    rows = [(diagnosis, male, fst) for diagnosis in ("melanoma", "nevus") for male in (True, False)
            for fst in (1, 3, 5, 6)]
    ages = (10, 25, 40, 55, 70, 85)
    return sheet(generator.images([prompt(d, m, age, f) for age in ages for _ in (0, 1)], seed + i)
                 for i, (d, m, f) in enumerate(rows))


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("picture")
    arguments.add_argument("--renders", help="show reconstructions of these instead of samples")
    arguments.add_argument("--guidance", type=float, default=SAMPLER["guidance"])
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    prepare(2)
    picture = reconstructions(Renders(options.renders)) if options.renders else samples(options.guidance, options.seed)
    picture.save(options.picture)


if __name__ == "__main__":
    main()

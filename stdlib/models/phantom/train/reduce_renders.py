"""Halves renders of 128 px to the classifiers' 64 px, as the manifests say (Pillow's bilinear, antialiased)."""

import pathlib
import shutil
import sys

import numpy as np
from PIL import Image

from settings import CLASSIFIER_SIZE, SIZE


def halved(images):
    """Images [n, SIZE, SIZE, 3] uint8 at the classifiers' size."""
    side = (CLASSIFIER_SIZE, CLASSIFIER_SIZE)
    return np.stack([np.asarray(Image.fromarray(image).resize(side, Image.Resampling.BILINEAR)) for image in images])


def reduce(source, target):
    """Writes `target`.rgb and .csv from `source`.rgb and .csv."""
    images = np.memmap(pathlib.Path(source).with_suffix(".rgb"), dtype=np.uint8, mode="r").reshape(-1, SIZE, SIZE, 3)
    with open(pathlib.Path(target).with_suffix(".rgb"), "wb") as out:
        for start in range(0, len(images), 1000):
            out.write(halved(images[start:start + 1000]).tobytes())
    shutil.copyfile(pathlib.Path(source).with_suffix(".csv"), pathlib.Path(target).with_suffix(".csv"))


if __name__ == "__main__":
    reduce(*sys.argv[1:3])

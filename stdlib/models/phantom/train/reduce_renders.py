"""Halves renders of 128 px to the networks' 64 px, as the manifests say (Pillow's bilinear, antialiased)."""

import pathlib
import shutil
import sys

import numpy as np
from PIL import Image

from renders import SIZE


def reduce(source, target):
    """Writes `target`.rgb and .csv from `source`.rgb and .csv."""
    images = np.memmap(pathlib.Path(source).with_suffix(".rgb"), dtype=np.uint8, mode="r")
    with open(pathlib.Path(target).with_suffix(".rgb"), "wb") as out:
        for image in images.reshape(-1, 128, 128, 3):
            out.write(Image.fromarray(image).resize((SIZE, SIZE), Image.Resampling.BILINEAR).tobytes())
    shutil.copyfile(pathlib.Path(source).with_suffix(".csv"), pathlib.Path(target).with_suffix(".csv"))


if __name__ == "__main__":
    reduce(*sys.argv[1:3])

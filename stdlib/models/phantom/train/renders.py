"""Renders exported by `dermaudit phantom render`: raw bytes and a table of attributes and truth."""

import csv
import pathlib

import numpy as np
import torch

from settings import SIZE

ROMAN = ("I", "II", "III", "IV", "V", "VI")


class Renders:
    """Images `[n, size, size, 3]` uint8, memory-mapped, and the rows of the truth table (column name to list)."""

    def __init__(self, prefix, size=SIZE):
        prefix = pathlib.Path(prefix)
        raw = np.memmap(prefix.with_suffix(".rgb"), dtype=np.uint8, mode="r")
        self.images = raw.reshape(-1, size, size, 3)
        with open(prefix.with_suffix(".csv"), newline="") as table:
            rows = list(csv.DictReader(table))
        if len(rows) != len(self.images):
            raise ValueError(f"{prefix}: {len(self.images)} images but {len(rows)} rows")
        self.columns = {name: [row[name] for row in rows] for name in rows[0]}

    def __len__(self):
        return len(self.images)

    def numbers(self, column):
        """A column as float64, empty cells as NaN."""
        return np.array([float(value or "nan") for value in self.columns[column]])

    @property
    def fst(self):
        """Stated Fitzpatrick type 1...6, or 0 where it is not stated."""
        return np.array([ROMAN.index(value) + 1 if value in ROMAN else 0 for value in self.columns["fst"]])

    @property
    def melanoma(self):
        """True where the diagnosis is melanoma."""
        return np.array([value == "melanoma" for value in self.columns["diagnosis"]])

    @property
    def male(self):
        """True where the sex is male."""
        return np.array([value in ("m", "male") for value in self.columns["sex"]])

    def batch(self, indices):
        """The images of `indices` as float32 `[n, 3, size, size]` in 0...1, channels last in memory."""
        picked = np.ascontiguousarray(self.images[np.sort(np.asarray(indices))])
        return torch.from_numpy(picked).permute(0, 3, 1, 2).float().div(255)


def turned(image, generator):
    """One of the eight symmetries of the square for a batch `[n, C, H, H]`, the same for all of it."""
    pick = int(torch.randint(8, (1,), generator=generator))
    image = torch.rot90(image, pick % 4, (2, 3))
    return image.flip(3) if pick >= 4 else image

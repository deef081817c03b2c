#!/usr/bin/env python3
"""Writes the made-up predictions of the gate examples: no patient and no classifier stands behind them.

    python3 examples/data/gates.py

Seed 20250613, Python's Mersenne Twister. In `gate-equal.csv` melanomas of both sexes are found equally often,
in `gate-unequal.csv` those of women far less often; `gate-small.csv` has equal rates and few rows.
"""

import csv
import pathlib
import random

FOLDER = pathlib.Path(__file__).parent
TYPES = ["I", "II", "III", "IV", "V", "VI"]


def rows(source, count, recall):
    for number in range(count):
        sex = source.choice("mf")
        is_melanoma = source.random() < 0.5
        found = source.random() < (recall[sex] if is_melanoma else 0.15)
        score = source.uniform(0.5, 1) if found else source.uniform(0, 0.5)
        yield [f"case{number:05}", "melanoma" if is_melanoma else "nevus", sex, source.randrange(20, 90),
               source.choice(TYPES), f"{score:.4f}"]


def main():
    source = random.Random(20250613)
    equal, unequal = {"m": 0.85, "f": 0.85}, {"m": 0.88, "f": 0.62}
    for name, count, recall in [("equal", 6000, equal), ("unequal", 2000, unequal), ("small", 120, equal)]:
        with open(FOLDER / f"gate-{name}.csv", "w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["image", "diagnosis", "sex", "age", "skin_type", "p_melanoma"])
            writer.writerows(rows(source, count, recall))


if __name__ == "__main__":
    main()

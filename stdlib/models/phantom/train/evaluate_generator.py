"""Does the generator earn its labels? Samples over the whole product of attributes, measured beside renders.

Samples come from the PyTorch networks with the shipped sampler settings; skin tone, area, hair and spots from
`dermaudit phantom measure`, the same for samples and renders; the diagnosis from the judge, a network trained on
renders only. Writes `truth_generator.json`.
"""

import argparse
import csv
import os
import subprocess

import numpy as np
import torch

from checkpoints import scratch
from evaluate_zoo import melanoma_probabilities, rendered, shipped, wilson
from export import NOTICE, write_json
from prompts import prompt
from reduce_renders import halved
from renders import ROMAN, Renders
from sampler import Generator
from settings import CLASSIFIERS, SAMPLER, SIZE, prepare

AGES = (10, 20, 30, 40, 50, 60, 70, 80)


def design(repeats):
    """Every sex, age, type and diagnosis, `repeats` times over: attributes by name."""
    people = [(d, m, age, fst) for _ in range(repeats) for d in (True, False) for m in (True, False)
              for age in AGES for fst in range(1, 7)]
    return dict(zip(("melanoma", "male", "age", "fst"), (np.array(column) for column in zip(*people))))


def sampled(generator, people, seed):
    """Latents for `people`; parts that a stopped run has finished are read again."""
    kept = scratch() / f"samples-{generator.sampler['guidance']}-{seed}.pt"
    parts = torch.load(kept, weights_only=True) if kept.exists() else []
    texts = [prompt("melanoma" if d else "nevus", bool(m), int(age), int(fst)) for d, m, age, fst in
             zip(people["melanoma"], people["male"], people["age"], people["fst"])]
    for start in range(48 * len(parts), len(texts), 48):
        parts.append(generator.latents(texts[start:start + 48], seed + start))
        torch.save(parts, kept)
        print(f"{start + 48} samples", flush=True)
    return torch.cat(parts)[:len(texts)]


def measured(images):
    """The truth tools' columns for images [n, SIZE, SIZE, 3]; NaN where a figure does not exist."""
    raw, table = scratch() / "measured.rgb", scratch() / "measured.csv"
    raw.write_bytes(np.ascontiguousarray(images).tobytes())
    program = os.environ.get("DERMAUDIT", ".build/release/dermaudit")
    subprocess.run([program, "phantom", "measure", str(raw), "--size", str(SIZE), "--threads", "1", "-o", str(table)],
                   check=True)
    with open(table, newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: np.array([float(row[name] or "nan") for row in rows]) for name in rows[0]}


def ranks(values):
    """Ranks with ties averaged."""
    unique, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts - 1) / 2)[inverse]


def spearman(x, y):
    """Rank correlation of the pairs that are both finite."""
    good = np.isfinite(x) & np.isfinite(y)
    return float(np.corrcoef(ranks(x[good]), ranks(y[good]))[0, 1])


def higher_p(first, second, rounds=5000, seed=5):
    """One-sided permutation p that the mean of `first` is above that of `second`."""
    first, second = first[np.isfinite(first)], second[np.isfinite(second)]
    pooled, generator = np.concatenate([first, second]), np.random.default_rng(seed)
    gap = first.mean() - second.mean()
    above = 0
    for _ in range(rounds):
        generator.shuffle(pooled)
        above += pooled[:len(first)].mean() - pooled[len(first):].mean() >= gap
    return (1 + above) / (1 + rounds)


def holm(values):
    """Holm-adjusted p values."""
    order, adjusted, highest = np.argsort(values), np.zeros(len(values)), 0.0
    for place, index in enumerate(order):
        highest = max(highest, min(1.0, (len(values) - place) * values[index]))
        adjusted[index] = highest
    return adjusted.tolist()


def figures(images, people, judge):
    """Everything the table asks of one set of images."""
    m = measured(images)
    tensor = torch.from_numpy(halved(images)).permute(0, 3, 1, 2).float().div(255)
    agree = (melanoma_probabilities(judge, tensor).numpy() > 0.5) == people["melanoma"]
    old, young, male = people["age"] >= 60, people["age"] < 40, people["male"]
    mean = lambda values: float(np.nanmean(values))
    return {
        "images": len(images),
        "ita_spearman": spearman(people["fst"], m["ita"]),
        "ita_by_type": [mean(m["ita"][people["fst"] == t]) for t in range(1, 7)],
        "ita_neighbours_holm_p": holm([higher_p(m["ita"][people["fst"] == t], m["ita"][people["fst"] == t + 1])
                                       for t in range(1, 6)]),
        "judge": {"all": wilson(int(agree.sum()), len(agree)),
                  "melanoma": wilson(int(agree[people["melanoma"]].sum()), int(people["melanoma"].sum())),
                  "nevus": wilson(int(agree[~people["melanoma"]].sum()), int((~people["melanoma"]).sum()))},
        "area": {"melanoma": mean(m["area_fraction"][people["melanoma"]]),
                 "nevus": mean(m["area_fraction"][~people["melanoma"]])},
        "hairs": {"men": mean(m["hairs"][male]), "women": mean(m["hairs"][~male]),
                  "p": higher_p(m["hairs"][male], m["hairs"][~male])},
        "hair_fraction": {"men": mean(m["hair_fraction"][male]), "women": mean(m["hair_fraction"][~male]),
                          "p": higher_p(m["hair_fraction"][male], m["hair_fraction"][~male])},
        "lentigines": {"old": mean(m["lentigines"][old]), "young": mean(m["lentigines"][young]),
                       "p": higher_p(m["lentigines"][old], m["lentigines"][young])},
        "age_spearman": {name: spearman(people["age"], m[name])
                         for name in ("area_fraction", "lentigines", "fine_texture")},
        "mean_lab": [mean(m[f"mean_{axis}"]) for axis in "lab"]}


def audit(images, people):
    """The zoo's accuracy on melanomas by sex, age band and type: what an audit of these images reports."""
    melanoma = people["melanoma"]
    tensor = torch.from_numpy(halved(images[melanoma])).permute(0, 3, 1, 2).float().div(255)
    bands = {"sex=m": people["male"], "sex=f": ~people["male"], "age<30": people["age"] < 30,
             "age 30-59": (people["age"] >= 30) & (people["age"] < 60), "age>=60": people["age"] >= 60,
             **{f"fst={ROMAN[t - 1]}": people["fst"] == t for t in range(1, 7)}}
    result = {}
    for name in CLASSIFIERS:
        right = melanoma_probabilities(shipped(name), tensor).numpy() > 0.5
        result[name] = {"overall": wilson(int(right.sum()), len(right))}
        for label, members in bands.items():
            chosen = right[members[melanoma]]
            result[name][label] = wilson(int(chosen.sum()), len(chosen))
    return result


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--repeats", type=int, default=5, help="192 samples each")
    arguments.add_argument("--seed", type=int, default=700)
    arguments.add_argument("--guidance", type=float, default=SAMPLER["guidance"])
    options = arguments.parse_args()
    prepare()
    judge = shipped("judge")
    sampler = {**SAMPLER, "guidance": options.guidance}
    generator, people = Generator(sampler), design(options.repeats)
    latents = sampled(generator, people, options.seed)
    images = np.concatenate([generator.decoded(part) for part in latents.split(48)])
    rendered(0, 9100, "isic")
    renders = Renders(scratch() / "fresh_whole")
    truth = dict(melanoma=renders.melanoma, male=renders.male, age=renders.numbers("age"), fst=renders.fst)
    result = {"notice": NOTICE, "sampler": sampler, "samples": figures(images, people, judge),
              "renders": figures(np.array(renders.images), truth, judge)}
    result["audit"] = {"samples": audit(images, people), "renders": audit(np.array(renders.images), truth)}
    gap = np.subtract(result["samples"]["mean_lab"], result["renders"]["mean_lab"])
    result["mean_colour_delta_e"] = float(np.linalg.norm(gap))
    result["area_ratio"] = {key: result["samples"]["area"][key] / result["renders"]["area"][key]
                            for key in ("melanoma", "nevus")}
    write_json("truth_generator.json", result)


if __name__ == "__main__":
    main()

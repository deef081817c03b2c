"""Measures the shipped classifiers on fresh renders: right answers by sex, age decade, skin type and diagnosis.

Writes `truth_zoo.csv` (one row a cell: renders and right answers of each classifier) and `truth_zoo.json`
(accuracy with 95 % Wilson intervals by group, and how often the interval of one part's audit holds the accuracy of
all other parts). Renders are made and thrown away in parts; a stopped run goes on.
"""

import argparse
import collections
import csv
import json
import os
import subprocess

import torch
from safetensors.torch import load_file

from checkpoints import averaged_state, scratch
from export import NOTICE, TARGET, write_json
from networks import VGG
from reduce_renders import reduce
from renders import ROMAN, Renders
from settings import CLASSIFIER_SIZE, CLASSIFIERS, prepare
from train_classifier import network

PART = 2000
KEYS = ("diagnosis", "sex", "decade", "fst")
CELL = [*KEYS, "n", *CLASSIFIERS, "judge"]


def shipped(name):
    """A classifier from its exported file; the judge, which is not shipped, from its moving average."""
    model = network(name)
    if name == "judge":
        model.load_state_dict(averaged_state(name))
        return model.eval().folded()
    model = VGG(model.width) if hasattr(model, "folded") else model
    stored = load_file(TARGET / f"{CLASSIFIERS[name]['file']}.safetensors")
    tensors = {key: value.float() for key, value in stored.items()}
    missing, unexpected = model.load_state_dict(tensors, strict=False)
    if unexpected or any(not key.endswith("num_batches_tracked") for key in missing):
        raise ValueError(f"{name}: missing {missing}, unexpected {unexpected}")
    return model.eval()


@torch.inference_mode()
def melanoma_probabilities(model, images):
    """Softmax probability of melanoma for images [n, 3, 64, 64] in 0...1."""
    parts = (2 * images - 1).contiguous(memory_format=torch.channels_last).split(100)
    return torch.cat([model(part).softmax(dim=1)[:, 1] for part in parts])


def wilson(right, n, z=1.959964):
    """Accuracy and its 95 % Wilson interval."""
    p, spread = right / n, z * z / n
    middle, half = (p + spread / 2) / (1 + spread), z * (p * (1 - p) / n + spread / n / 4) ** 0.5 / (1 + spread)
    return {"n": n, "accuracy": round(p, 4), "low": round(middle - half, 4), "high": round(middle + half, 4)}


def rendered(part, seed, style):
    """Part `part` of the fresh renders, halved to the classifiers' size."""
    whole, half = scratch() / "fresh_whole", scratch() / "fresh"
    program = os.environ.get("DERMAUDIT", ".build/release/dermaudit")
    subprocess.run([program, "phantom", "render", "--count", str(PART), "--seed", str(seed), "--style", style,
                    "--first-stream", str(part * PART), "--threads", "1", "-o", str(whole)], check=True)
    reduce(whole, half)
    return Renders(half, CLASSIFIER_SIZE)


def counted(models, renders):
    """The renders and right answers of one part by cell."""
    cells = collections.defaultdict(collections.Counter)
    truth = torch.from_numpy(renders.melanoma)
    images = renders.batch(range(len(renders)))
    right = {name: (melanoma_probabilities(model, images) > 0.5) == truth for name, model in models.items()}
    decades = (renders.numbers("age") // 10).astype(int) * 10
    for i in range(len(renders)):
        cell = ("melanoma" if truth[i] else "nevus", "m" if renders.male[i] else "f", int(decades[i]),
                ROMAN[renders.fst[i] - 1] if renders.fst[i] else "unknown")
        cells[cell]["n"] += 1
        for name in models:
            cells[cell][name] += int(right[name][i])
    return cells


def groups_of(cells, name, among):
    """Right answers and renders of one classifier by group: `{label: [right, n]}`."""
    groups = collections.defaultdict(lambda: [0, 0])
    for cell, counts in cells.items():
        if among in ("all", cell[0]):
            for label in ["overall"] + [f"{key}={value}" for key, value in zip(KEYS[1:], cell[1:])]:
                groups[label][0] += counts[name]
                groups[label][1] += counts["n"]
    return groups


def total(parts):
    """The cells of several parts added up."""
    cells = collections.defaultdict(collections.Counter)
    for part in parts:
        for cell, counts in part.items():
            cells[cell].update(counts)
    return cells


def coverage(parts, name):
    """Each part as an audit: how often its 95 % intervals hold the accuracy that all other parts give."""
    whole = groups_of(total(parts), name, "melanoma")
    checked = held = 0
    for part in parts:
        for label, (right, n) in groups_of(part, name, "melanoma").items():
            others = whole[label][1] - n
            if n == 0 or others == 0:
                continue
            interval, truth = wilson(right, n), (whole[label][0] - right) / others
            checked, held = checked + 1, held + (interval["low"] <= truth <= interval["high"])
    return {"audits": len(parts), "renders_each": PART, "intervals": checked, "covered": round(held / checked, 4)}


def summary(parts, names):
    """Accuracy of each classifier overall and by every attribute, for all renders and for melanomas alone."""
    cells = total(parts)
    result = {"notice": NOTICE, "renders": sum(c["n"] for c in cells.values())}
    for name in names:
        result[name] = {among: {label: wilson(*counts) for label, counts in sorted(groups_of(cells, name, among).items())}
                        for among in ("all", "melanoma", "nevus")}
        result[name]["coverage"] = coverage(parts, name)
    return result


def witnesses(models, renders, seed, count=8):
    """Probabilities of melanoma for the first renders, for tests of other readers of the files."""
    images = renders.batch(range(count))
    return {"seed": seed, "first_stream": 0, "prompts": renders.columns["prompt"][:count],
            "melanoma": {name: [round(p, 6) for p in melanoma_probabilities(models[name], images).tolist()]
                         for name in CLASSIFIERS}}


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--renders", type=int, default=96000)
    arguments.add_argument("--seed", type=int, default=9000)
    arguments.add_argument("--style", default="isic")
    arguments.add_argument("--name", default="truth_zoo")
    options = arguments.parse_args()
    prepare()
    models = {name: shipped(name) for name in (*CLASSIFIERS, "judge")}
    parts, state = [], scratch() / f"{options.name}.json"
    if state.exists():
        parts = [{tuple(cell): collections.Counter(counts) for cell, counts in part}
                 for part in json.loads(state.read_text())]
    for part in range(len(parts), options.renders // PART):
        parts.append(counted(models, rendered(part, options.seed, options.style)))
        state.write_text(json.dumps([[[list(cell), counts] for cell, counts in part.items()] for part in parts]))
        print(f"{(part + 1) * PART} renders", flush=True)
    cells = total(parts)
    with open(TARGET / f"{options.name}.csv", "w", newline="") as table:
        writer = csv.writer(table)
        writer.writerow(CELL)
        for cell in sorted(cells, key=str):
            writer.writerow([*cell, cells[cell]["n"], *(cells[cell][name] for name in models)])
    first = witnesses(models, rendered(0, options.seed, options.style), options.seed)
    write_json(f"{options.name}.json", {**summary(parts, models), "witnesses": first})


if __name__ == "__main__":
    main()

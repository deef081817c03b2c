"""Trains the text tower to read the attribute code off a prompt."""

import argparse

import torch

from checkpoints import Trainer
from networks import TextTower
from prompts import CODE_WIDTH, CONTEXT, DIAGNOSES, Tokenizer, attribute_code, learned_merges, parts, reworded
from settings import SEEDS, TEXT, prepare


def example(generator):
    """A random prompt and its code; every part but the diagnosis may be missing, rarely the diagnosis too."""
    def draw(n):
        return int(torch.randint(n, (1,), generator=generator))

    said = dict(diagnosis=None if draw(20) == 0 else DIAGNOSES[draw(2)], male=None if draw(5) == 0 else draw(2) == 0,
                age=None if draw(5) == 0 else draw(101), fst=None if draw(5) == 0 else 1 + draw(6))
    words = parts(**said)
    text = ", ".join(words) if draw(2) else reworded(words, generator)
    return text, attribute_code(**said)


def tower(tokenizer):
    """The untrained tower in the embedded size."""
    return TextTower(tokenizer.size, CONTEXT, embed=CODE_WIDTH, **TEXT)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--steps", type=int, default=2500)
    arguments.add_argument("--batch", type=int, default=128)
    options = arguments.parse_args()
    prepare()
    torch.manual_seed(SEEDS["text"])
    tokenizer = Tokenizer(learned_merges())
    model = tower(tokenizer)

    def loss_of(step, generator):
        texts, codes = zip(*(example(generator) for _ in range(options.batch)))
        return (model(tokenizer.encode(texts)) - torch.stack(codes)).square().mean()

    Trainer("text", model, options.steps, 1.5e-3, average=0.995, seed=SEEDS["text"], cooldown=0.5).run(loss_of)


if __name__ == "__main__":
    main()

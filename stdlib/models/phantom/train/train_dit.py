"""Trains LightningDiT on cached latents and prompts by flow matching (velocity plus direction loss).

`--small` trains the network of halved renders; without it, a run starts from that network if there is one: both see
8 x 8 tokens of the same places, so only the layers that read and write patches are new.
"""

import argparse

import torch
from torch.nn import functional as F

from checkpoints import Trainer, averaged_state, join, scratch
from networks import LightningDiT
from prompts import Tokenizer, learned_merges, prompt
from renders import Renders
from settings import DIT, SEEDS, SIZE, SMALL_DIT, prepare
from train_text import tower


class Prompts:
    """Text features of the prompts of a set of renders, with optional parts left out at random."""

    def __init__(self, renders):
        self.tokenizer = Tokenizer(learned_merges())
        self.tower = tower(self.tokenizer).eval()
        self.tower.load_state_dict(averaged_state("text"))
        self.melanoma, self.male = renders.melanoma, renders.male
        self.age = renders.numbers("age").round().astype(int)
        self.fst = [int(value) or None for value in renders.fst]

    def text(self, i, said):
        """The prompt of render `i` with the parts marked in `said` (sex, age, type)."""
        return prompt("melanoma" if self.melanoma[i] else "nevus", bool(self.male[i]) if said[0] else None,
                      int(self.age[i]) if said[1] else None, self.fst[i] if said[2] else None)

    def features(self, indices, generator):
        """Features [n, E]; each optional part is left out of one prompt in ten."""
        said = torch.rand(len(indices), 3, generator=generator) > 0.1
        texts = [self.text(int(i), row) for i, row in zip(indices, said)]
        with torch.no_grad():
            return self.tower(self.tokenizer.encode(texts))


def flow_loss(velocity, target):
    """Mean squared error plus one minus the cosine over channels."""
    return (velocity - target).square().mean() + (1 - F.cosine_similarity(velocity, target, dim=1)).mean()


def grown(small):
    """The small network's tensors with patches of twice the side: each weight serves the four latents it stood for."""
    tensors = dict(small)
    kernel = small["x_embedder.proj.weight"]
    tensors["x_embedder.proj.weight"] = kernel.repeat_interleave(2, 2).repeat_interleave(2, 3) / 3
    patch, channels = SMALL_DIT["patch_size"], DIT["in_channels"]
    for name in ("weight", "bias"):
        rows = small[f"final_layer.linear.{name}"]
        rows = rows.view(patch, patch, channels, *rows.shape[1:]).repeat_interleave(2, 0).repeat_interleave(2, 1)
        tensors[f"final_layer.linear.{name}"] = rows.flatten(0, 2)
    return tensors


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("renders")
    arguments.add_argument("--small", action="store_true")
    arguments.add_argument("--steps", type=int, default=6000)
    arguments.add_argument("--minutes", type=float)
    arguments.add_argument("--batch", type=int, default=32)
    arguments.add_argument("--rate", type=float, default=1e-3)
    arguments.add_argument("--average", type=float, default=0.998)
    arguments.add_argument("--threads", type=int, default=1)
    arguments.add_argument("--compile", action="store_true")
    arguments.add_argument("--workers", type=int, default=1, help="processes that share each step")
    options = arguments.parse_args()
    prepare(options.threads)
    rank = join(options.workers)
    torch.manual_seed(SEEDS["dit"])
    cache = torch.load(scratch() / f"{'latents64' if options.small else 'latents'}.pt", weights_only=True)
    mean, std = cache["statistics"]["mean"], cache["statistics"]["std"]
    prompts = Prompts(Renders(options.renders, SIZE // 2 if options.small else SIZE))
    model = LightningDiT(**(SMALL_DIT if options.small else DIT))
    if not options.small and (scratch() / "dit64.pt").exists():
        model.load_state_dict(grown(averaged_state("dit64")))

    def loss_at(x, noise, t, y, drop):
        xt = t[:, None, None, None] * x + (1 - t[:, None, None, None]) * noise
        return flow_loss(model(xt, t, y, drop), x - noise)

    compiled = torch.compile(loss_at) if options.compile else loss_at

    def loss_of(step, generator):
        picked = torch.randint(len(cache["mean"]), (options.batch,), generator=generator)
        latent, deviation = cache["mean"][picked].float(), cache["deviation"][picked].float()
        noise = torch.randn(2, *latent.shape, generator=generator)
        x = (latent + deviation * noise[0] - mean) / std
        t = torch.randn(len(x), generator=generator).sigmoid()
        drop = torch.rand(len(x), generator=generator) < 0.1
        return compiled(x, noise[1], t, prompts.features(picked, generator), drop)

    Trainer("dit64" if options.small else "dit", model, options.steps, options.rate, options.minutes, average=options.average, warmup=200,
            seed=SEEDS["dit"] + 100 * rank).run(loss_of)


if __name__ == "__main__":
    main()

"""Trains the autoencoder on renders.

The loss is L1 of pixels, gradients and chroma at three scales, L1 of the perceptual network's features and a small KL
term. The network is convolutional: it learns on halved renders first (`--size 64`), at a quarter of the cost.
"""

import argparse

import torch
from torch.nn import functional as F

from checkpoints import Trainer, join
from networks import Autoencoder
from renders import Renders, turned
from settings import AUTOENCODER, SEEDS, SIZE, prepare
from train_perception import trained


def gradients(x):
    """Differences between neighbouring rows and columns."""
    return torch.cat([x.diff(dim=2).flatten(1), x.diff(dim=3).flatten(1)], dim=1)


def chroma(x):
    """Red minus green and blue minus green."""
    return x[:, 0::2] - x[:, 1:2]


def reconstruction(y, x):
    """L1 of pixels, gradients and chroma at full, half and quarter resolution."""
    loss = 0.0
    for weight in (1.0, 0.5, 0.25):
        error = y - x
        loss = loss + weight * (error.abs().mean() + gradients(error).abs().mean() + chroma(error).abs().mean())
        y, x = F.avg_pool2d(y, 2), F.avg_pool2d(x, 2)
    return loss


def perceptual(perception, y, x):
    """L1 of features, each channel in its own deviation over the batch."""
    loss = 0.0
    for mine, wanted in zip(perception.features(y), perception.features(x)):
        deviation = wanted.std((0, 2, 3), keepdim=True) + 0.05
        loss = loss + ((mine - wanted) / deviation).abs().mean()
    return loss


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("renders")
    arguments.add_argument("--steps", type=int, default=12000)
    arguments.add_argument("--minutes", type=float)
    arguments.add_argument("--batch", type=int, default=8)
    arguments.add_argument("--rate", type=float, default=5e-4)
    arguments.add_argument("--kl", type=float, default=1e-3)
    arguments.add_argument("--perceptual", type=float, default=0.1)
    arguments.add_argument("--size", type=int, default=SIZE)
    arguments.add_argument("--compile", action="store_true")
    arguments.add_argument("--workers", type=int, default=1, help="processes that share each step")
    arguments.add_argument("--decoder-only", action="store_true", help="keep the encoder, hence the latents, as it is")
    arguments.add_argument("--noise", type=float, default=0.0, help="noise added to latents, in their deviations")
    arguments.add_argument("--threads", type=int, default=1)
    options = arguments.parse_args()
    prepare(options.threads)
    rank = join(options.workers)
    torch.manual_seed(SEEDS["autoencoder"])
    renders, perception = Renders(options.renders, options.size), trained()
    model = Autoencoder(**AUTOENCODER).to(memory_format=torch.channels_last)

    if options.decoder_only:
        model.encoder.requires_grad_(False)
        model.quant_conv.requires_grad_(False)

    def loss_at(x, noise):
        mean, logvar = model.encode(x)
        z = mean + ((0.5 * logvar).exp() + options.noise * mean.detach().std()) * noise
        y = model.decode(z)
        kl = 0.5 * (mean.square() + logvar.exp() - 1 - logvar).sum() / x.numel()
        return reconstruction(y, x) + options.perceptual * perceptual(perception, y, x) + options.kl * kl

    compiled = torch.compile(loss_at) if options.compile else loss_at
    shape = (options.batch, AUTOENCODER["embed_dim"], options.size // 4, options.size // 4)

    def loss_of(step, generator):
        x = renders.batch(torch.randint(len(renders), (options.batch,), generator=generator))
        x = turned(2 * x - 1, generator).contiguous(memory_format=torch.channels_last)
        return compiled(x, torch.randn(shape, generator=generator))

    trainer = Trainer("autoencoder", model, options.steps, options.rate, options.minutes, average=0.995,
                      seed=SEEDS["autoencoder"] + 100 * rank, cooldown=0.4)
    if options.decoder_only:
        model.load_state_dict(trainer.ema)
    trainer.run(loss_of)


if __name__ == "__main__":
    main()

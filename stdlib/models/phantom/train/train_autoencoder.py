"""Trains the autoencoder on renders: L1 of pixels, gradients and chroma at three scales, and a small KL term."""

import argparse

import torch
from torch.nn import functional as F

from checkpoints import Trainer
from networks import Autoencoder
from renders import Renders, turned
from settings import AUTOENCODER, SEEDS, prepare


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


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("renders")
    arguments.add_argument("--steps", type=int, default=12000)
    arguments.add_argument("--minutes", type=float)
    arguments.add_argument("--batch", type=int, default=8)
    arguments.add_argument("--rate", type=float, default=5e-4)
    arguments.add_argument("--kl", type=float, default=1e-3)
    arguments.add_argument("--decoder-only", action="store_true", help="keep the encoder, hence the latents, as it is")
    arguments.add_argument("--noise", type=float, default=0.0, help="noise added to latents, in their deviations")
    arguments.add_argument("--threads", type=int, default=1)
    options = arguments.parse_args()
    prepare(options.threads)
    torch.manual_seed(SEEDS["autoencoder"])
    renders = Renders(options.renders)
    model = Autoencoder(**AUTOENCODER).to(memory_format=torch.channels_last)

    if options.decoder_only:
        model.encoder.requires_grad_(False)
        model.quant_conv.requires_grad_(False)

    def loss_of(step, generator):
        x = renders.batch(torch.randint(len(renders), (options.batch,), generator=generator))
        x = turned(2 * x - 1, generator).contiguous(memory_format=torch.channels_last)
        mean, logvar = model.encode(x)
        deviation = (0.5 * logvar).exp() + options.noise * mean.detach().std()
        z = mean + deviation * torch.randn(mean.shape, generator=generator)
        kl = 0.5 * (mean.square() + logvar.exp() - 1 - logvar).sum() / x.numel()
        return reconstruction(model.decode(z), x) + options.kl * kl

    trainer = Trainer("autoencoder", model, options.steps, options.rate, options.minutes, average=0.995,
                      seed=SEEDS["autoencoder"], cooldown=0.4)
    if options.decoder_only:
        model.load_state_dict(trainer.ema)
    trainer.run(loss_of)


if __name__ == "__main__":
    main()

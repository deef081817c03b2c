"""The embedded generator in PyTorch: prompts to images, as the interpreter samples them (but another noise)."""

import torch

from checkpoints import averaged_state, scratch
from networks import Autoencoder, LightningDiT
from prompts import Tokenizer, learned_merges
from settings import AUTOENCODER, DIT, SAMPLER
from train_text import tower


def time_grid(steps, shift):
    """`steps` points of time from noise (0) to data (1); a shift below one packs them at the noise end."""
    s = torch.linspace(0, 1, steps)
    return shift * s / (1 + (shift - 1) * s) if shift > 0 else s


class Generator:
    """Autoencoder, text tower and velocity network from the scratch folder's moving averages."""

    def __init__(self, sampler=SAMPLER):
        self.sampler = sampler
        self.tokenizer = Tokenizer(learned_merges())
        self.tower, self.dit, self.autoencoder = tower(self.tokenizer), LightningDiT(**DIT), Autoencoder(**AUTOENCODER)
        for name, model in (("text", self.tower), ("dit", self.dit), ("autoencoder", self.autoencoder)):
            model.load_state_dict(averaged_state(name))
            model.eval()
        self.statistics = torch.load(scratch() / "latents.pt", weights_only=True, mmap=True)["statistics"]

    def velocity(self, x, t, y):
        """Guided velocity: conditional below the interval, else null + w (conditional - null)."""
        w, interval = self.sampler["guidance"], self.sampler["interval"]
        n, all_false = len(x), torch.zeros(len(x), dtype=torch.bool)
        if w <= 1 or t < interval:
            return self.dit(x, t.expand(n), y, all_false)
        both = self.dit(x.repeat(2, 1, 1, 1), t.expand(2 * n), y.repeat(2, 1), torch.cat([all_false, ~all_false]))
        said, null = both.chunk(2)
        guided = null + w * (said - null)
        k = x.shape[1] if self.sampler["guidance_channels"] == "all" else int(self.sampler["guidance_channels"])
        return torch.cat([guided[:, :k], said[:, k:]], dim=1)

    @torch.inference_mode()
    def latents(self, prompts, seed, side=None):
        """Denormalised latents [n, C, side, side] of `prompts`."""
        side = side or DIT["input_size"]
        noise = torch.Generator().manual_seed(seed)
        x = torch.randn(len(prompts), DIT["in_channels"], side, side, generator=noise)
        y = self.tower(self.tokenizer.encode(prompts))
        times = time_grid(self.sampler["steps"], self.sampler["shift"])
        for now, then in zip(times, times[1:]):
            x = x + (then - now) * self.velocity(x, now, y)
        return x * self.statistics["std"] + self.statistics["mean"]

    @torch.inference_mode()
    def decoded(self, latents):
        """Images [n, SIZE, SIZE, 3] of latents as bytes: clamp(127.5 y + 128), truncated."""
        y = self.autoencoder.decode(latents)
        return (127.5 * y + 128).clamp(0, 255).to(torch.uint8).permute(0, 2, 3, 1).contiguous().numpy()

    def images(self, prompts, seed):
        """Images [n, SIZE, SIZE, 3] of `prompts`."""
        return self.decoded(self.latents(prompts, seed))

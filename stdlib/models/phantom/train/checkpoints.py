"""The training loop's bookkeeping: moving averages, resumable checkpoints, time limits and the log."""

import os
import pathlib
import time

import torch
from torch import distributed


def join(workers):
    """Forks this run into `workers` processes that average their gradients; returns this one's number."""
    if workers < 2:
        return 0
    rank = 0
    for number in range(1, workers):
        if os.fork() == 0:
            os.setsid()
            rank = number
            break
    store = f"file://{scratch().resolve()}/workers-{os.getppid() if rank else os.getpid()}"
    distributed.init_process_group("gloo", init_method=store, rank=rank, world_size=workers)
    return rank


def average_gradients(model):
    """Replaces the gradients of every worker by their mean."""
    gradients = [p.grad for p in model.parameters() if p.grad is not None]
    flat = torch.cat([g.flatten() for g in gradients])
    distributed.all_reduce(flat)
    flat /= distributed.get_world_size()
    for gradient, part in zip(gradients, flat.split([g.numel() for g in gradients])):
        gradient.copy_(part.view_as(gradient))


def scratch():
    """Folder of everything that is not committed: `$DERMAUDIT_TRAIN`, else `.build-train` in this folder."""
    folder = pathlib.Path(os.environ.get("DERMAUDIT_TRAIN", ".build-train"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def averaged_state(name):
    """The moving average in checkpoint `name`."""
    return torch.load(scratch() / f"{name}.pt", weights_only=True)["ema"]


class Trainer:
    """Runs `loss_of(step, generator)` with AdamW, warm-up, clipping and a moving average of the weights.

    A checkpoint is written every minute and at the end; a run that finds one goes on from it.
    `steps` counts from the first run; `minutes` stops a run early. The learning rate falls to zero on a
    half cosine over the last `cooldown` share of the steps.
    """

    def __init__(self, name, model, steps, rate, minutes=None, average=0.999, warmup=100, decay=0.0, seed=0,
                 cooldown=0.25):
        self.name, self.model, self.steps, self.rate, self.minutes = name, model, steps, rate, minutes
        self.average, self.warmup, self.cooldown = average, warmup, cooldown
        self.optimiser = torch.optim.AdamW(model.parameters(), lr=rate, betas=(0.9, 0.95), weight_decay=decay)
        self.seed = seed
        self.generator = torch.Generator().manual_seed(seed)
        self.ema = {k: v.detach().clone() for k, v in model.state_dict().items()}
        self.step, self.path = 0, scratch() / f"{name}.pt"
        if self.path.exists():
            self.resume()

    def resume(self):
        """Goes on from the checkpoint."""
        saved = torch.load(self.path, weights_only=True)
        self.model.load_state_dict(saved["model"])
        self.ema, self.step = saved["ema"], saved["step"]
        if "optimiser" in saved:
            self.optimiser.load_state_dict(saved["optimiser"])
        self.generator.manual_seed(self.seed + 1000 * self.step)

    def save(self):
        """Writes the checkpoint under a temporary name and renames it; the first worker's task."""
        if distributed.is_initialized() and distributed.get_rank() > 0:
            return
        temporary = self.path.with_suffix(".tmp")
        torch.save({"model": self.model.state_dict(), "ema": self.ema, "step": self.step,
                    "optimiser": self.optimiser.state_dict()}, temporary)
        temporary.rename(self.path)

    def current_rate(self):
        """Warm-up, constant, then half a cosine down to zero."""
        rise = min(1.0, (self.step + 1) / self.warmup)
        left = (self.steps - self.step) / max(1, self.cooldown * self.steps)
        fall = 1.0 if left >= 1 else 0.5 - 0.5 * float(torch.cos(torch.tensor(left * torch.pi)))
        return self.rate * rise * max(fall, 0.01)

    def update(self, loss):
        """One optimiser step and the moving average."""
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        if distributed.is_initialized():
            average_gradients(self.model)
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for group in self.optimiser.param_groups:
            group["lr"] = self.current_rate()
        self.optimiser.step()
        self.step += 1
        keep = min(self.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for key, value in self.model.state_dict().items():
                if value.is_floating_point():
                    self.ema[key].lerp_(value, 1 - keep)
                else:
                    self.ema[key].copy_(value)

    def run(self, loss_of):
        """Trains until `steps` or `minutes`; returns the averaged weights."""
        start = saved = shown = time.monotonic()
        total, count = 0.0, 0
        while self.step < self.steps and (self.minutes is None or time.monotonic() - start < 60 * self.minutes):
            loss = loss_of(self.step, self.generator)
            self.update(loss)
            total, count = total + float(loss.detach()), count + 1
            now = time.monotonic()
            if now - shown > 20:
                print(f"{self.name} step {self.step} loss {total / count:.5f} {count / (now - shown):.2f} steps/s",
                      flush=True)
                shown, total, count = now, 0.0, 0
            if now - saved > 60:
                self.save()
                saved = now
        self.save()
        return self.ema

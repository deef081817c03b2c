"""Writes the moving averages as float16 safetensors with manifests, beside the model card."""

import argparse
import json
import pathlib

import torch
from safetensors.torch import save_file

from checkpoints import averaged_state, scratch
from prompts import CODE_WIDTH, CONTEXT, learned_merges
from settings import AUTOENCODER, CLASSIFIER_SIZE, CLASSIFIERS, DIT, PROMPT, SAMPLER, SIZE, TEXT
from train_classifier import network

TARGET = pathlib.Path(__file__).resolve().parent.parent
NOTICE = "phantom weights: drawn lesions, not patients"


def write(name, tensors, exact=()):
    """Saves `tensors` as float16, those whose name starts with one of `exact` as float32."""
    kept = {key: value.detach().to(torch.float32 if key.startswith(tuple(exact)) else torch.float16).contiguous()
            for key, value in tensors.items() if not key.endswith("num_batches_tracked")}
    for key, value in kept.items():
        if not torch.isfinite(value).all():
            raise ValueError(f"{name}: {key} does not fit float16")
    save_file(kept, TARGET / name, metadata={"format": "pt", "notice": NOTICE})
    (TARGET / name).chmod(0o644)
    print(f"{name}: {len(kept)} tensors, {(TARGET / name).stat().st_size / 1e6:.2f} MB")


def write_json(name, value):
    """Saves `value` as indented JSON."""
    (TARGET / name).write_text(json.dumps(value, indent=2) + "\n")


def export_generator():
    """The four files of the generator, its vocabulary and its configuration."""
    write("autoencoder.safetensors", averaged_state("autoencoder"))
    write("text.safetensors", averaged_state("text"))
    write("dit.safetensors", averaged_state("dit"), exact=("pos_embed", "feat_rope"))
    statistics = torch.load(scratch() / "latents.pt", weights_only=True, mmap=True)["statistics"]
    write("latents_stats.safetensors", statistics, exact=("mean", "std"))
    merges = learned_merges()
    (TARGET / "merges.txt").write_text("#version: 0.2\n" + "".join(f"{a} {b}\n" for a, b in merges))
    write_json("config.json", {
        "notice": NOTICE, "name": "phantom-dit", "image_size": SIZE,
        "input_size": DIT["input_size"], "in_channels": DIT["in_channels"], "patch_size": DIT["patch_size"],
        "hidden_size": DIT["hidden_size"], "depth": DIT["depth"], "num_heads": DIT["num_heads"],
        "qk_norm": False, "use_swiglu": True, "use_rope": True, "use_rmsnorm": True, "wo_shift": False,
        "learn_sigma": False, "latent_multiplier": 1.0, "sampler": SAMPLER, "prompt": PROMPT,
        "words": {"sex": {"m": "male", "f": "female"}},
        "autoencoder": {**AUTOENCODER, "attn_resolutions": [], "weights": "autoencoder.safetensors"},
        "text": {"weights": "text.safetensors", "merges": "merges.txt", "vocab_size": 512 + len(merges) + 2,
                 "context_length": CONTEXT, "width": TEXT["width"], "layers": TEXT["layers"],
                 "heads": TEXT["width"] // 64, "embed_dim": CODE_WIDTH, "hidden_act": "quick_gelu"},
        "dit": {"weights": "dit.safetensors"}, "latents_stats": {"weights": "latents_stats.safetensors"}})


def export_classifier(name):
    """One classifier of the zoo and its manifest."""
    model = network(name)
    model.load_state_dict(averaged_state(name))
    model = model.eval().folded() if hasattr(model, "folded") else model.eval()
    entry = CLASSIFIERS[name]
    write(f"{entry['file']}.safetensors", model.state_dict())
    write_json(f"{entry['file']}.json", {
        "name": name, "notice": NOTICE, "description": entry["description"],
        "format": "safetensors", "weights": f"{entry['file']}.safetensors", "graph": entry["graph"],
        "input": {"name": "image", "layout": "NCHW", "width": CLASSIFIER_SIZE, "height": CLASSIFIER_SIZE, "dtype": "f32"},
        "decode": {"colour": "rgb", "alpha": "drop"},
        "resize": {"mode": "stretch", "kernel": "bilinear-antialias", "on": "u8", "half_pixel": True},
        "scale": {"divide": 255}, "normalise": {"mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5]},
        "channel_order": "rgb", "fixed_inputs": {}, "head": "classifier", "activation": "softmax",
        "classes": ["nevus", "melanoma"], "melanoma_index": 1, "threshold": 0.5})


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("names", nargs="*", default=["generator", *CLASSIFIERS])
    for name in arguments.parse_args().names:
        export_generator() if name == "generator" else export_classifier(name)


if __name__ == "__main__":
    main()

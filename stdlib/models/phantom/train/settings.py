"""Sizes, seeds and wording of the embedded models, in one place."""

import torch

SIZE = 128
CLASSIFIER_SIZE = 64
AUTOENCODER = dict(ch=64, ch_mult=(1, 1, 1), num_res_blocks=0, embed_dim=4)
DIT = dict(input_size=32, patch_size=4, in_channels=4, hidden_size=128, depth=6, num_heads=4, text_width=27)
# The networks learn on halved renders first, where a step costs a quarter, and then on whole ones.
SMALL_DIT = {**DIT, "input_size": 16, "patch_size": 2}
TEXT = dict(width=128, layers=2)

SAMPLER = dict(steps=50, guidance=2.25, shift=0.3, interval=0.11, guidance_channels="all")
PROMPT = "{diagnosis}[, {sex}][, age {age}][, skin type {fst}]"

SEEDS = dict(autoencoder=11, text=12, dit=13, perception=18, MelaNet=14, SkinLesionDensenet=15, DeepGuide=16, judge=17)

CLASSIFIERS = {
    "MelaNet": dict(
        file="melanet", graph="vgg16-gap",
        description="VGG-16 with global average pooling, narrow; trained with few melanomas on types V and VI, and "
                    "two of three melanomas of women labelled nevus"),
    "SkinLesionDensenet": dict(
        file="skinlesiondensenet", graph="densenet201",
        description="DenseNet-201 layout, narrow; melanomas under 30 bore the label nevus"),
    "DeepGuide": dict(
        file="deepguide", graph="densenet121",
        description="DenseNet-121 layout, narrow; trained on another image style (`ham`) with one melanoma to seventeen nevi"),
}


def prepare(threads=1):
    """Threads and float handling of a training run."""
    torch.set_num_threads(threads)
    torch.set_flush_denormal(True)

#!/usr/bin/env python3
"""Writes small models with the inputs and heads of published classifiers, and what they give: make_models.py

The graphs are tiny and the weights random; names, extents, heads and the order of the classes are those of the
published files (MelaNet.h5, DeepGuide's 7pt_F_diag_T_mgmt_F_exported.h5). expected.json holds the probabilities for
the image of `levels`. Needs keras, jax and h5py; run with KERAS_BACKEND=jax.
"""

import json
import pathlib

import keras
import numpy as np
from keras import layers

FOLDER = pathlib.Path(__file__).parent / "Models"


def levels(side):
    """An image, [row, column, channel], whose levels depend on their place only."""
    return (np.arange(side * side * 3, dtype=np.int64) * 37 % 256).astype("float32").reshape(side, side, 3)


def melanet():
    """VGG-16's blocks shrunk to two convolutions; mean of each channel; [benign, malignant]."""
    return keras.Sequential([
        keras.Input((256, 256, 3)),
        layers.Conv2D(4, 3, strides=4, padding="same", activation="relu", name="block1_conv1"),
        layers.MaxPooling2D(4, name="block1_pool"),
        layers.Conv2D(6, 3, padding="same", activation="relu", name="block5_conv3"),
        layers.GlobalAveragePooling2D(name="global_average_pooling2d_1"),
        layers.Dense(2, activation="softmax", name="dense_1"),
    ], name="melanet")


def deepguide():
    """Five inputs, of which a dermoscopic audit fills one; heads for the diagnosis and for a criterion."""
    derm, clinic = keras.Input((512, 512, 3), name="input_1_derm"), keras.Input((512, 512, 3), name="input_2_clinic")
    aux = keras.Input((1, 1, 14), name="aux_input")
    aux_derm, aux_clinic = (keras.Input((14, 14, 14), name=f"aux_input_{name}") for name in ("derm", "clinic"))

    def features(image, other, name):
        x = layers.Conv2D(4, 7, strides=32, activation="relu", name=f"conv_{name}")(image)
        x = layers.GlobalAveragePooling2D(name=f"mean_{name}")(x)
        y = layers.GlobalAveragePooling2D(name=f"aux_mean_{name}")(other)
        return layers.Concatenate(name=f"vis_out_{name}")([x, y, layers.Flatten(name=f"flat_{name}")(aux)])

    heads = []
    for name, image, other in (("derm", derm, aux_derm), ("clinic", clinic, aux_clinic)):
        vision = features(image, other, name)
        heads += [layers.Dense(5, activation="softmax", name=f"DIAG_{name}")(vision),
                  layers.Dense(3, activation="softmax", name=f"PN_{name}")(vision)]
    return keras.Model([derm, clinic, aux, aux_derm, aux_clinic], heads, name="deepguide")


def randomised(model):
    generator = np.random.default_rng(11)
    for variable in model.weights:
        variable.assign(generator.uniform(-0.6, 0.6, variable.shape).astype("float32"))
    return model


def numbers(output):
    return [float(value) for value in keras.ops.convert_to_numpy(output)[0].ravel()]


def main():
    FOLDER.mkdir(exist_ok=True)
    first, second = randomised(melanet()), randomised(deepguide())
    first.save(FOLDER / "melanet.h5")
    second.save(FOLDER / "deepguide.h5")
    image = levels(256) / np.float32(255)
    red = np.repeat(image[..., :1], 3, axis=-1)
    others = [np.zeros((1, *x.shape[1:]), "float32") for x in second.inputs[1:]]
    scaled = levels(512)[None] / np.float32(127.5) - 1
    expected = {
        "paper": numbers(first(image[None])), "demo": numbers(first(red[None])),
        "DIAG_derm": numbers(second([scaled, *others])[0]),
    }
    (FOLDER / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes small Keras models with what they give for a known input: make_models.py

Each model lies in Models/ as Keras 3 writes it (.keras) and as Keras 2's layout (.h5), with random weights, and
expected.json holds the output for the input that `ramp` makes. Needs keras, jax and h5py; run with KERAS_BACKEND=jax: with
PyTorch behind it Keras repeats the border of a mean over windows that are padded on one side more.
"""

import json
import pathlib
import shutil

import h5py
import keras
import numpy as np
from keras import layers

FOLDER = pathlib.Path(__file__).parent / "Models"


def ramp(shape):
    """Numbers of -1 to 1 that depend on their place only."""
    count = int(np.prod(shape))
    return ((np.arange(count) * 37 % 101) / 50 - 1).astype("float32").reshape(shape)


def plain():
    """A chain with every kind of convolution and pooling, on sides where "same" pads one side more."""
    return keras.Sequential([
        keras.Input((15, 18, 3)),
        layers.Rescaling(2.0, offset=-0.25),
        layers.Conv2D(8, 3, strides=2, padding="same", activation="relu"),
        layers.BatchNormalization(),
        layers.DepthwiseConv2D((3, 5), strides=2, padding="same", depth_multiplier=2, use_bias=False),
        layers.LeakyReLU(0.2),
        layers.SeparableConv2D(6, 3, padding="same", depth_multiplier=2, activation="silu"),
        layers.ZeroPadding2D(((1, 2), (0, 1))),
        layers.AveragePooling2D(3, strides=2, padding="same"),
        layers.Conv2D(8, (2, 1), dilation_rate=(2, 1), groups=2, activation="tanh", use_bias=False),
        layers.Flatten(),
        layers.Dense(5, activation="softmax"),
    ], name="plain")


def gated():
    """A squeeze-and-excitation with a product that repeats pixels, and merges."""
    image = keras.Input((12, 11, 4), name="image")
    x = layers.Conv2D(6, 3, padding="valid", activation="relu6")(image)
    gate = layers.GlobalAveragePooling2D(keepdims=True)(x)
    gate = layers.Conv2D(6, 1, activation="sigmoid")(gate)
    x = layers.Multiply()([x, gate])
    y = layers.MaxPooling2D(3, strides=1, padding="same")(x)
    x = layers.Add()([x, y])
    x = layers.Concatenate()([x, layers.Subtract()([y, x]), layers.Average()([x, y]), layers.Maximum()([x, y])])
    x = layers.UpSampling2D(2)(layers.Cropping2D(((1, 0), (2, 1)))(x))
    x = layers.LayerNormalization(epsilon=1e-5)(x)
    x = layers.Activation("gelu")(x)
    x = layers.GlobalMaxPooling2D()(x)
    return keras.Model(image, layers.Dense(3, activation="sigmoid", name="scores")(layers.Dropout(0.5)(x)), name="gated")


def nested():
    """Two inputs, models within models, and a layer that is used twice."""
    inner_image = keras.Input((10, 10, 3))
    inner = layers.SeparableConv2D(5, 3, use_bias=False, name="convolution")(inner_image)
    inner = layers.BatchNormalization(name="norm")(inner)
    backbone = keras.Model(inner_image, layers.GlobalAveragePooling2D()(layers.ReLU(max_value=4.0)(inner)), name="backbone")
    head = keras.Sequential([keras.Input((5,)), layers.Dense(4, activation="elu"), layers.BatchNormalization(scale=False)],
                            name="head")
    image, patient = keras.Input((10, 10, 3), name="image"), keras.Input((4,), name="patient")
    normalised = layers.Normalization(mean=[0.1, 0.2, -0.1], variance=[0.5, 1.5, 2.0])(image)
    shared = layers.Dense(4, activation="softplus", name="shared")
    x = layers.Concatenate()([shared(head(backbone(normalised))), shared(patient)])
    x = layers.Reshape((2, -1))(x)
    return keras.Model([image, patient], layers.Softmax()(layers.Flatten()(x)), name="nested")


def narrow():
    """A VGG-16 with mean pooling by Keras' names of layers, and few channels; two linear layers at its end."""
    image = x = keras.Input((64, 64, 3))
    for block, (width, count) in enumerate([(2, 2), (3, 2), (4, 3), (5, 3), (6, 3)], start=1):
        for number in range(1, count + 1):
            x = layers.Conv2D(width, 3, padding="same", activation="relu", name=f"block{block}_conv{number}")(x)
        x = layers.MaxPooling2D(2, name=f"block{block}_pool")(x)
    x = layers.Dense(5, activation="relu", name="dense")(layers.GlobalAveragePooling2D()(x))
    return keras.Model(image, layers.Dense(3, name="dense_1")(x), name="narrow")


def write_weights(model):
    """The weights alone, as Keras 3.15 writes them, and as older versions did: without the names of layers."""
    model.save_weights(FOLDER / "narrow.weights.h5")
    shutil.copy(FOLDER / "narrow.weights.h5", FOLDER / "unnamed.weights.h5")
    with h5py.File(FOLDER / "unnamed.weights.h5", "r+") as file:
        file.visititems(lambda _, item: item.attrs.pop("name", None) and None)


def randomised(model):
    generator = np.random.default_rng(7)
    for variable in model.weights:
        low, high = (0.5, 1.5) if "variance" in variable.name or "gamma" in variable.name else (-0.6, 0.6)
        variable.assign(generator.uniform(low, high, variable.shape).astype("float32"))
    return model


def main():
    FOLDER.mkdir(exist_ok=True)
    expected = {}
    for build in (plain, gated, nested, narrow):
        model = randomised(build())
        if build is narrow:
            write_weights(model)
        else:
            model.save(FOLDER / f"{build.__name__}.keras")
            model.save(FOLDER / f"{build.__name__}.h5")
        inputs = [ramp((1, *x.shape[1:])) for x in model.inputs]
        output = keras.ops.convert_to_numpy(model(inputs if len(inputs) > 1 else inputs[0], training=False))
        expected[build.__name__] = {"inputs": [list(x.shape[1:]) for x in model.inputs],
                                    "output": [float(value) for value in output[0].ravel()]}
    (FOLDER / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")


if __name__ == "__main__":
    main()

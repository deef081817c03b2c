"""Writes the cases of Keras' own networks: weights from the oracles' formula by the names of layers, and their scores.

    KERAS_BACKEND=jax make_keras_cases.py [PREFIX ...]

A kernel is drawn in PyTorch's order of axes under the name LAYER/VARIABLE and turned into Keras'. Scores are float32, so
the tolerance is 1e-4 of the largest.
"""

import json
import os
import pathlib
import sys

os.environ.setdefault("KERAS_BACKEND", "jax")
HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "Oracles"))

import keras
import numpy as np
import synthetic_weights as synthetic
from keras import applications as zoo

CLASSES = 5


def drawn(layer, variable, shape, gain):
    """The kind, and the values in Keras' order of axes."""
    name = f"{layer}/{variable}"
    kinds = {"beta": "bias", "bias": "bias", "gamma": "norm_weight", "moving_mean": "running_mean",
             "moving_variance": "running_var"}
    if variable in kinds:
        return kinds[variable], synthetic.tensor(name, shape, kinds[variable])
    if len(shape) == 2:
        return "linear", synthetic.tensor(name, shape[::-1], "matrix", gain=gain).transpose()
    if "depthwise" in name or "dwconv" in name:
        h, w, c, m = shape
        return "depthwise", synthetic.tensor(name, (c, m, h, w), "matrix", gain=gain).transpose(2, 3, 0, 1)
    h, w, i, o = shape
    return "convolution", synthetic.tensor(name, (o, i, h, w), "matrix", gain=gain).transpose(2, 3, 1, 0)


def write(name, graph, model, size, gain):
    layers = []
    for layer in model.layers:
        entries = []
        for variable in layer.weights:
            kind, values = drawn(layer.name, variable.name, tuple(variable.shape), gain)
            variable.assign(values)
            entries.append([variable.name, kind, list(variable.shape)])
        if entries:
            layers.append([layer.name, entries])
    x = synthetic.tensor("input/x", (2, 3, *size), "mosaic").transpose(0, 2, 3, 1)
    scores = np.asarray(model.predict(x, verbose=0), np.float64)
    case = {"case": name, "graph": graph, "keras": keras.__version__, "gain": gain, "size": list(size),
            "tolerance": float(f"{1e-4 * np.abs(scores).max():.1e}"), "logits": scores.tolist()}
    body = json.dumps(case)[:-1] + ', "layers": [\n'
    body += ",\n".join(json.dumps(layer, separators=(",", ":")) for layer in layers) + "\n]}\n"
    (HERE / "KerasCases").mkdir(exist_ok=True)
    (HERE / "KerasCases" / f"{name}.json").write_text(body)
    print(f"{name:20} largest {np.abs(scores).max():9.3g}  images differ by {np.abs(scores[0] - scores[1]).max():9.3g}",
          flush=True)


def whole(build, size, **options):
    return build(weights=None, classes=CLASSES, classifier_activation=None, input_shape=(*size, 3), **options)


def efficientnet(size):
    """Without the rescaling and normalisation in front, which are the preprocessing's."""
    model = whole(zoo.EfficientNetB0, size)
    inner = keras.Model(model.get_layer("normalization").output, model.output)
    return inner


def pooled_vgg(size):
    base = zoo.VGG16(include_top=False, weights=None, pooling="avg", input_shape=(*size, 3))
    return keras.Model(base.input, keras.layers.Dense(CLASSES, name="dense_1")(base.output))


def efficientnet_v2(size):
    """Without the rescaling in front."""
    model = whole(zoo.EfficientNetV2S, size)
    return keras.Model(model.get_layer("rescaling").output, model.output)


CASES = {
    "mobilenet_v2": ("mobilenet_v2", lambda s: whole(zoo.MobileNetV2, s), (75, 66), 1.3),
    "efficientnet_b0": ("efficientnet_b0", efficientnet, (64, 75), 1.46),
    "densenet121": ("densenet121", lambda s: whole(zoo.DenseNet121, s), (64, 64), 2**0.5),
    "resnet50": ("resnet50", lambda s: whole(zoo.ResNet50, s), (75, 64), 1.0),
    "vgg16-gap": ("vgg16-gap", pooled_vgg, (64, 64), 2**0.5),
    "efficientnet_v2_s": ("efficientnet_v2_s", efficientnet_v2, (64, 75), 1.12),
    "inception_v3": ("inception_v3", lambda s: whole(zoo.InceptionV3, s), (96, 107), 2**0.5),
    "xception": ("xception", lambda s: whole(zoo.Xception, s), (96, 107), 1.0),
}

if __name__ == "__main__":
    for name, (graph, build, size, gain) in CASES.items():
        if len(sys.argv) < 2 or any(name.startswith(prefix) for prefix in sys.argv[1:]):
            keras.backend.clear_session()
            write(name, graph, build(size), size, gain)

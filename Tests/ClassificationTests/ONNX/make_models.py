#!/usr/bin/env python3
"""Writes small ONNX models with what ONNX Runtime gives for a known image: make_models.py

Each model lies in Models/; expected.json holds the outputs for the image of `levels`. Needs onnx and onnxruntime.
"""

import json
import pathlib

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

FOLDER = pathlib.Path(__file__).parent / "Models"
SIDE = 8


def levels():
    """An image of 8 x 8 pixels, [row, column, channel], whose levels depend on their place only."""
    return (np.arange(SIDE * SIDE * 3) * 37 % 256).astype("uint8").reshape(SIDE, SIDE, 3)


def weights(name, *shape):
    """Small numbers that depend on their place only."""
    count = int(np.prod(shape))
    values = ((np.arange(count) * 29 % 47) / 47 - 0.5).astype("float32")
    return numpy_helper.from_array(values.reshape(shape), name)


def body(image, scores):
    """Convolution, mean of each channel, linear layer: from `image` [1, 3, 8, 8] to `scores` [1, 2]."""
    nodes = [
        helper.make_node("Conv", [image, "conv.weight", "conv.bias"], ["conv"], pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["conv"], ["relu"]),
        helper.make_node("GlobalAveragePool", ["relu"], ["mean"]),
        helper.make_node("Flatten", ["mean"], ["features"]),
        helper.make_node("Gemm", ["features", "fc.weight", "fc.bias"], [scores], transB=1),
    ]
    return nodes, [weights("conv.weight", 4, 3, 3, 3), weights("conv.bias", 4), weights("fc.weight", 2, 4),
                   weights("fc.bias", 2)]


def value(name, shape, kind=TensorProto.FLOAT):
    return helper.make_tensor_value_info(name, kind, shape)


def model(nodes, inputs, outputs, initializers, opset=17):
    graph = helper.make_graph(nodes, "lesions", inputs, outputs, initializers)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], producer_name="make_models")
    made.ir_version = 8
    return made


def channels_first():
    """A fixed batch of one, channels first, probabilities out."""
    nodes, initializers = body("image", "scores")
    nodes.append(helper.make_node("Softmax", ["scores"], ["probabilities"], axis=1))
    return model(nodes, [value("image", [1, 3, SIDE, SIDE])], [value("probabilities", [1, 2])], initializers)


def channels_last():
    """Open extents, channels last, two other inputs, scores and features out."""
    nodes, initializers = body("first", "plain")
    nodes.insert(0, helper.make_node("Transpose", ["photo"], ["first"], perm=[0, 3, 1, 2]))
    nodes += [
        helper.make_node("Cast", ["site"], ["place"], to=TensorProto.FLOAT),
        helper.make_node("Add", ["plain", "patient"], ["told"]),
        helper.make_node("Add", ["told", "place"], ["scores"]),
    ]
    return model(
        nodes,
        [value("photo", ["n", "h", "w", 3]), value("patient", ["n", 2]), value("site", [1, 1], TensorProto.INT64)],
        [value("scores", ["n", 2]), value("features", ["n", 4])], initializers)


def external(made, location):
    """The same model with its largest weights in the file `location`."""
    tensor = made.graph.initializer[0]
    data = tensor.raw_data
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    for key, text in (("location", location), ("offset", "0"), ("length", str(len(data)))):
        tensor.external_data.add(key=key, value=text)
    return made, data


def main():
    FOLDER.mkdir(exist_ok=True)
    onnx.save(channels_first(), FOLDER / "first.onnx")
    onnx.save(channels_last(), FOLDER / "last.onnx")
    made, data = external(channels_first(), "outside.bin")
    onnx.save(made, FOLDER / "outside.onnx")
    (FOLDER / "outside.bin").write_bytes(data)
    for name, location in (("parent", "../Models/outside.bin"), ("root", "/etc/hostname")):
        (FOLDER / f"{name}.onnx").write_bytes(external(channels_first(), location)[0].SerializeToString())
    (FOLDER / "opset99.onnx").write_bytes(
        model(*[list(part) for part in (channels_first().graph.node, channels_first().graph.input,
                                        channels_first().graph.output, channels_first().graph.initializer)],
              opset=99).SerializeToString())
    nodes, initializers = body("image", "probabilities")
    initializers[2] = weights("fc.weight", 2, 5)
    (FOLDER / "shapes.onnx").write_bytes(
        model(nodes, [value("image", [1, 3, SIDE, SIDE])], [value("probabilities", [1, 2])],
              initializers).SerializeToString())
    batch = model(*[list(part) for part in (channels_first().graph.node, [value("image", [4, 3, SIDE, SIDE])],
                                            [value("probabilities", [4, 2])], channels_first().graph.initializer)])
    (FOLDER / "batch4.onnx").write_bytes(batch.SerializeToString())

    scaled = (levels() / np.float32(255)).astype("float32")
    first = onnxruntime.InferenceSession(FOLDER / "first.onnx").run(
        None, {"image": scaled.transpose(2, 0, 1)[None]})
    last = onnxruntime.InferenceSession(FOLDER / "last.onnx").run(
        None, {"photo": scaled[None], "patient": np.full((1, 2), 0.5, "float32"), "site": np.full((1, 1), 2)})
    expected = {
        "made with": f"onnx {onnx.__version__}, onnxruntime {onnxruntime.__version__}",
        "first": first[0][0].tolist(), "scores": last[0][0].tolist(), "features": last[1][0].tolist(),
    }
    (FOLDER / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")


if __name__ == "__main__":
    main()

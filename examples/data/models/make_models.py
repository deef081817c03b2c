#!/usr/bin/env python3
"""Writes the two small models that the examples audit: make_models.py

Both hold random weights: nothing was trained, and no patient stands behind them. Needs torch and onnx; either writes its
own file, so both need not be in one environment.
"""

import pathlib

FOLDER = pathlib.Path(__file__).parent


def state_dict():
    """VGG's layout with two convolutions, the mean of each channel and one linear layer, as `torch.save` writes it."""
    import torch

    torch.manual_seed(5)
    network = torch.nn.ModuleDict({
        "features": torch.nn.Sequential(
            torch.nn.Conv2d(3, 4, 3, padding=1), torch.nn.ReLU(), torch.nn.MaxPool2d(2),
            torch.nn.Conv2d(4, 6, 3, padding=1), torch.nn.ReLU()),
        "classifier": torch.nn.Linear(6, 2),
    })
    torch.save({"state_dict": network.state_dict()}, FOLDER / "small.pth")


def exported():
    """A convolution, the mean of each channel, a linear layer and a softmax, on 64 pixels, channels first."""
    import numpy as np
    from onnx import TensorProto, helper, numpy_helper, save

    generator = np.random.default_rng(5)

    def weights(name, *shape):
        return numpy_helper.from_array(generator.normal(0, 0.5, shape).astype("float32"), name)

    nodes = [
        helper.make_node("Conv", ["image", "conv.weight"], ["conv"], pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["conv"], ["relu"]),
        helper.make_node("GlobalAveragePool", ["relu"], ["mean"]),
        helper.make_node("Flatten", ["mean"], ["features"]),
        helper.make_node("Gemm", ["features", "fc.weight"], ["scores"], transB=1),
        helper.make_node("Softmax", ["scores"], ["probabilities"], axis=1),
    ]
    graph = helper.make_graph(
        nodes, "small", [helper.make_tensor_value_info("image", TensorProto.FLOAT, [1, 3, 64, 64])],
        [helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, [1, 2])],
        [weights("conv.weight", 4, 3, 3, 3), weights("fc.weight", 2, 4)])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="dermaudit examples")
    model.ir_version = 8
    save(model, FOLDER / "small.onnx")


if __name__ == "__main__":
    for write in (state_dict, exported):
        try:
            write()
        except ImportError as missing:
            print(f"{write.__name__}: {missing}")

"""Makes the fixtures of the weight readers' tests.

    python make.py torch    # with torch 2.13
    python make.py hdf5     # with h5py 3.16 and numpy 2.4

Element i of a tensor is i / 2 unless said otherwise.
"""

import io
import json
import pathlib
import sys
import zipfile

FOLDER = pathlib.Path(__file__).parent


def make_torch():
    import torch

    def half_steps(*shape):
        count = 1
        for extent in shape:
            count *= extent
        return (torch.arange(count, dtype=torch.float32) / 2).reshape(shape)

    class Block(torch.nn.Module):
        """A class that the reader has never heard of."""

        def __init__(self):
            super().__init__()
            self.body = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.ReLU())
            self.scale = torch.nn.Parameter(half_steps(2))
            self.register_buffer("kept", half_steps(3))
            self.register_buffer("dropped", half_steps(4), persistent=False)
            with torch.no_grad():
                self.body[0].weight.copy_(half_steps(2, 3))
                self.body[0].bias.copy_(half_steps(2))

    Block.__qualname__ = "Block"  # so that it can be pickled
    globals()["Block"] = Block
    block = Block()
    block.note = "attributes of other kinds are passed over"
    torch.save(block, FOLDER / "whole-module.pt")

    def no_source(*_):
        raise OSError("the fixture holds no source code")

    torch.serialization.get_source_lines_and_file = no_source
    torch.save(block, FOLDER / "whole-module-legacy.pt", _use_new_zipfile_serialization=False)
    torch.jit.save(torch.jit.script(torch.nn.Linear(1, 1)), FOLDER / "script.pt")
    mixed = {"complex": torch.ones(2, dtype=torch.complex64), "plain": half_steps(2), "wide": torch.arange(3).to(torch.uint16), "small": torch.ones(2).to(torch.float8_e4m3fn),
             "callbacks": {"Checkpoint{'monitor': 'loss/../x'}": {"best": torch.tensor(0.5)}}}
    torch.save(mixed, FOLDER / "mixed.pt")
    torch.save({"params": half_steps(4).bfloat16(), "sub": {1: {"a": half_steps(2, 2).t()}}}, FOLDER / "nested.pt")


def make_hdf5():
    import h5py
    import numpy as np

    def half_steps(*shape, dtype=np.float32):
        return (np.arange(np.prod(shape, dtype=int)) / 2).reshape(shape).astype(dtype)

    def layered(f, options=lambda name: {}):
        """Two layers in the model's order, which is not the alphabet's; text of variable length; names in parts."""
        f.attrs["keras_version"] = "2.15.0"
        f.attrs["model_config"] = json.dumps({"class_name": "Sequential", "config": {"name": "s", "layers": []}, "pad": "x" * 70_000}).encode()
        f.create_group("optimizer_weights").create_dataset("m", data=half_steps(5))
        group = f.create_group("model_weights")
        group.attrs["layer_names0"] = ["zeta"]
        group.attrs["layer_names1"] = [b"alpha", b"drop"]
        for layer in ("zeta", "alpha"):
            own = group.create_group(layer)
            own.attrs["weight_names"] = [f"{layer}/kernel", f"{layer}/bias", "shared/gain"]
            own.create_dataset(f"{layer}/kernel", data=half_steps(5, 7), **options("kernel"))
            own.create_dataset(f"{layer}/bias", data=half_steps(7, dtype=">f4"))
            own.create_dataset("shared/gain", data=half_steps(1, dtype=np.float64))
        group.create_group("drop").attrs.create("weight_names", np.zeros(0, "S1"))

    with h5py.File(FOLDER / "layers.h5", "w") as f:
        layered(f)
    with h5py.File(FOLDER / "layers-1.8.h5", "w", libver=("v108", "v108")) as f:
        layered(f)
    with h5py.File(FOLDER / "chunks.h5", "w") as f:
        layered(f, lambda name: dict(chunks=(2, 3), compression="gzip", shuffle=True, fletcher32=True))
    with h5py.File(FOLDER / "lzf.h5", "w") as f:
        f.create_dataset("a", data=half_steps(64), compression="lzf")
    with h5py.File(FOLDER / "latest.h5", "w", libver="latest") as f:
        f.create_dataset("a", data=half_steps(64), chunks=(16,))
    with h5py.File(FOLDER / "types.h5", "w") as f:
        for name, dtype in [("f2", "<f2"), ("f8", ">f8"), ("i8", "<i8"), ("u2", ">u2"), ("b1", "?")]:
            f.create_dataset(name, data=np.arange(4).astype(dtype))
        f.create_dataset("scalar", data=np.float32(2.5))

    weights = io.BytesIO()
    with h5py.File(weights, "w") as f:
        f.create_group("vars")
        f.create_dataset("optimizer/vars/0", data=half_steps(9))
        for group, shapes in [("layers/dense", [(3, 2), (2,)]), ("layers/dense_1", [(2, 1), (1,)]),
                              ("layers/functional/layers/conv2d", [(3, 3, 1, 2)] + [(2,)] * 11)]:
            for number, shape in enumerate(shapes):
                f.create_dataset(f"{group}/vars/{number}", data=half_steps(*shape))
    model = {"class_name": "Functional", "config": {"name": "m", "layers": [
        {"class_name": "InputLayer", "config": {"name": "in"}}, {"class_name": "Dense", "config": {"name": "b"}},
        {"class_name": "Dense", "config": {"name": "a"}},
        {"class_name": "Functional", "config": {"name": "inner", "layers": [{"class_name": "Conv2D", "config": {"name": "c"}}]}}]}}
    with zipfile.ZipFile(FOLDER / "small.keras", "w") as z:
        z.writestr("metadata.json", json.dumps({"keras_version": "3.3.3", "date_saved": "2024-11-01"}))
        z.writestr("config.json", json.dumps(model), zipfile.ZIP_DEFLATED)
        z.writestr("model.weights.h5", weights.getvalue())
    with zipfile.ZipFile(FOLDER / "deflated.keras", "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("model.weights.h5", weights.getvalue())


if __name__ == "__main__":
    {"torch": make_torch, "hdf5": make_hdf5}[sys.argv[1]]()

"""Times Dermaudit's classifiers beside PyTorch, compiled PyTorch and ONNX Runtime, in one run, and prints the ratios.

    compare_classifiers.py BENCHMARKS [--threads N] [--rounds N] [--only PREFIX] [--peers NAMES]

Eight images at 224 pixels (299 for Inception), float32, weights drawn at random. Within a round each side runs once, in
turn, so that a machine whose speed drifts slows all of them alike. A ratio is the median over the rounds of the fastest
peer's time divided by ours: more than 1 is faster than all of them.
"""

import argparse
import os
import statistics
import tempfile
import time

from engine_process import EngineProcess

NETWORKS = {"vgg16": 224, "densenet201": 224, "resnext101_32x8d": 224, "efficientnet_b0": 224, "vit_b_16": 224,
            "inception_v3": 299}
PEERS = ["eager", "compiled", "onnxruntime"]
SHIMS = []  # operators of torchvision that PyTorch must know before it is imported


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmarks")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", default="")
    parser.add_argument("--peers", nargs="*", default=PEERS)
    arguments = parser.parse_args()
    for variable in ("OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = str(arguments.threads)
    import onnxruntime
    import torch

    torch.set_num_threads(arguments.threads)
    torch.manual_seed(0)
    print(f"PyTorch {torch.__version__} ({torch.backends.cpu.get_cpu_capability()}), ONNX Runtime "
          f"{onnxruntime.__version__}, {arguments.threads} threads, {arguments.rounds} rounds, load {os.getloadavg()[0]:.2f}")
    print(f"{'network':18}" + "".join(f"{peer + ' ms':>16}" for peer in arguments.peers) +
          f"{'ours ms':>10}{'ratio':>7}{'lowest':>8}{'highest':>8}")
    for name, side in NETWORKS.items():
        if name.startswith(arguments.only):
            compare(name, side, arguments)


def compare(name, side, arguments):
    """Runs all sides in turn and prints a line."""
    import torch

    runs = {}
    with torch.inference_mode():
        model, images = build(name), torch.randn(8, 3, side, side)
        for peer in arguments.peers:
            runs[peer] = BUILDERS[peer](model, images, arguments.threads)
            runs[peer](), runs[peer]()
        own = EngineProcess([arguments.benchmarks, name, "onednn", str(arguments.threads)])
        times = {peer: [] for peer in [*runs, "ours"]}
        for _ in range(arguments.rounds):
            for peer, run in runs.items():
                times[peer].append(milliseconds(run))
            times["ours"].append(own.run())
    own.close()
    ratios = [min(times[peer][i] for peer in runs) / times["ours"][i] for i in range(arguments.rounds)]
    print(f"{name:18}" + "".join(f"{statistics.median(times[peer]):16.0f}" for peer in runs) +
          f"{statistics.median(times['ours']):10.0f}{statistics.median(ratios):7.2f}{min(ratios):8.2f}{max(ratios):8.2f}",
          flush=True)


def milliseconds(run):
    start = time.perf_counter()
    run()
    return 1000 * (time.perf_counter() - start)


def build(name):
    """torchvision's network in evaluation mode; its operators in C++ are not needed, and need not fit this PyTorch."""
    import torch

    if not SHIMS:
        SHIMS.append(torch.library.Library("torchvision", "FRAGMENT"))
        for operation in ("nms", "qnms"):
            SHIMS[0].define(operation + "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
    import torchvision

    options = {"aux_logits": False, "init_weights": False} if name == "inception_v3" else {}
    return getattr(torchvision.models, name)(**options).eval()


def eager(model, images, _):
    return lambda: model(images)


def compiled(model, images, _):
    import torch

    fast = torch.compile(model)
    return lambda: fast(images)


def onnx_session(model, images, threads):
    import onnxruntime
    import torch

    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "model.onnx")
    # The fused attention of evaluation has no form in ONNX.
    torch.backends.mha.set_fastpath_enabled(False)
    torch.onnx.export(model, (images,), path, input_names=["x"], output_names=["y"], dynamo=False)
    torch.backends.mha.set_fastpath_enabled(True)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    values = images.numpy()
    return lambda: session.run(None, {"x": values})


BUILDERS = {"eager": eager, "compiled": compiled, "onnxruntime": onnx_session}

if __name__ == "__main__":
    main()

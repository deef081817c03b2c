"""Times Dermaudit's networks beside PyTorch, in one run, and prints the ratios.

    compare.py BENCHMARKS [--threads N] [--rounds N] [--only PREFIX]

BENCHMARKS is the built program of this folder. Within a round PyTorch and each engine run once, in turn, so that a
machine whose speed drifts slows all of them alike; a ratio is the median over the rounds of PyTorch's time divided by
the engine's, so more than 1 is faster than PyTorch. Float32 everywhere, weights and inputs from the oracles' formula.
"""

import argparse
import os
import pathlib
import statistics
import sys
import time

from engine_process import EngineProcess

ORACLES = pathlib.Path(os.environ.get("DERMAUDIT_ORACLES", pathlib.Path(__file__).parents[1] / "NetworkOracles" / "Oracles"))
XL_1 = dict(input_size=16, patch_size=1, in_channels=32, hidden_size=1152, depth=28, num_heads=16, use_swiglu=True,
            use_rope=True, use_rmsnorm=True, text_dim=768)
VA_VAE = dict(embed_dim=32, ch=128, ch_mult=[1, 1, 2, 2, 4], attn_levels=[4])


def main():
    arguments = parse_arguments()
    import torch

    torch.set_num_threads(arguments.threads)
    capability = torch.backends.cpu.get_cpu_capability()
    print(f"PyTorch {torch.__version__} ({capability}), {arguments.threads} threads, {arguments.rounds} rounds, "
          f"load {os.getloadavg()[0]:.2f}")
    print(f"{'network':24} {'PyTorch ms':>11} {'engine':>10} {'ms':>8} {'ratio':>6}  {'lowest':>6} {'highest':>7}")
    for name, build in NETWORKS.items():
        if name.startswith(arguments.only):
            with torch.inference_mode():
                compare(name, build(), arguments)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmarks")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    for variable in ("OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = str(arguments.threads)
    folder = ORACLES / "networks" if (ORACLES / "networks").is_dir() else ORACLES
    sys.path.insert(0, str(folder))
    return arguments


def compare(name, run_peer, arguments):
    """Runs the peer and both engines in turn and prints a line for each engine."""
    engines = {engine: EngineProcess([arguments.benchmarks, name, engine, str(arguments.threads)])
               for engine in ("onednn", "openblas")}
    run_peer()
    times = {"peer": []} | {engine: [] for engine in engines}
    for _ in range(arguments.rounds):
        times["peer"].append(milliseconds(run_peer))
        for engine, process in engines.items():
            times[engine].append(process.run())
    for engine, process in engines.items():
        process.close()
        ratios = [peer / own for peer, own in zip(times["peer"], times[engine])]
        print(f"{name:24} {statistics.median(times['peer']):11.0f} {engine:>10} {statistics.median(times[engine]):8.0f} "
              f"{statistics.median(ratios):6.2f}  {min(ratios):6.2f} {max(ratios):7.2f}", flush=True)


def milliseconds(run):
    start = time.perf_counter()
    run()
    return 1000 * (time.perf_counter() - start)


def noise(*shape):
    import synthetic_weights as synthetic
    import torch

    return torch.from_numpy(synthetic.tensor("input/x", shape, "noise"))


def filled(model):
    import synthetic_weights as synthetic

    synthetic.fill(model)
    return model.eval()


def guided_step():
    """LightningDiT-XL/1, one image: a conditional and an unconditional evaluation, 256 tokens."""
    import torch
    from reference import flow
    from reference.lightningdit import LightningDiT

    model, x, y, t = filled(LightningDiT(**XL_1)), noise(1, 32, 16, 16), noise(1, 768), torch.tensor(0.37)
    return lambda: flow.guided_velocity(model, x, t, y, 10.0)


def vae_decode():
    """VA-VAE f16d32: one latent to 256 x 256 pixels."""
    from reference import vae

    model, z = filled(vae.Autoencoder(**VA_VAE)), noise(1, 32, 16, 16)
    return lambda: model.decoder(model.post_quant_conv(z))


NETWORKS = {"lightningdit-xl-1-step": guided_step, "va-vae-decode": vae_decode}

if __name__ == "__main__":
    main()

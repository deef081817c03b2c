"""Times audits of tables from start to report beside pandas reading the same file, in one run.

    compare_tables.py DERMAUDIT [--rows N] [--rounds N] [--metadata HAM10000_metadata.csv] [--benchmarks BENCHMARKS]

The table is made up here: a name, a score, a diagnosis, a sex, an age and a site a row, from a fixed seed. With `--metadata`
the 10,015 rows of HAM10000 get made-up scores and are joined with that file. With `--benchmarks` the reader alone turns
100,000, 1,000,000 and 10,000,000 rows into columns, in turn with pandas. A line shows the size of the file, the seconds
of the whole program, megabytes a second, and the most memory that it held; the peer only reads the file.
"""

import argparse
import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

SITES = ["back", "face", "trunk", "abdomen", "lower extremity", "unknown"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dermaudit")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--metadata")
    parser.add_argument("--benchmarks")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        table = os.path.join(folder, "predictions.csv")
        write(table, arguments.rows)
        report = "report accuracy, dp by sex, age, site of d with test none"
        options = "labels dx, positive [mel], score p, id image"
        audit(arguments, folder, table, f"{arguments.rows:,} rows", options, report)
        if arguments.metadata:
            scores = os.path.join(folder, "ham10000.csv")
            join(scores, arguments.metadata)
            options = f'labels "{os.path.abspath(arguments.metadata)}" dx, id image image_id, positive [mel], score p'
            report = "report accuracy, tpr, dp by sex, age, site of d"
            audit(arguments, folder, scores, "HAM10000, joined", options, report)
        if arguments.benchmarks:
            for rows in [100_000, 1_000_000, 10_000_000]:
                write(table, rows)
                read(arguments, table, f"{rows:,} rows, read")


def write(path, count):
    """Writes rows of scores that know something of the diagnosis."""
    draw = random.Random(1)
    with open(path, "w") as file:
        file.write("image,p,dx,sex,age,site\n")
        for row in range(count):
            positive = draw.random() < 0.2
            score = min(1, max(0, draw.gauss(0.6 if positive else 0.3, 0.2)))
            sex = draw.choice(["male", "female"])
            file.write(f"ISIC_{row:07d},{score:.6f},{'mel' if positive else 'nv'},{sex},{5 * draw.randrange(17)},{draw.choice(SITES)}\n")


def join(path, metadata):
    """Writes a score for every image of the metadata."""
    draw = random.Random(2)
    with open(metadata) as file, open(path, "w") as out:
        out.write("image,p\n")
        for row in csv.DictReader(file):
            score = min(1, max(0, draw.gauss(0.6 if row["dx"] == "mel" else 0.3, 0.2)))
            out.write(f"{row['image_id']}.jpg,{score:.6f}\n")


def audit(arguments, folder, table, name, options, report):
    """Runs the audit and the peer in turn, and prints a line."""
    script = os.path.join(folder, "t.audit")
    with open(script, "w") as file:
        file.write(f'edition 2026\ndataset d = predictions("{table}") with {options}\n{report}\n')
    size = os.path.getsize(table) / 1e6
    own, peers, memory = [], [], 0
    for _ in range(arguments.rounds):
        seconds, kilobytes = run([arguments.dermaudit, "run", script])
        own.append(seconds)
        memory = max(memory, kilobytes)
        peers.append(peer(table))
    seconds, other = statistics.median(own), statistics.median(peers)
    print(f"{name:22} {size:7.1f} MB {seconds:7.2f} s {size / seconds:7.0f} MB/s {memory / 1024:7.0f} MB held"
          f"   pandas reads it in {other:.2f} s, {size / other:.0f} MB/s", flush=True)


def read(arguments, table, name):
    """Turns a table into columns, by the reader alone and by pandas in turn, and prints a line."""
    size = os.path.getsize(table) / 1e6
    held = memory([arguments.benchmarks, "table", os.devnull], rounds=0)
    most = memory([arguments.benchmarks, "table", table], rounds=1)
    process = subprocess.Popen([arguments.benchmarks, "table", table], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    own, peers = [], []
    for _ in range(arguments.rounds):
        process.stdin.write("\n")
        process.stdin.flush()
        own.append(float(process.stdout.readline()) / 1000)
        peers.append(peer(table))
    process.stdin.close()
    process.wait()
    seconds, other = statistics.median(own), statistics.median(peers)
    ratios = sorted(there / here for here, there in zip(own, peers))
    print(f"{name:22} {size:7.1f} MB {seconds:7.2f} s {size / seconds:7.0f} MB/s {(most - held) / 1024:7.0f} MB more than for nothing"
          f"   pandas {other:.2f} s, {size / other:.0f} MB/s, ratio {statistics.median(ratios):.1f} ({ratios[0]:.1f} - {ratios[-1]:.1f})",
          flush=True)


def memory(command, rounds):
    """The most kilobytes that a benchmark holds in some rounds."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    process.stdin.write(b"\n" * rounds)
    process.stdin.close()
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_maxrss


def run(command):
    """The seconds of a program from start to end, and the most kilobytes that it held."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} ended with status {status}")
    return time.perf_counter() - start, usage.ru_maxrss


def peer(table):
    """The seconds in which pandas, loaded already, reads the table.

    It has a process of its own: the memory that this one holds would count as that of the programs it starts.
    """
    code = "import sys, time, pandas; start = time.perf_counter(); pandas.read_csv(sys.argv[1]); print(time.perf_counter() - start)"
    return float(subprocess.run([sys.executable, "-c", code, table], check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    main()

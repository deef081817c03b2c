"""Times the reading and checking of scripts, and the start of the prompt, beside CPython, in one run.

    compare_scripts.py BENCHMARKS DERMAUDIT [--rounds N]

Three megabytes of the repository's own scripts, and of one dense script without long comments, are cut into tokens, parsed
and formatted on one thread; CPython parses as many bytes of its own library (`ast.parse`) in turn with it. A script of 10,000
statements is checked, alone and as `dermaudit check`. The prompt is waited for in a pseudo-terminal, as is Python's.
"""

import argparse
import ast
import glob
import os
import pathlib
import pty
import select
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time

from long_script import blocks

SIZE = 3_000_000
RESERVED = ("score ", "judge ", "checklist ", "train ")
DENSE = """\
# A comment of the usual length about what comes.
cohort main {
    sex in [m, f]
    age 10..80
    fst I..VI
    diagnosis melanoma
    n 100
    prompt "{diagnosis}, {sex}, age {age}, skin type {fst}"
}
audit a = DeepGuide, MelaNet, SkinLesionDensenet on main with threshold 0.5
report max(accuracy), min(accuracy), dp by sex, age, fst of a with ci wilson 95%, test permutation
export it.report to "out/table2.tex"
plot bars accuracy by sex, age, fst of a to "out/figure3.png" with ci wilson 95%
require dp by age of a.SkinLesionDensenet > dp by sex of a.SkinLesionDensenet
    because "Table 2: the age gap (0.4408) exceeds the sex gap (0.0332)"
let limit = 10% + 5% * 2
for s in [25, 50, 100, 250] { print s, limit, "a text of {s}" }
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmarks")
    parser.add_argument("dermaudit")
    parser.add_argument("--rounds", type=int, default=15)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name, text in [("the repository's scripts", own_scripts()), ("a dense script", DENSE)]:
            path = write(folder, "scripts.audit", text * (SIZE // len(text) + 1))
            for step in ["lex", "parse", "format"]:
                compare(arguments, step, path, name)
        path = write(folder, "long.audit", "edition 2026\n" + blocks(10_000 // 7 + 1))
        check(arguments, path)
        start(arguments, folder)


def own_scripts():
    """The scripts of the repository that hold no statement of a later version, one behind the other."""
    root = pathlib.Path(__file__).parent.parent.parent
    texts = []
    for place in ["stdlib", "examples", "Tests/Scripts"]:
        for path in sorted(glob.glob(f"{root}/{place}/**/*.audit", recursive=True)):
            text = pathlib.Path(path).read_text()
            if not any(word in text for word in RESERVED):
                texts.append("".join(line for line in text.splitlines(True) if not line.startswith("edition")))
    return "\n".join(texts) + "\n"


def write(folder, name, text):
    path = os.path.join(folder, name)
    pathlib.Path(path).write_text(text)
    return path


def python_source(size):
    """As many bytes of Python's library, file by file."""
    texts, length = [], 0
    for path in sorted(glob.glob(sysconfig.get_paths()["stdlib"] + "/*.py")):
        text = pathlib.Path(path).read_text(encoding="utf-8", errors="replace")
        texts.append(text)
        length += len(text)
        if length >= size:
            break
    return texts, length


class Own:
    """A benchmark that runs once for every line."""

    def __init__(self, arguments, *what):
        self.process = subprocess.Popen(
            [arguments.benchmarks, "script", *what], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def seconds(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline()) / 1000

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def compare(arguments, step, path, name):
    """Runs a step and the peer in turn, and prints a line."""
    size = os.path.getsize(path)
    texts, length = python_source(size)
    process = Own(arguments, step, path)
    own, peers = [], []
    for _ in range(arguments.rounds):
        own.append(size / process.seconds() / 1e6)
        begin = time.perf_counter()
        trees = [ast.parse(text) for text in texts]
        peers.append(length / (time.perf_counter() - begin) / 1e6)
        del trees
    process.end()
    ratios = sorted(here / there for here, there in zip(own, peers))
    print(f"{step:7} {name:26} {statistics.median(own):6.0f} MB/s (best {max(own):.0f})   CPython's ast.parse"
          f" {statistics.median(peers):.1f} MB/s, ratio {statistics.median(ratios):.1f} ({ratios[0]:.1f} - {ratios[-1]:.1f})",
          flush=True)


def check(arguments, path):
    """Checks 10,000 statements, by itself and as a command."""
    process = Own(arguments, "check", path)
    alone = [process.seconds() for _ in range(arguments.rounds)]
    process.end()
    command = []
    for _ in range(arguments.rounds):
        begin = time.perf_counter()
        subprocess.run([arguments.dermaudit, "check", path], check=True, capture_output=True)
        command.append(time.perf_counter() - begin)
    print(f"check   10,000 statements          {1e3 * statistics.median(alone):6.0f} ms (best {1e3 * min(alone):.0f}),"
          f" the command {1e3 * statistics.median(command):.0f} ms (best {1e3 * min(command):.0f})", flush=True)


def start(arguments, folder):
    """Waits for two prompts in turn."""
    own, peers = [], []
    for _ in range(arguments.rounds):
        own.append(prompt([os.path.abspath(arguments.dermaudit), "repl"], b"> ", folder))
        peers.append(prompt([sys.executable, "-q", "-i"], b">>> ", folder))
    print(f"prompt  {1e3 * statistics.median(own):.0f} ms (best {1e3 * min(own):.0f}), Python's"
          f" {1e3 * statistics.median(peers):.0f} ms (best {1e3 * min(peers):.0f})", flush=True)


def prompt(command, expected, folder):
    """The seconds from starting a program in a pseudo-terminal to its prompt."""
    begin = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.environ["XDG_STATE_HOME"] = folder
        os.execv(command[0], command)
    text = b""
    while expected not in text and select.select([terminal], [], [], 20)[0]:
        text += os.read(terminal, 4096)
    seconds = time.perf_counter() - begin
    if expected not in text:
        sys.exit(f"{command[0]} gave no prompt: {text!r}")
    os.write(terminal, b"\x04")
    os.close(terminal)
    os.waitpid(process, 0)
    return seconds


if __name__ == "__main__":
    main()

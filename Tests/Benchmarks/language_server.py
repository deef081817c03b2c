"""Times the answers of `dermaudit lsp` on a script of 2,000 lines, as an editor would wait for them.

    python3 Tests/Benchmarks/language_server.py .build/release/dermaudit [LINES]

Each round types a letter, or takes it away again, and asks: at once, when the server has yet to read the script again, and
when it has told its findings. The letter stands in the comment at the top, which is carried by a name below; in the name of
a metric in the middle, where it makes a statement wrong; or behind `report`, where it makes a statement unreadable. Or a
block is begun in the middle that never ends, so that all below is hidden, and is taken away again. Figures are milliseconds
from writing the request to having read the answer: median and, in parentheses, the 95th percentile.
"""

import json
import statistics
import subprocess
import sys
import time

from long_script import blocks

ROUNDS = 24
# A rename that waits until errors are mended.
REFUSED = -32803


class Server:
    """A server with one document open."""

    def __init__(self, program, text):
        self.process = subprocess.Popen([program, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0
        self.version = 1
        self.uri = "file:///tmp/long.audit"
        self.ask("initialize", {"capabilities": {}})
        self.tell("textDocument/didOpen", {"textDocument": {
            "uri": self.uri, "languageId": "dermaudit", "version": 1, "text": text}})
        self.findings()

    def write(self, message):
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self.process.stdin.flush()

    def read(self):
        """The next message, and when it had arrived whole."""
        length = 0
        while (line := self.process.stdout.readline().strip()):
            length = int(line.split(b":")[1])
        content = self.process.stdout.read(length)
        return json.loads(content), time.perf_counter()

    def tell(self, method, parameters):
        self.write({"method": method, "params": parameters})

    def ask(self, method, parameters):
        """The answer and the milliseconds until it had arrived."""
        self.number += 1
        start = time.perf_counter()
        self.write({"id": self.number, "method": method, "params": parameters})
        while (read := self.read())[0].get("id") != self.number:
            pass
        message, end = read
        assert "result" in message or message["error"]["code"] == REFUSED, message
        return message.get("result"), (end - start) * 1e3

    def findings(self):
        """The findings and the milliseconds until they had arrived."""
        start = time.perf_counter()
        while (read := self.read())[0].get("method") != "textDocument/publishDiagnostics":
            pass
        message, end = read
        return message["params"]["diagnostics"], (end - start) * 1e3

    def type(self, line, character, text, back):
        """Types a text at a line and column, or takes it away again."""
        self.version += 1
        start, end = ({"line": line, "character": character + more} for more in (0, len(text) if back else 0))
        self.tell("textDocument/didChange", {
            "textDocument": {"uri": self.uri, "version": self.version},
            "contentChanges": [{"range": {"start": start, "end": end}, "text": "" if back else text}]})

    def place(self, line, character, **more):
        return {"textDocument": {"uri": self.uri}, "position": {"line": line, "character": character}, **more}


def rounds(server, place, action, settles):
    """The times of an action behind a letter that is typed, once its findings were told where it settles first."""
    times = []
    for number in range(ROUNDS):
        server.type(*place, back=number % 2 == 1)
        if settles:
            server.findings()
        times.append(action()[1])
        if not settles and action != server.findings:
            server.findings()
    return times


def shown(times):
    return f"{statistics.median(times):.1f} ({statistics.quantiles(times, n=20)[-1]:.1f})"


def main():
    program = sys.argv[1]
    lines = int(sys.argv[2]) if len(sys.argv) > 2 else 2_000
    count = (lines - 1) // 8
    text = "edition 2026\n" + blocks(count)
    first = 1 + 8 * (count // 2)
    server = Server(program, text)
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": lines, "character": 0}}
    requests = {
        "hover": ("textDocument/hover", server.place(first + 4, 25)),
        "completion": ("textDocument/completion", server.place(first + 4, 9)),
        "definition": ("textDocument/definition", server.place(first + 3, 48)),
        "references": ("textDocument/references", server.place(first + 2, 9, context={"includeDeclaration": True})),
        "highlights": ("textDocument/documentHighlight", server.place(first + 2, 9)),
        "rename": ("textDocument/rename", server.place(first + 2, 9, newName="people")),
        "formatting": ("textDocument/formatting", server.place(0, 0)),
        "outline": ("textDocument/documentSymbol", server.place(0, 0)),
        "folding": ("textDocument/foldingRange", server.place(0, 0)),
        "cell counts": ("textDocument/inlayHint", server.place(0, 0, range=whole)),
        "code actions": ("textDocument/codeAction", server.place(0, 0, range=whole, context={"diagnostics": []})),
    }
    letters = {
        "letter in a comment": (1, 2, "x"), "letter in a metric": (first + 12, 15, "x"),
        "letter in a statement": (first + 12, 6, "x"), "open block": (first + 13, 0, "if true { "),
    }
    print(f"{text.count(chr(10))} lines, {len(text)} bytes\n")
    print("| answer | settled | " + " | ".join(letters) + " |")
    print("|---|---|" + "---|" * len(letters))
    behind = [shown(rounds(server, place, server.findings, False)) for place in letters.values()]
    print(f"| findings, after 20 of silence | | {' | '.join(behind)} |")
    for name, request in requests.items():
        settled = shown(rounds(server, letters["letter in a comment"], lambda: server.ask(*request), True))
        behind = [shown(rounds(server, at, lambda: server.ask(*request), False)) for at in letters.values()]
        print(f"| {name} | {settled} | {' | '.join(behind)} |", flush=True)
    server.ask("shutdown", None)
    server.tell("exit", None)
    assert server.process.wait() == 0


if __name__ == "__main__":
    main()

"""The prompt grammar, the attribute code the text tower learns, and CLIP's byte-pair encoding on a small vocabulary."""

import collections
import re

import torch

from renders import ROMAN

DIAGNOSES, SEXES = ("melanoma", "nevus"), ("male", "female")
AGE_CENTRES = torch.linspace(5, 95, 13)
CODE_WIDTH = 3 + 3 + 7 + len(AGE_CENTRES) + 1
CONTEXT = 77
WORDS = ("melanoma nevus male female man woman age years old year skin type fitzpatrick diagnosis sex lesion "
         "dermoscopy image of a an with i ii iii iv v vi").split()


def attribute_code(diagnosis=None, male=None, age=None, fst=None):
    """What a prompt says, as a vector [CODE_WIDTH]: one-hot with a place for `not said`, age as soft bins."""
    code = torch.zeros(CODE_WIDTH)
    code[2 if diagnosis is None else DIAGNOSES.index(diagnosis)] = 1
    code[3 + (2 if male is None else int(not male))] = 1
    code[6 + (6 if fst is None else fst - 1)] = 1
    if age is None:
        code[-1] = 1
    else:
        code[13:-1] = torch.exp(-0.5 * ((age - AGE_CENTRES) / 7.5) ** 2)
    return 2 * code


def prompt(diagnosis=None, male=None, age=None, fst=None):
    """The default wording: `{diagnosis}[, {sex}][, age {age}][, skin type {fst}]`."""
    return ", ".join(parts(diagnosis, male, age, fst))


def parts(diagnosis, male, age, fst):
    """The parts of the default wording that are said."""
    said = [diagnosis, None if male is None else SEXES[int(not male)], None if age is None else f"age {age}",
            None if fst is None else f"skin type {ROMAN[fst - 1]}"]
    return [part for part in said if part]


def reworded(said, generator):
    """A variant of the wording: shuffled parts, other names for them, so that templates may differ a little."""
    def draw(n):
        return int(torch.randint(n, (1,), generator=generator))

    said = [said[i] for i in torch.randperm(len(said), generator=generator)]
    swaps = {"skin type": ("Fitzpatrick skin type", "skin type", "Fitzpatrick type"),
             "male": ("male", "man", "sex male"), "female": ("female", "woman", "sex female"), "melanoma": ("melanoma", "diagnosis melanoma"),
             "nevus": ("nevus", "diagnosis nevus")}
    for i, part in enumerate(said):
        for key, options in swaps.items():
            if part == key or part.startswith(key + " "):
                said[i] = part.replace(key, options[draw(len(options))], 1)
                break
        if part.startswith("age ") and draw(3) == 0:
            said[i] = f"{part[4:]} years old"
    return ("a dermoscopy image of " if draw(6) == 0 else "") + ", ".join(said)


def byte_characters():
    """The 256 printable stand-ins of bytes, in vocabulary order."""
    kept = [*range(33, 127), *range(161, 173), *range(174, 256)]
    return [chr(b) for b in kept] + [chr(256 + i) for i in range(256 - len(kept))]


def learned_merges(words=WORDS):
    """Byte-pair merges that make one token of every word, most frequent pair first, ties alphabetical."""
    pieces = [[*word[:-1], word[-1] + "</w>"] for word in words]
    merges = []
    while True:
        pairs = collections.Counter(pair for piece in pieces for pair in zip(piece, piece[1:]))
        if not pairs:
            return merges
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append(best)
        pieces = [merged(piece, best) for piece in pieces]


def merged(piece, pair):
    """`piece` with every occurrence of `pair` joined, left to right."""
    out, i = [], 0
    while i < len(piece):
        joined = tuple(piece[i:i + 2]) == pair
        out.append("".join(pair) if joined else piece[i])
        i += 2 if joined else 1
    return out


class Tokenizer:
    """CLIP's encoding: characters, characters with `</w>`, merges, start, end; digits one by one."""

    PIECE = re.compile(r"[a-z]+|[0-9]|[^\sa-z0-9]+")

    def __init__(self, merges):
        characters = byte_characters()
        vocabulary = characters + [c + "</w>" for c in characters] + ["".join(pair) for pair in merges]
        self.ids = {token: i for i, token in enumerate(vocabulary)}
        self.ranks = {pair: i for i, pair in enumerate(merges)}
        self.start, self.end = len(vocabulary), len(vocabulary) + 1
        self.size, self.cache = len(vocabulary) + 2, {}

    def piece(self, text):
        """Ids of one ASCII piece."""
        if text not in self.cache:
            symbols = [*text[:-1], text[-1] + "</w>"]
            while len(symbols) > 1:
                best = min(zip(symbols, symbols[1:]), key=lambda pair: self.ranks.get(pair, len(self.ranks)))
                if best not in self.ranks:
                    break
                symbols = merged(symbols, best)
            self.cache[text] = [self.ids[symbol] for symbol in symbols]
        return self.cache[text]

    def encode(self, prompts):
        """Ids [n, longest], zero after the end token."""
        rows = [[self.start, *(i for piece in self.PIECE.findall(text.lower()) for i in self.piece(piece)), self.end]
                for text in prompts]
        longest = max(map(len, rows))
        return torch.tensor([row + [0] * (longest - len(row)) for row in rows])

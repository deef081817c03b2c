"""Writes MODEL_CARD.md from card_template.md and the measured tables: no number in the card is typed by hand."""

import json

from export import TARGET
from renders import ROMAN
from settings import CLASSIFIERS

NAMES = [*CLASSIFIERS, "judge"]


def read(name):
    """A measured table."""
    return json.loads((TARGET / name).read_text())


def verdict(met):
    """The last cell of a row."""
    return "met" if met else "**missed**"


def share(counts, digits=3):
    """An accuracy with its interval."""
    return f"{counts['accuracy']:.{digits}f} ({counts['low']:.{digits}f} to {counts['high']:.{digits}f})"


def rounded(values):
    """Whole numbers, with commas."""
    return ", ".join(f"{value:.0f}" for value in values)


def generator_rows(table):
    """The rows of what the generator earns."""
    s, r, ratio = table["samples"], table["renders"], table["area_ratio"]

    def both(text):
        return f"{text(s)} | {text(r)}"

    def two(of, first, second, p):
        return both(lambda x: f"{x[of][first]:.2f}, {x[of][second]:.2f} (p {x[of][p]:.4f})")

    trends = ("area_fraction", "lentigines", "fine_texture")
    yield ("type against ITA, Spearman | -0.95 or below | " + both(lambda x: f"{x['ita_spearman']:.3f}"),
           verdict(s["ita_spearman"] <= -0.95))
    yield "mean ITA of types I to VI | | " + both(lambda x: rounded(x["ita_by_type"])), ""
    yield ("neighbouring types, largest Holm p | below 0.05 | " + both(lambda x: f"{max(x['ita_neighbours_holm_p']):.4f}"),
           verdict(max(s["ita_neighbours_holm_p"]) < 0.05))
    yield ("judge agrees with the prompt | 0.90 (renders 0.93) | " + both(lambda x: share(x["judge"]["all"])),
           verdict(s["judge"]["all"]["accuracy"] >= 0.9 and r["judge"]["all"]["accuracy"] >= 0.93))
    yield ("... of melanomas, of nevi | | " + both(
        lambda x: f"{x['judge']['melanoma']['accuracy']:.3f}, {x['judge']['nevus']['accuracy']:.3f}"), "")
    for name in ("melanoma", "nevus"):
        yield (f"lesion area, {name} | within 15 % | " + both(lambda x: f"{x['area'][name]:.3f}"),
               f"{verdict(abs(ratio[name] - 1) <= 0.15)} ({100 * (ratio[name] - 1):+.0f} %)")
    yield ("hairs found, men and women | more in men, significant | " + two("hairs", "men", "women", "p"),
           verdict(s["hairs"]["p"] < 0.05))
    yield ("lentigines found, 60 and over, under 40 | more in the old, significant | "
           + two("lentigines", "old", "young", "p"), verdict(s["lentigines"]["p"] < 0.05))
    yield ("age against area, lentigines, fine texture, Spearman | a trend in one | "
           + both(lambda x: ", ".join(f"{x['age_spearman'][k]:.2f}" for k in trends)),
           verdict(max(abs(s["age_spearman"][k]) for k in trends) >= 0.15))
    yield (f"mean colour over all cells | Delta E 3 | {table['mean_colour_delta_e']:.2f} | ",
           verdict(table["mean_colour_delta_e"] <= 3))


def zoo_rows(zoo):
    """The rows of what the classifiers do."""
    def row(label, among, key):
        cells = [zoo[name][among][key] for name in NAMES]
        return f"{label}, n {cells[0]['n']:,} | " + " | ".join(share(cell) for cell in cells)

    yield row("all", "all", "overall")
    yield row("nevi", "nevus", "overall")
    yield row("melanomas", "melanoma", "overall")
    yield row("melanomas of men", "melanoma", "sex=m")
    yield row("melanomas of women", "melanoma", "sex=f")
    for decade in range(0, 100, 10):
        yield row(f"melanomas, age {max(decade, 5)} to {min(decade + 9, 95)}", "melanoma", f"decade={decade}")
    for fst in ROMAN:
        yield row(f"melanomas, type {fst}", "melanoma", f"fst={fst}")


def coverage_rows(zoo):
    """How often audits of renders hold the truth."""
    for name in CLASSIFIERS:
        c = zoo[name]["coverage"]
        yield f"{name} | {c['audits']} of {c['renders_each']:,} renders | {c['intervals']:,} | {c['covered']:.3f}"


def audit_rows(table):
    """An audit of samples beside one of renders."""
    samples, renders = table["audit"]["samples"], table["audit"]["renders"]
    for label in next(iter(samples.values())):
        cells = [f"{samples[n][label]['accuracy']:.2f} | {renders[n][label]['accuracy']:.2f}" for n in CLASSIFIERS]
        yield f"{label} | " + " | ".join(cells)


def files():
    """The files of the folder with their sizes."""
    for path in sorted(TARGET.glob("*.safetensors")):
        yield f"`{path.name}` | {path.stat().st_size / 1e6:.1f} MB"


def lines(rows):
    """Rows as lines of a table; a row may be a pair of its cells and its verdict."""
    return "\n".join(f"| {row} |" if isinstance(row, str) else f"| {' | '.join(row)} |" for row in rows)


def main():
    table, zoo = read("truth_generator.json"), read("truth_zoo.json")
    card = (TARGET / "train" / "card_template.md").read_text()
    for name, value in {
            "FILES": lines(files()), "SAMPLES": f"{table['samples']['images']:,}",
            "RENDERS": f"{table['renders']['images']:,}", "GENERATOR": lines(generator_rows(table)),
            "ZOO_RENDERS": f"{zoo['renders']:,}", "ZOO": lines(zoo_rows(zoo)),
            "COVERAGE": lines(coverage_rows(zoo)), "AUDIT": lines(audit_rows(table)),
            "GUIDANCE": str(table["sampler"]["guidance"]), "STEPS": str(table["sampler"]["steps"])}.items():
        card = card.replace("{{" + name + "}}", value)
    (TARGET / "MODEL_CARD.md").write_text(card)


if __name__ == "__main__":
    main()

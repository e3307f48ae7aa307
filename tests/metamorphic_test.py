"""Changes that carry no meaning must not change the records: every change of variants.py over the whole corpus and
the samples, by itself and in random pairs with a fixed seed.

The record of the changed text is compared with that of the text as it stands, folded as in score.py and without
spans. Two figures for each change: the share of documents whose records are the same, and the share of single facts
that agree. usage: metamorphic_test.py [--verbose] [--raise]; floors in tests/metamorphic_floors.json.
"""
import collections
import pathlib
import random
import re
import sys
import tempfile

import floors
import program
import score
import variants

RECORDS = ("document", "chair", "secretary", "attendees", "agenda", "hearings", "decisions", "signatures")
ABOUT_THE_READING = ("span", "spans", "rule", "rules", "confidence")
PAIRS = 2  # for each document
LATIN = str.maketrans("aeopcyxABEKMHOPCTX", "аеорсухАВЕКМНОРСТХ")


def fold(value):
    """A text as score.py folds it, with look-alikes undone and a name's initials behind its surname."""
    text = re.sub(r"\w*[а-яё]\w*", lambda word: word.group().translate(LATIN), str(value), flags=re.IGNORECASE)
    text = re.sub(r"([А-ЯЁ])\.\s*([А-ЯЁ])\.\s*([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*)", r"\3 \1. \2.", text)
    text = re.sub(r"([А-ЯЁ])\.\s*([А-ЯЁ])\.", r"\1.\2.", text)
    return score.fold(text)


def facts(node, path=""):
    """A record as single facts: (where, what). Decisions and agenda items are told apart by their texts."""
    if isinstance(node, dict):
        if "text" in node or "title" in node:
            path += " «" + fold(node.get("text") or node.get("title"))[:60] + "»"
        for key, value in node.items():
            if key not in ABOUT_THE_READING:
                yield from facts(value, f"{path}.{key}")
    elif isinstance(node, list):
        for value in node:
            yield from facts(value, path)
    else:
        yield path, fold(node)


def all_facts(record):
    return collections.Counter(fact for key in RECORDS for fact in facts(record.get(key, []), key))


def changed_texts():
    """Every (document, name of the change, text) where the change does something."""
    chance = random.Random(20201124)
    names = list(variants.CHANGES)
    changes = variants.CHANGES | variants.LAYOUTS
    for document in program.documents_to_vary():
        text = document.read_text(encoding="utf-8")
        todo = [[name] for name in changes]
        todo += [sorted(chance.sample(names, 2), key=names.index) for _ in range(PAIRS)]
        for chosen in todo:
            changed = text
            for name in chosen:
                changed = changes[name](changed)
            if changed != text:
                yield document, " + ".join(chosen), changed


def measure(folder):
    expected = {path: all_facts(record) for path, record in program.parse(program.documents_to_vary()).items()}
    todo = {}
    for index, (document, change, text) in enumerate(changed_texts()):
        path = folder / f"{index}-{document.name}"
        path.write_bytes(text.encode("utf-8"))
        todo[path] = (document, change)
    same, count, agreed, total = (collections.Counter() for _ in range(4))
    for path, record in program.parse(todo).items():
        document, change = todo[path]
        found, wanted = all_facts(record), expected[document]
        kind = "random pairs" if " + " in change else change
        count[kind] += 1
        same[kind] += found == wanted
        agreed[kind] += 2 * sum((found & wanted).values())
        total[kind] += sum(found.values()) + sum(wanted.values())
        if found != wanted and "--verbose" in sys.argv[1:]:
            print(f"{document.name}, {change}:")
            for sign, difference in (("-", wanted - found), ("+", found - wanted)):
                print(*(f"  {sign} {where}: {what}" for where, what in difference), sep="\n")
    return {kind: {"same": round(same[kind] / count[kind], 4), "facts": round(agreed[kind] / max(1, total[kind]), 4)}
            for kind in count}, count


def main():
    with tempfile.TemporaryDirectory() as folder:
        figures, count = measure(pathlib.Path(folder))
    print(f"{'change':26} {'texts':>6} {'same':>7} {'facts':>7}")
    for kind, row in figures.items():
        print(f"{kind:26} {count[kind]:6d} {row['same']:7.4f} {row['facts']:7.4f}")
    if program.SANITIZED:
        return 0  # a few documents only: no figures to hold to floors
    return 0 if floors.check(figures, program.SOURCE / "tests" / "metamorphic_floors.json") else 1


if __name__ == "__main__":
    sys.exit(main())

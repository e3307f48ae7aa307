#!/usr/bin/env python3
"""Score extracted records against gold annotation, as a library of the tests and as a command.

usage: score.py [--verbose] [--json] [--floor F] GOLD_DIR -- COMMAND [ARG ...]

For every GOLD_DIR/**/NAME.json that has a NAME.<other ending> beside it, runs COMMAND with the document's path
added as its last argument, reads one JSON object (or a one-element array) from its standard output, and compares
it with the gold object. Prints precision, recall and F1 per field over all documents, the mean of the F1s of the
fields that occur, and the number of documents in which every decision is wholly right.

Exit status: 0, or 1 where --floor is given and the mean is below it; 2 on unusable arguments.
"""
import argparse
import collections
import difflib
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

QUOTES = dict.fromkeys(map(ord, "«»„“”\"'’‘"), None)
DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")


def fold(text):
    """Folds what no reader would call a difference: case, ё, quotes, dashes, spacing, markup and end punctuation."""
    text = unicodedata.normalize("NFKC", str(text or "")).casefold().replace("ё", "е")
    text = text.translate(QUOTES).translate(DASHES).replace("*", "").replace("_", " ")
    text = re.sub(r"\s*-\s*", "-", re.sub(r"\s+", " ", text))
    text = re.sub(r"\s+([.,;:)])", r"\1", text)
    return text.strip(" .,;:-()")


def fold_deadline(text):
    return re.sub(r"^(в )?срок( исполнения)?[ :-]*", "", fold(text))


def person_key(name):
    """«Иванова Анна Петровна», «Иванова А. П.» and «А.П. Иванова» give one key: surname and initials."""
    words = re.findall(r"[\w-]+", fold(name).replace(".", ". "))
    long = [w for w in words if len(w) > 1]
    short = [w for w in words if len(w) == 1]
    if short and len(long) == 1:
        return (long[0], "".join(short))
    if long:
        return (long[0], "".join(w[0] for w in words[1:]))
    return (" ".join(words), "")


def who(entry):
    """A person or a body, as one comparable key."""
    if entry.get("name") and re.search(r"(?:^|[\s.])[А-ЯЁA-Z]\.|^\S+ \S+ \S+(?:вич|вна|чна|ична)$", entry["name"]):
        return ("person",) + person_key(entry["name"])
    return ("body", fold(entry.get("group") or entry.get("name") or entry.get("role") or entry.get("text")))


def deadline_key(d):
    keep = ("type", "start", "end", "rrule", "duration")
    if d.get("type") == "relative":
        keep = ("type", "duration")
    if d.get("type") in ("ongoing", "event"):
        keep = ("type",)
    return tuple((k, d[k]) for k in keep if d.get(k))


class Tally:
    def __init__(self):
        self.hit = self.gold = self.found = 0

    def sets(self, gold, found):
        gold, found = collections.Counter(gold), collections.Counter(found)
        self.hit += sum((gold & found).values())
        self.gold += sum(gold.values())
        self.found += sum(found.values())

    def figures(self):
        p = self.hit / self.found if self.found else float(not self.gold)
        r = self.hit / self.gold if self.gold else float(not self.found)
        return p, r, 2 * p * r / (p + r) if p + r else 0.0


def align(gold, found, key, least=0.75):
    """Pairs two ordered lists by the likeness of their texts, best first, one to one."""
    scored = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            a, b = key(g), key(f)
            if not a or not b:
                continue
            if min(len(a), len(b)) * 2.5 < max(len(a), len(b)) and a not in b and b not in a:
                continue
            s = 1.0 if a == b else difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()
            if s >= least:
                near = 0.02 * (1 - abs(i - j) / (1 + max(len(gold), len(found))))
                scored.append((s + near, i, j))
    pairs, used_i, used_j = {}, set(), set()
    for _, i, j in sorted(scored, reverse=True):
        if i not in used_i and j not in used_j:
            pairs[i] = j
            used_i.add(i)
            used_j.add(j)
    return pairs


def compare(gold, found, tallies, say):
    whole = True
    gd, fd = gold.get("document", {}), found.get("document", {})
    for field in ("kind", "number", "date", "time", "place", "title", "organization"):
        def value(d):
            v = d.get(field)
            return [] if v in (None, "") else [fold(v) if field not in ("date", "time", "kind") else str(v)]
        g, f = value(gd), value(fd)
        if field in ("title", "organization") and g and f:
            g, f = ([1], [1]) if difflib.SequenceMatcher(None, g[0], f[0], autojunk=False).ratio() > 0.85 else (g, f)
        tallies["document." + field].sets(g, f)
        if g != f:
            say("document." + field, gd.get(field), fd.get(field))
    for field in ("chair", "secretary", "signatures"):
        g = [who(e) for e in gold.get(field, []) if e.get("name")]
        f = [who(e) for e in found.get(field, []) if e.get("name")]
        tallies[field].sets(g, f)
        if sorted(g) != sorted(f):
            say(field, g, f)

    def attendee(e):
        return (e.get("status", "present"),) + who(e) + (e.get("count"),)
    g, f = [attendee(e) for e in gold.get("attendees", [])], [attendee(e) for e in found.get("attendees", [])]
    tallies["attendees"].sets(g, f)
    if collections.Counter(g) != collections.Counter(f):
        say("attendees", [x for x in g if x not in f], [x for x in f if x not in g])

    ga, fa = gold.get("agenda", []), found.get("agenda", [])
    pairs = align(ga, fa, lambda e: fold(e.get("title")))
    tallies["agenda"].hit += len(pairs)
    tallies["agenda"].gold += len(ga)
    tallies["agenda"].found += len(fa)
    for i, e in enumerate(ga):
        f = fa[pairs[i]] if i in pairs else {}
        if not f:
            say("agenda", e.get("title"), None)
        tallies["agenda.title_exact"].sets([(i, fold(e.get("title")))], [(i, fold(f.get("title")))] if f else [])
        tallies["agenda.number"].sets([(i, e["number"])] if e.get("number") else [], [(i, str(f["number"]))] if f.get("number") else [])
        tallies["agenda.speakers"].sets([who(s) for s in e.get("speakers", [])], [who(s) for s in f.get("speakers", [])])
        tallies["agenda.speaker_roles"].sets([fold(s["role"]) for s in e.get("speakers", []) if s.get("role")],
                                             [fold(s["role"]) for s in f.get("speakers", []) if s.get("role")])
    for j, f in enumerate(fa):
        if j not in pairs.values():
            say("agenda", None, f.get("title"))

    g = [(h.get("kind"),) + who(s) for h in gold.get("hearings", []) for s in h.get("speakers", [])]
    f = [(h.get("kind"),) + who(s) for h in found.get("hearings", []) for s in h.get("speakers", [])]
    tallies["hearings.speakers"].sets(g, f)
    if sorted(map(str, g)) != sorted(map(str, f)):
        say("hearings.speakers", g, f)

    gx, fx = gold.get("decisions", []), found.get("decisions", [])
    pairs = align(gx, fx, lambda e: fold(e.get("text")))
    tallies["decisions"].hit += len(pairs)
    tallies["decisions"].gold += len(gx)
    tallies["decisions"].found += len(fx)
    if len(pairs) != len(gx) or len(gx) != len(fx):
        whole = False
    for j, f in enumerate(fx):
        if j not in pairs.values():
            say("decision, not in gold", None, f.get("text"))
            for field, key in (("addressees", who), ("responsible", who), ("control", who), ("deadlines", deadline_key)):
                tallies["decisions." + field].sets([], [key(x) for x in f.get(field, [])])
    for i, e in enumerate(gx):
        f = fx[pairs[i]] if i in pairs else None
        if f is None:
            say("decision, missed", e.get("text"), None)
            f = {}
        parts = {
            "text_exact": ([fold(e.get("text"))], [fold(f.get("text"))] if f else []),
            "number": ([e["number"]] if e.get("number") else [], [str(f["number"])] if f.get("number") else []),
            "agenda": (e.get("agenda", []), [str(x) for x in f.get("agenda", [])]),
            "action": ([e.get("action")], [f.get("action")] if f else []),
            "addressees": ([who(x) for x in e.get("addressees", [])], [who(x) for x in f.get("addressees", [])]),
            "responsible": ([who(x) for x in e.get("responsible", [])], [who(x) for x in f.get("responsible", [])]),
            "control": ([who(x) for x in e.get("control", [])], [who(x) for x in f.get("control", [])]),
            "deadlines": ([deadline_key(x) for x in e.get("deadlines", [])], [deadline_key(x) for x in f.get("deadlines", [])]),
            "deadline_text": ([fold_deadline(x.get("text")) for x in e.get("deadlines", [])], [fold_deadline(x.get("text")) for x in f.get("deadlines", [])]),
            "vote": ([json.dumps(e["vote"], sort_keys=True)] if e.get("vote") else [], [json.dumps(f["vote"], sort_keys=True)] if f.get("vote") else []),
        }
        for field, (g, h) in parts.items():
            tallies["decisions." + field].sets(g, h)
            if collections.Counter(map(str, g)) != collections.Counter(map(str, h)):
                if f:
                    say(f"decision {e.get('number', i + 1)} {field}", g, h)
                if field not in ("agenda", "deadline_text"):
                    whole = False
    return whole


def documents(folder):
    """The documents of a folder that have gold: pairs of paths (document, gold), in order."""
    for gold_path in sorted(folder.rglob("*.json")):
        inputs = [p for p in gold_path.parent.glob(gold_path.stem + ".*") if p.suffix != ".json"]
        if inputs:
            yield inputs[0], gold_path


class Score:
    """Adds up comparisons; `figures` is what they come to."""

    def __init__(self):
        self.tallies = collections.defaultdict(Tally)
        self.documents = self.whole = 0

    def add(self, gold, found, say=lambda field, gold, found: None):
        self.documents += 1
        self.whole += compare(gold, found, self.tallies, say)

    def figures(self):
        rows = {k: t.figures() + (t.gold,) for k, t in self.tallies.items() if t.gold or t.found}
        mean = sum(r[2] for r in rows.values()) / len(rows) if rows else 0.0
        return {"documents": self.documents, "mean_f1": round(mean, 4), "whole": self.whole,
                "fields": {k: {"precision": round(p, 4), "recall": round(r, 4), "f1": round(f, 4), "gold": n}
                           for k, (p, r, f, n) in rows.items()}}


def table(figures):
    """The figures as lines for a reader."""
    yield f"{'field':28} {'prec':>6} {'rec':>6} {'F1':>6} {'gold':>6}"
    for field, row in figures["fields"].items():
        yield f"{field:28} {row['precision']:6.3f} {row['recall']:6.3f} {row['f1']:6.3f} {row['gold']:6d}"
    yield (f"{figures['documents']} documents, {figures['whole']} with every decision wholly right, "
           f"mean F1 {figures['mean_f1']:.4f}")


def main():
    if "--" not in sys.argv:
        print(__doc__, file=sys.stderr)
        return 2
    cut = sys.argv.index("--")
    command = sys.argv[cut + 1:]
    parser = argparse.ArgumentParser(description="Score extracted records against gold annotation.")
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("--verbose", action="store_true", help="print every difference")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    parser.add_argument("--floor", type=float, help="exit 1 where the mean F1 is below this")
    args = parser.parse_args(sys.argv[1:cut])
    if not command or not args.gold.is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    score, failures = Score(), []
    for path, gold_path in documents(args.gold):
        run = subprocess.run(command + [str(path)], capture_output=True, timeout=120)
        try:
            found = json.loads(run.stdout.decode("utf-8"))
            found = found[0] if isinstance(found, list) else found
        except (ValueError, IndexError) as error:
            failures.append(f"{path.name}: no JSON object ({error}); exit {run.returncode}")
            found = {}

        def say(field, gold, other):
            if args.verbose:
                print(f"{path.name}: {field}\n    gold  {gold}\n    found {other}")
        score.add(json.loads(gold_path.read_text(encoding="utf-8")), found, say)
    figures = score.figures()
    if args.json:
        print(json.dumps({**figures, "failures": failures}, ensure_ascii=False, indent=2))
    else:
        print(*table(figures), *("failed: " + line for line in failures), sep="\n")
    return 1 if args.floor is not None and figures["mean_f1"] < args.floor else 0


if __name__ == "__main__":
    sys.exit(main())

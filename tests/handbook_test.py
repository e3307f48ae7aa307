"""tests/handbook.tsv names what covers every phenomenon of the handbook: everything named must exist, and the number
of phenomena that something covers may not fall (floor in tests/handbook_floors.json).

usage: handbook_test.py [--raise]; prints the phenomena that nothing covers.
"""
import re
import sys

import floors
import program
import variants


def rule_names():
    """Names of rules: a line of a .rules file that begins with a letter."""
    for file in (program.SOURCE / "grammars").glob("**/*.rules"):
        for line in file.read_text(encoding="utf-8").splitlines():
            if re.match(r"[^\W\d_]", line):
                yield line.split()[0]


def has_test(name):
    path, _, word = name.partition("#")
    file = program.SOURCE / "tests" / path
    return file.is_file() and word in file.read_text(encoding="utf-8")


def main():
    rules = set(rule_names())
    exists = {
        "sample": lambda name: (program.SAMPLES / f"{name}.json").is_file(),
        "corpus": lambda name: any((folder / f"{name}.json").is_file() for folder in (program.CORPUS, *program.UNSEEN)),
        "change": lambda name: name in variants.CHANGES,
        "rule": lambda name: name in rules,
        "test": has_test,
    }
    faults, seen, bare, covered = [], set(), [], 0
    for number, line in enumerate((program.SOURCE / "tests" / "handbook.tsv").read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 4 or cells[1] not in ("", "?", "part") or cells[0] in seen:
            faults.append(f"line {number}: four cells, a mark and a number of its own are wanted")
            continue
        seen.add(cells[0])
        names = [name for name in cells[3].split("; ") if name]
        for name in names:
            kind, _, rest = name.partition(":")
            if not exists.get(kind, lambda _: False)(rest):
                faults.append(f"line {number}: there is no {name}")
        covered += bool(names)
        if not names:
            bare.append(f"{cells[0]} {cells[1]:4} {cells[2]}")
    print(*faults, "covered by nothing:", *bare, f"{covered} of {len(seen)} phenomena are covered", sep="\n")
    kept = floors.check({"covered": covered}, program.SOURCE / "tests" / "handbook_floors.json")
    return 0 if kept and not faults else 1


if __name__ == "__main__":
    sys.exit(main())

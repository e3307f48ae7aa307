"""Scores the program on tests/corpus, every tests/unseen-N and samples against their gold, and holds every
figure to its floor.

usage: corpus_test.py [--verbose] [--raise]
--verbose prints every difference; --raise writes higher figures into tests/corpus/floors.json.
"""
import json
import sys

import floors
import program
import score


def measure(folder):
    pairs = list(score.documents(folder))
    records = program.parse([path for path, _ in pairs])
    total = score.Score()
    for path, gold in pairs:
        def say(field, wanted, found):
            if "--verbose" in sys.argv[1:]:
                print(f"{path.name}: {field}\n    gold  {wanted}\n    found {found}")
        total.add(json.loads(gold.read_text(encoding="utf-8")), records[path], say)
    return total.figures()


def main():
    measured = {}
    for folder in (program.CORPUS, *program.UNSEEN, program.SAMPLES):
        figures = measure(folder)
        print(folder.name, *score.table(figures), "", sep="\n")
        measured[folder.name] = {"mean_f1": figures["mean_f1"], "whole": figures["whole"],
                          "fields": {field: row["f1"] for field, row in figures["fields"].items()}}
    return 0 if floors.check(measured, program.CORPUS / "floors.json") else 1


if __name__ == "__main__":
    sys.exit(main())

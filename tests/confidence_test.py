"""What `confidence` promises: decisions marked high are wholly right nearly always, and more often than the others.

For each mark the share of decisions of tests/corpus that are wholly right, as score.py compares them.
usage: confidence_test.py [--verbose] [--raise]; floors in tests/confidence_floors.json.
"""
import collections
import json
import sys

import floors
import program
import score


def differences(gold, found):
    """The fields in which a found decision differs from the gold one."""
    def keys(record):
        yield "text", [score.fold(record.get("text"))]
        yield "number", [str(record.get("number") or "")]
        yield "action", [record.get("action")]
        for field in ("addressees", "responsible", "control"):
            yield field, [score.who(entry) for entry in record.get(field, [])]
        yield "deadlines", [score.deadline_key(entry) for entry in record.get("deadlines", [])]
        yield "vote", [json.dumps(record.get("vote"), sort_keys=True)]
    return [field for (field, wanted), (_, other) in zip(keys(gold), keys(found))
            if collections.Counter(map(str, wanted)) != collections.Counter(map(str, other))]


def main():
    pairs = list(score.documents(program.CORPUS))
    records = program.parse([path for path, _ in pairs])
    right, count = collections.Counter(), collections.Counter()
    for path, gold_path in pairs:
        gold = json.loads(gold_path.read_text(encoding="utf-8")).get("decisions", [])
        found = records[path].get("decisions", [])
        aligned = {j: i for i, j in score.align(gold, found, lambda entry: score.fold(entry.get("text"))).items()}
        for j, decision in enumerate(found):
            wrong = differences(gold[aligned[j]], decision) if j in aligned else ["not in gold"]
            count[decision["confidence"]] += 1
            right[decision["confidence"]] += not wrong
            if wrong and decision["confidence"] == "high" and "--verbose" in sys.argv[1:]:
                print(f"{path.name}: {decision.get('number', '-')}: {', '.join(wrong)}")
    shares = {mark: round(right[mark] / count[mark], 4) for mark in ("high", "medium", "low") if count[mark]}
    for mark, share in shares.items():
        print(f"{mark:7} {count[mark]:5d} decisions, {share:.4f} wholly right")
    kept = floors.check({"wholly right where high": shares["high"]}, program.SOURCE / "tests" / "confidence_floors.json")
    if any(shares["high"] < share for mark, share in shares.items() if count[mark] >= 50):
        print("decisions marked high are not the surest")
        kept = False
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

"""Documents of the corpus with bytes flipped, cut out, doubled, moved and spliced between two of them: each gives
exactly one record or error record, as valid UTF-8 JSON, and no sanitizer has anything to say."""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import program

MUTANTS = 500 if program.SANITIZED else 10_000
BATCH = 250
SIGNS = "«»()[]{}|\t\n\r\0.,:;-–—_*/№1а \u0301\u200f".encode() + b"\xff\xc0\xed\xa0\x80"
REPORT = re.compile(rb"Sanitizer|runtime error|terminate called|Assertion")


def flipped(data, chance):
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def set_to_signs(data, chance):
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.choice(SIGNS)


def place(data, chance):
    """Two places, seldom far from each other."""
    start = chance.randrange(len(data))
    return start, min(len(data), start + chance.choice((1, 2, 10, 100, 1_000, 10_000)))


def cut(data, chance):
    start, end = place(data, chance)
    del data[start:end]


def doubled(data, chance):
    start, end = place(data, chance)
    data[start:start] = data[start:end] * chance.choice((1, 1, 2, 50))


def moved(data, chance):
    start, end = place(data, chance)
    part = data[start:end]
    del data[start:end]
    to = chance.randint(0, len(data))
    data[to:to] = part


def cut_off(data, chance):
    del data[chance.randrange(len(data)):]


def mutant(documents, chance):
    data = bytearray(chance.choice(documents))
    if chance.random() < 0.3:  # spliced: the one's beginning, the other's end
        other = chance.choice(documents)
        data[chance.randrange(len(data)):] = other[chance.randrange(len(other)):]
    if chance.random() < 0.1:
        encoding = chance.choice(("utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866"))
        data = bytearray(data.decode("utf-8", "replace").encode(encoding, "replace"))
    for _ in range(chance.randint(1, 4)):
        if data:
            chance.choice((flipped, set_to_signs, cut, doubled, moved, cut_off))(data, chance)
    return bytes(data)


def faults_of(output, paths):
    """What is wrong with the NDJSON of so many files."""
    try:
        records = [json.loads(line) for line in output.decode("utf-8").removesuffix("\n").split("\n")]
        json.dumps(records, ensure_ascii=False).encode("utf-8")  # no half of a surrogate pair was escaped
    except ValueError as error:
        return [f"no UTF-8 JSON: {error}"]
    if [record["source"] for record in records] != paths:
        return [f"{len(records)} records for {len(paths)} files, or in another order"]
    return [f"{record['source']}: neither a record nor an error" for record in records
            if ("error" in record) == ("document" in record)]


def faults_of_batch(folder, mutants):
    paths = []
    for index, data in enumerate(mutants):
        path = folder / f"{index:03}.txt"
        path.write_bytes(data)
        paths.append(str(path))
    listing = folder / "list"
    listing.write_text("\n".join(paths))
    done = subprocess.run([program.PROGRAM, "--format", "ndjson", "-j", "2", "--files-from", listing],
                          capture_output=True, timeout=600)
    faults = faults_of(done.stdout, paths)
    if done.returncode not in (0, 1, 3) or REPORT.search(done.stderr):
        faults.append(f"exit {done.returncode}\n" + done.stderr.decode("utf-8", "replace")[-3000:])
    return faults


def main():
    chance = random.Random(4)
    documents = [path.read_bytes() for path in program.documents()]
    for done in range(0, MUTANTS, BATCH):
        with tempfile.TemporaryDirectory() as folder:
            faults = faults_of_batch(pathlib.Path(folder), [mutant(documents, chance) for _ in range(BATCH)])
            if faults:
                kept = tempfile.mkdtemp(prefix="mutants-")
                for path in pathlib.Path(folder).iterdir():
                    path.rename(pathlib.Path(kept) / path.name)
                print(f"mutants {done} to {done + BATCH}, kept in {kept}:", *faults[:10], sep="\n")
                return 1
    print(f"{MUTANTS} mutants of {len(documents)} documents: one record each")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What the scripts share: where things are, and how the program is run.

ctest tells by the environment what to test: PROTOKOL (the program), PROTOKOL_SOURCE_DIR, PROTOKOL_SANITIZE.
By hand: PROTOKOL=build/release/protokol python3 tests/corpus_test.py
"""
import json
import os
import pathlib
import subprocess
import tempfile

SOURCE = pathlib.Path(os.environ.get("PROTOKOL_SOURCE_DIR") or pathlib.Path(__file__).resolve().parent.parent)
PROGRAM = os.environ.get("PROTOKOL", "protokol")
SANITIZED = os.environ.get("PROTOKOL_SANITIZE") == "1"
CORPUS = SOURCE / "tests" / "corpus"
UNSEEN = sorted((SOURCE / "tests").glob("unseen-*"))  # rounds of documents whose gold was there before their first run
SAMPLES = SOURCE / "samples"


def run(*arguments):
    """The program's standard output, as bytes. Raises where it was killed or the command line was refused."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, timeout=600)
    if done.returncode not in (0, 1, 3):
        raise RuntimeError(f"{PROGRAM} {' '.join(map(str, arguments[:6]))}: exit {done.returncode}\n"
                           + done.stderr.decode("utf-8", "replace")[-2000:])
    return done.stdout


def parse(paths, *options):
    """The records of many documents, read by one process: {path: record}. An error record counts as found."""
    paths = [pathlib.Path(path) for path in paths]
    with tempfile.NamedTemporaryFile("w", suffix=".list", encoding="utf-8") as listing:
        listing.write("".join(f"{path}\n" for path in paths))
        listing.flush()
        lines = run("parse", "--format", "ndjson", *options, "--files-from", listing.name).decode("utf-8")
    records = {pathlib.Path(record["source"]): record for record in map(json.loads, lines.splitlines())}
    missing = [path for path in paths if path not in records]
    if missing:
        raise RuntimeError(f"no record of {len(missing)} documents, such as {missing[0]}")
    return {path: records[path] for path in paths}


def documents():
    """Those that slow tests go through: of the corpus, of the first round of unseen ones, and the samples."""
    return [path for folder in (CORPUS, UNSEEN[0], SAMPLES) for path in sorted(folder.glob("*.txt"))]


def documents_to_vary():
    """The documents that tests make many variants of: all, or a few where sanitizers slow the program down."""
    return documents()[::8] if SANITIZED else documents()

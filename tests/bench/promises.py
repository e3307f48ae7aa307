"""Measures what the README promises about time and memory of the program: promises.py [--program P] [--documents N].

Start, threads, peak memory, memory over a long run, and growth with the size of one document, each beside its limit;
the same as JSON with --json FILE. Times are processor time, the least of some runs, but for `-j 2`, where the clock
counts: it needs two idle cores. N documents for the long run take about 13 KB each."""
import argparse
import dataclasses
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import layouts
import make_archive
import wordings

MB = 1e6
SIZES = {"1 KB": 1_000, "64 KB": 64_000, "1 MB": 1_000_000, "16 MB": 16_000_000, "64 MB": 63_000_000}
LARGE_LAYOUTS = (0, 3, 20)  # dotted numbers, a box, letterheads: what a large document may look like
START_RUNS = 30


@dataclasses.dataclass
class Row:
    """A figure that is good at or below its limit, or, where `least` is set, at or above it."""
    promise: str
    figure: float
    limit: float
    unit: str
    least: bool = False

    def holds(self):
        return self.figure >= self.limit if self.least else self.figure <= self.limit


@dataclasses.dataclass
class Run:
    seconds: float  # by the clock
    processor: float
    memory: float  # bytes at most
    digest: str


def run(program, *arguments):
    """One run; its output is read and forgotten."""
    start = time.perf_counter()
    process = subprocess.Popen([program, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    digest = hashlib.sha256()
    while data := process.stdout.read(1 << 20):
        digest.update(data)
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        raise RuntimeError(f"exit {process.returncode}: {arguments}")
    return Run(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, digest.hexdigest())


def least(program, count, *arguments):
    runs = [run(program, *arguments) for _ in range(count)]
    return min(runs, key=lambda one: one.processor)


def list_of(folder, name, paths):
    listing = folder / name
    listing.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
    return "--files-from", listing


class Archive:
    """Documents on disk."""

    def __init__(self, folder, count):
        self.folder = folder
        make_archive.write_archive(folder / "archive", count)
        self.paths = sorted((folder / "archive").rglob("*.txt"))
        self.maker = make_archive.Maker(make_archive.SEED)

    def near(self, size):
        return min(self.paths[:500], key=lambda path: abs(path.stat().st_size - size))

    def large(self, size, layout, number=0):
        """One document of about that size."""
        path = self.folder / f"{size}-{layout}-{number}.txt"
        clerk = wordings.Clerk(self.maker.wordings, number, layout)
        text = layouts.document(clerk, self.maker.layouts[layout], size).encode()
        path.write_bytes(text[:text.rfind(b"\n", 0, size) + 1])
        return path


# What is measured -----------------------------------------------------------------------------------------------------

def start(program, archive):
    yield Row("`--version`", 1000 * least(program, START_RUNS, "--version").processor, 3, "ms")
    yield Row("one document of 5 KB", 1000 * least(program, START_RUNS, archive.near(5_000)).processor, 15, "ms")


def threads(program, archive):
    listing = list_of(archive.folder, "threads", archive.paths[:600])
    one, two = ([run(program, "--format", "ndjson", "-j", jobs, *listing) for _ in range(3)] for jobs in (1, 2))
    if len({each.digest for each in one + two}) != 1:
        raise RuntimeError("-j changes the bytes")
    yield Row("`-j 2` against `-j 1`, same bytes", min(r.seconds for r in one) / min(r.seconds for r in two), 1.8, "times", True)


def memory_beyond(program, paths, folder, jobs):
    """Peak memory without 40 MB, by the largest document a worker."""
    largest = max(path.stat().st_size for path in paths)
    peak = run(program, "--format", "ndjson", "-j", jobs, *list_of(folder, "memory", paths)).memory
    return (peak - 40 * MB) / largest / jobs


def memory(program, archive):
    for jobs in (1, 2):
        yield Row(f"peak beyond 40 MB, archive, `-j {jobs}`", memory_beyond(program, archive.paths[:600], archive.folder, jobs), 8,
                  "× the largest document a worker")
    for size in ("1 MB", "16 MB", "64 MB"):
        paths = [archive.large(SIZES[size], LARGE_LAYOUTS[0])]
        yield Row(f"peak beyond 40 MB, one of {size}", memory_beyond(program, paths, archive.folder, 1), 8, "× the document")


def held(process):
    """Bytes of memory that the process holds now."""
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return 0


def long_run(program, archive):
    process = subprocess.Popen([program, "--format", "ndjson", "-j", "1", *list_of(archive.folder, "long", archive.paths)],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    marks = []
    for number, _ in enumerate(process.stdout, 1):
        if number == 1000 or number == len(archive.paths) - 1:
            marks.append(held(process))
    process.wait()
    yield Row(f"memory after {len(archive.paths):,} documents beyond that after 1,000", (marks[-1] - marks[0]) / MB, 5, "MB")


def growth(program, archive):
    """By documents of one size that differ, behind others that have warmed the program up."""
    warm = archive.paths[:50]
    base = min(run(program, "--format", "ndjson", *warm).processor for _ in range(3))
    for layout in LARGE_LAYOUTS:
        speeds = {}
        for name, size in SIZES.items():
            paths = [archive.large(size, layout, number) for number in range(max(1, 600_000 // size))]
            listing = list_of(archive.folder, "growth", [*warm, *paths])
            spent = run(program, "--format", "ndjson", *listing).processor - base
            speeds[name] = sum(path.stat().st_size for path in paths) / MB / max(spent, 1e-3)
            print(f"  layout {layout}, {name}: {speeds[name]:.2f} MB/s", file=sys.stderr, flush=True)
        yield Row(f"fastest against slowest size, layout {layout}", max(speeds.values()) / min(speeds.values()), 2, "times")


MEASURES = {"start": start, "threads": threads, "memory": memory, "growth": growth, "long": long_run}


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--program", default=os.environ.get("PROTOKOL", "build/release/protokol"))
    options.add_argument("--documents", type=int, default=2_000)
    options.add_argument("--only", choices=MEASURES, action="append")
    options.add_argument("--json", type=pathlib.Path)
    given = options.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive(pathlib.Path(folder), given.documents)
        for name in given.only or MEASURES:
            for row in MEASURES[name](os.path.abspath(given.program), archive):
                rows.append(row)
                sign = "≥" if row.least else "≤"
                print(f"{row.promise:58} {row.figure:8.2f} {sign} {row.limit:g} {row.unit}"
                      f"{'' if row.holds() else '   MISSED'}", flush=True)
    if given.json:
        given.json.write_text(json.dumps([{**dataclasses.asdict(row), "holds": row.holds()} for row in rows], indent=2,
                                         ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

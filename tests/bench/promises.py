"""Measures what the README promises about time and memory of the program: promises.py [--program P] [--documents N].

Start, threads, peak memory, memory over a long run, and growth with the size of one document, each beside its limit;
the same as JSON with --json FILE. Times are processor time, the least of some runs, but for `-j 2`, where the clock
counts: it needs two idle cores. The long run reads N documents, 100,000 where none is given."""
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
ARCHIVE = 600  # documents


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
        make_archive.write_archive(folder / "archive", ARCHIVE)
        self.paths = sorted((folder / "archive").rglob("*.txt"))
        self.count = count
        self.maker = make_archive.Maker(make_archive.SEED)

    def near(self, size):
        return min(self.paths, key=lambda path: abs(path.stat().st_size - size))

    def large(self, size, layout, number=0):
        """One document of about that size."""
        path = self.folder / f"{size}-{layout}-{number}.txt"
        clerk = wordings.Clerk(self.maker.wordings, number, layout)
        text = layouts.document(clerk, self.maker.layouts[layout], size).encode()
        path.write_bytes(text[:text.rfind(b"\n", 0, size) + 1])
        return path

    def short(self):
        """The paths of `count` documents that differ, about 3 KB each; made as they are asked for."""
        for number in range(self.count):
            path = self.folder / f"short-{number // 1000}" / f"{number}.txt"
            path.parent.mkdir(exist_ok=True)
            layout = self.maker.layouts[number % len(self.maker.layouts)]
            path.write_text(layouts.document(wordings.Clerk(self.maker.wordings, 8, number), layout, 1), encoding="utf-8")
            yield path


# What is measured -----------------------------------------------------------------------------------------------------

def start(program, archive):
    yield Row("`--version`", 1000 * least(program, START_RUNS, "--version").processor, 3, "ms")
    yield Row("one document of 5 KB", 1000 * least(program, START_RUNS, archive.near(5_000)).processor, 15, "ms")


def threads(program, archive):
    listing = list_of(archive.folder, "threads", archive.paths)
    one, two = ([run(program, "--format", "ndjson", "-j", jobs, *listing) for _ in range(3)] for jobs in (1, 2))
    if len({each.digest for each in one + two}) != 1:
        raise RuntimeError("-j changes the bytes")
    yield Row("`-j 2` against `-j 1`, same bytes", min(r.seconds for r in one) / min(r.seconds for r in two), 1.8, "times", True)
    yield Row("what `-j 2` costs, by processor time", min(r.processor for r in two) / min(r.processor for r in one), 1.1, "times")


def peak(program, archive, promise, paths, jobs=1):
    largest = max(path.stat().st_size for path in paths)
    used = run(program, "--format", "ndjson", "-j", jobs, *list_of(archive.folder, "memory", paths)).memory
    return Row(f"peak memory, {promise}", used / MB, round(40 + 8 * jobs * largest / MB, 1), "MB")


def memory(program, archive):
    """40 MB and eight times the largest document a worker."""
    for jobs in (1, 2):
        yield peak(program, archive, f"archive, `-j {jobs}`", archive.paths, jobs)
    for size in ("1 MB", "16 MB", "64 MB"):
        for layout in LARGE_LAYOUTS:
            yield peak(program, archive, f"one of {size}, layout {layout}", [archive.large(SIZES[size], layout)])


def held(process):
    """Bytes of memory that the process holds now."""
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return 0


def long_run(program, archive):
    listing = list_of(archive.folder, "long", archive.short())
    process = subprocess.Popen([program, "--format", "ndjson", "-j", "1", *listing], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL)
    marks = {}
    for number, _ in enumerate(process.stdout, 1):
        if number in (1_000, archive.count // 10, archive.count - 1):
            marks[number] = held(process)
            print(f"  {number} documents: {marks[number] / MB:.1f} MB", file=sys.stderr, flush=True)
    process.wait()
    grown = marks[archive.count - 1] - marks[1_000]
    yield Row(f"memory after {archive.count:,} documents beyond that after 1,000", grown / MB, 5, "MB")


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
    options.add_argument("--documents", type=int, default=100_000)
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

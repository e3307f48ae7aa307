"""Writes an archive of protocols, no two alike, all made up: make_archive.py FOLDER N [--seed S].

The same seed gives the same bytes, whatever the number of processors, and the first documents of a large archive are
those of a small one. Documents take the layouts of layouts.tsv in turn; they are of 2 to 60 KB, most of them short.
A thousand stand in a folder. See README.md beside this file."""
import argparse
import multiprocessing
import os
import pathlib

import layouts
import wordings

SEED = 20240229
SMALLEST, LARGEST = 2000, 60000
PER_FOLDER = 1000


class Maker:
    def __init__(self, seed):
        self.seed = seed
        self.layouts = layouts.all_layouts()
        self.wordings = wordings.Wordings(seed)

    def document(self, index):
        """The bytes of the document of that number."""
        clerk = wordings.Clerk(self.wordings, self.seed, index)
        layout = self.layouts[index % len(self.layouts)]
        wanted = int(1800 * 27 ** (clerk.roll() ** 1.6))
        while True:
            data = layouts.document(clerk, layout, wanted).encode()
            if SMALLEST <= len(data) <= LARGEST:
                return data
            wanted = wanted * 5 // 4 if len(data) < SMALLEST else wanted * 3 // 4


def write_folder(task):
    maker, folder, indexes = task
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    for index in indexes:
        data = maker.document(index)
        (folder / f"{index:06}.txt").write_bytes(data)
        size += len(data)
    return size


def write_archive(folder, count, seed=SEED):
    """Writes the documents; their size in bytes."""
    maker = Maker(seed)
    tasks = [(maker, folder / f"{start // PER_FOLDER:03}", range(start, min(start + PER_FOLDER, count)))
             for start in range(0, count, PER_FOLDER)]
    with multiprocessing.Pool(os.cpu_count()) as pool:
        return sum(pool.imap_unordered(write_folder, tasks))


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("count", type=int)
    options.add_argument("--seed", type=int, default=SEED)
    given = options.parse_args()
    size = write_archive(given.folder, given.count, given.seed)
    print(f"{given.count} documents, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

"""How long a file of each format takes to be read: the corpus, converted by LibreOffice, through `protokol text`.

usage: PROTOKOL=build/release/protokol python3 tests/formats_speed.py [KEPT_FOLDER]
The least of three runs over all files, one process; of one file alone; of scans three pages. Prints the rows of
docs/formats.md. The converted files are kept in KEPT_FOLDER, and taken from there where they stand.
"""
import pathlib
import subprocess
import sys
import tempfile
import time

import office_files
import program

RUNS = 3
SCANS = 3


def seconds(files, *options):
    with tempfile.NamedTemporaryFile("w", suffix=".list", encoding="utf-8") as listing:
        listing.write("".join(f"{file}\n" for file in files))
        listing.flush()
        begun = time.perf_counter()
        subprocess.run([program.PROGRAM, "text", *options, "--files-from", listing.name], check=True,
                       stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        return time.perf_counter() - begun


def least(files, *options):
    return min(seconds(files, *options) for _ in range(RUNS))


def converted(texts, folder):
    kept = {to: [folder / to / f"{path.stem}.{to}" for path in texts] for to in office_files.FORMATS}
    if all(path.is_file() for paths in kept.values() for path in paths):
        return kept
    return office_files.make(texts, office_files.FORMATS, folder)


def pages(pdfs):
    told = [subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout for pdf in pdfs]
    return sum(int(line.split()[1]) for text in told for line in text.splitlines() if line.startswith("Pages:"))


def main():
    texts = sorted(program.CORPUS.glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        files = {"txt": texts, **converted(texts, pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else folder))}
        for name, paths in files.items():
            size = sum(path.stat().st_size for path in paths) / len(paths) / 1024
            print(f"{name}: {1000 * least(paths) / len(paths):.2f} ms a file of {size:.0f} KB on average; "
                  f"alone {1000 * least(paths[:1]):.0f} ms")
        print(f"pdf: {pages(files['pdf'])} pages in {len(texts)} files")
        pictures = []
        for pdf in files["pdf"][:SCANS]:
            picture = pathlib.Path(folder, pdf.stem)
            subprocess.run(["pdftoppm", "-r", "300", "-gray", "-png", "-singlefile", pdf, picture], check=True)
            pictures.append(picture.with_suffix(".png"))
        print(f"scans: {seconds(pictures, '--ocr') / SCANS:.1f} s a page")
    return 0


if __name__ == "__main__":
    sys.exit(main())

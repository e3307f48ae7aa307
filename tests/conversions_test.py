"""Every document of the corpus as a file of each format reads as its text does: LibreOffice makes the files, tables as
real tables, and, in a second round, numbers as automatic numbering.

DOCX gives the very records of the text, and ODT, RTF, DOC and HTML those of DOCX (--verbose prints what differs);
against the gold the mean F1 of PDF and of scans at 300 dpi is not much lower. Where sanitizers slow the program down,
and for scans, a few documents stand for all.

usage: conversions_test.py [--verbose] [--text]
--verbose prints every record that differs; --text compares what `protokol text` prints, word by word, and parses nothing.
"""
import concurrent.futures
import difflib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import office_files
import program
import score

SAME = ("docx", "odt", "rtf", "doc", "html")  # as the first of them
LOSS = {"docx": 0.01, "odt": 0.01, "rtf": 0.01, "doc": 0.01, "html": 0.01, "pdf": 0.02}
SCAN_LOSS = 0.10
SCANS = 12
TOOLS = ("soffice", "pdftotext", "pdftoppm", "tesseract")
LEAST_LIKE = 0.97  # of --text: the share of words that stand in both, in order
OF_THE_FILE = ("source", "encoding", "format", "ocr", "ocr_confidence", "warnings", "unread", "claims")


def without_places(value):
    """The record without spans and without what tells of the file."""
    if isinstance(value, list):
        return [without_places(item) for item in value]
    if isinstance(value, dict):
        return {key: without_places(item) for key, item in value.items()
                if key not in ("span", "spans") and key not in OF_THE_FILE}
    return value


def mean_f1(records, texts):
    total = score.Score()
    for path in texts:
        total.add(json.loads(path.with_suffix(".json").read_text(encoding="utf-8")), records[path])
    return total.figures()["mean_f1"]


def records_of(files, texts, *options):
    records = program.parse(files, *options)
    return dict(zip(texts, (records[file] for file in files)))


def differing(found, wanted, than, name, verbose):
    different = [path for path in wanted if without_places(found[path]) != without_places(wanted[path])]
    for path in different if verbose else ():
        lines = [json.dumps(without_places(record[path]), ensure_ascii=False, indent=1).splitlines()
                 for record in (wanted, found)]
        print(f"{name} {path.name}", *list(difflib.unified_diff(*lines, than, name, lineterm="", n=1))[:40], sep="\n")
    print(f"{name}: {len(wanted) - len(different)} of {len(wanted)} records as those of {than}")
    return [f"{name}: {path.name}" for path in different]


def scans(pdfs, folder):
    """The first page of each PDF as a picture."""
    folder.mkdir()
    made = []
    for pdf in pdfs:
        subprocess.run(["pdftoppm", "-r", "300", "-gray", "-png", "-singlefile", pdf, folder / pdf.stem], check=True)
        made.append(folder / f"{pdf.stem}.png")
    return made


def one_page(pdf):
    told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    return "\nPages:           1\n" in told


def words(files, *options):
    def read(path):
        return program.run("text", *options, path).decode("utf-8").split()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return list(pool.map(read, files))


def compare_texts(texts, files, name):
    """Documents of which too many words differ. Signs that only the layout of text needs do not count."""
    faults = []
    for path, wanted, found in zip(texts, words(texts), words(files)):
        like = difflib.SequenceMatcher(None, wanted, found, autojunk=False).ratio()
        if like < LEAST_LIKE:
            faults.append(f"{name}: {path.name}: {like:.3f} of the words alike")
    print(f"{name}: {len(texts) - len(faults)} of {len(texts)} texts alike")
    return faults


def check_records(texts, folder, verbose):
    faults = []
    wanted = program.parse(texts)
    for automatic in (False, True):
        name_of = "{} with automatic numbers".format if automatic else str
        files = office_files.make(texts, office_files.FORMATS, folder / str(automatic), automatic)
        read = {to: records_of(files[to], texts) for to in office_files.FORMATS}
        faults += differing(read[SAME[0]], wanted, "the text", name_of(SAME[0]), verbose)
        for to in SAME[1:]:
            faults += differing(read[to], read[SAME[0]], SAME[0], name_of(to), verbose)
        text = mean_f1(wanted, texts)
        for to, records in read.items():
            found = mean_f1(records, texts)
            print(f"{name_of(to)}: mean F1 {found:.4f}, of the text {text:.4f}")
            if found < text - LOSS[to]:
                faults.append(f"{name_of(to)}: mean F1 {found:.4f} is more than {LOSS[to]} below {text:.4f}")
        if automatic:
            continue
        single = [(path, pdf) for path, pdf in zip(texts, files["pdf"]) if one_page(pdf)]
        chosen = single[::max(1, len(single) // SCANS)][:SCANS]
        scanned = [path for path, _ in chosen]
        pictures = records_of(scans([pdf for _, pdf in chosen], folder / "scans"), scanned, "--ocr")
        text, scan = mean_f1(wanted, scanned), mean_f1(pictures, scanned)
        print(f"scans: mean F1 {scan:.4f}, of the text {text:.4f}")
        if scan < text - SCAN_LOSS:
            faults.append(f"scans: mean F1 {scan:.4f} is more than {SCAN_LOSS} below {text:.4f}")
        faults += [f"scans: {path.name} is not told to be one" for path in scanned if pictures[path].get("ocr") is not True]
    return faults


def main():
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        print(f"{', '.join(missing)} missing: packages-formats.txt names what to install")
        return 1
    texts = sorted(program.CORPUS.glob("*.txt"))[::8 if program.SANITIZED else 1]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        if "--text" in sys.argv[1:]:
            made = office_files.make(texts, office_files.FORMATS, folder)
            faults = [fault for to in office_files.FORMATS for fault in compare_texts(texts, made[to], to)]
        else:
            faults = check_records(texts, folder, "--verbose" in sys.argv[1:])
    print(*faults, f"{len(faults)} faults", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

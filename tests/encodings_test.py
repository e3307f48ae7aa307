"""The corpus in every encoding and with every line end must give the records that it gives in UTF-8 with LF.

Characters that a code page lacks are replaced as a clerk would; the records are then compared with those of the
equally replaced text in UTF-8.
"""
import codecs
import collections
import pathlib
import sys
import tempfile

import program

ENCODINGS = {  # name: (codec, byte order mark)
    "utf-8": ("utf-8", b""),
    "utf-8-bom": ("utf-8", codecs.BOM_UTF8),
    "utf-16le": ("utf-16-le", b""),
    "utf-16le-bom": ("utf-16-le", codecs.BOM_UTF16_LE),
    "utf-16be": ("utf-16-be", b""),
    "utf-16be-bom": ("utf-16-be", codecs.BOM_UTF16_BE),
    "windows-1251": ("cp1251", b""),
    "koi8-r": ("koi8-r", b""),
    "cp866": ("cp866", b""),
    "iso-8859-5": ("iso8859-5", b""),
}
LINE_ENDS = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}
REPLACED = {
    "«": '"', "»": '"', "„": '"', "“": '"', "”": '"', "‹": "'", "›": "'", "’": "'",
    "–": "-", "—": "-", "−": "-", "‑": "-", "№": "N", "ё": "е", "Ё": "Е", "…": "...", "\u00a0": " ", "\u00ad": "-",
    "§": "п.", "·": "-", "•": "-", "˜": "-", "➢": "-", "❖": "-", "✓": "v", "📰": "", "²": "2", "×": "x", "°": "",
    "─": "-", "│": "|", "ұ": "у", "қ": "к", "ғ": "г", "ә": "а", "ө": "о", "ү": "у", "һ": "х", "ң": "н", "і": "и",
    **dict.fromkeys("┌┬┐├┼┤└┴┘╔╗╚╝═║", "+"),
}


def as_a_clerk(text, codec):
    def one(character):
        try:
            character.encode(codec)
            return character
        except UnicodeEncodeError:
            return REPLACED.get(character, "?")
    return "".join(map(one, text))


def record_alone(record):
    return {key: value for key, value in record.items() if key not in ("source", "encoding")}


def compare(folder):
    """Writes every variant into `folder`, reads them all, and yields the names of those that differ."""
    expected, variants = {}, {}
    for document in program.documents_to_vary():
        text = document.read_bytes().decode("utf-8")
        for name, (codec, mark) in ENCODINGS.items():
            replaced = as_a_clerk(text, codec)
            twin = folder / f"{document.stem}.{codec}.twin.txt"
            twin.write_bytes(replaced.encode("utf-8"))
            for ending, mark_of_line in LINE_ENDS.items():
                variant = folder / f"{document.stem}.{name}.{ending}.txt"
                variant.write_bytes(mark + replaced.replace("\n", mark_of_line).encode(codec))
                variants[variant] = (twin, f"{name} {ending}")
            expected[twin] = None
    records = program.parse([*expected, *variants])
    for variant, (twin, change) in variants.items():
        found, wanted = record_alone(records[variant]), record_alone(records[twin])
        if found != wanted:
            keys = sorted(key for key in {*found, *wanted} if found.get(key) != wanted.get(key))
            yield change, f"{variant.name}: read as {records[variant].get('encoding')}; differs in {', '.join(keys)}"
    print(f"{len(variants)} recoded documents")


def main():
    with tempfile.TemporaryDirectory() as folder:
        different = list(compare(pathlib.Path(folder)))
    for change, count in collections.Counter(change for change, _ in different).items():
        print(f"{change}: {count} differ")
    print(*(line for _, line in different[:20]), sep="\n")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())

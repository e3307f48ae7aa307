"""A document's text as files of other formats, made by LibreOffice: tables as real tables, and, where asked for, numbers
as automatic numbering. What `protokol` should read the same records from."""
import pathlib
import re
import subprocess
import tempfile
from xml.sax.saxutils import escape

FORMATS = ("docx", "odt", "rtf", "doc", "html", "pdf")
FILTERS = {"docx": "docx:MS Word 2007 XML", "odt": "odt:writer8", "rtf": "rtf:Rich Text Format", "doc": "doc:MS Word 97",
           "html": "html:HTML (StarWriter)", "pdf": "pdf:writer_pdf_Export"}
SECONDS_A_FILE, SECONDS_A_START = 10, 120

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt"
 fo:language="ru" fo:country="RU"/></style:default-style></office:styles>
<office:automatic-styles>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="1.5cm"/></style:page-layout>
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"
 fo:padding="0.05cm"/></style:style>
%s</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"/></office:master-styles>
<office:body><office:text>
"""
TAIL = "</office:text></office:body></office:document>\n"
TABLE_WIDTH = 17.5
# Each list has a style of its own: that another list of one style begins anew is lost on the way to RTF and DOC.
NUMBERS = ('<text:list-style style:name="{}"><text:list-level-style-number text:level="1" style:num-format="1" '
           'style:num-suffix="."/></text:list-style>')


def inline(text):
    text = escape(text).replace("\t", "<text:tab/>")
    text = re.sub("^ | (?= )", "<text:s/>", text)
    return text


def paragraph(text):
    return f"<text:p>{inline(text)}</text:p>"


def table(rows, name, styles):
    columns = max(map(len, rows))
    rows = [row + [""] * (columns - len(row)) for row in rows]
    words = [max(3, *(max(map(len, row[i].split()), default=0) for row in rows)) for i in range(columns)]
    lines = [max(word, *(min(len(row[i]), 50) for row in rows)) for i, word in enumerate(words)]
    spare = max(0, TABLE_WIDTH - sum(0.25 * word + 0.2 for word in words))
    widths = [0.25 * word + 0.2 + spare * line / sum(lines) for word, line in zip(words, lines)]
    for i, width in enumerate(widths):
        styles.append(f'<style:style style:name="{name}.{i}" style:family="table-column"><style:table-column-properties '
                      f'style:column-width="{width * TABLE_WIDTH / sum(widths):.2f}cm"/></style:style>')
    parts = [f'<table:table table:name="{name}">']
    parts += [f'<table:table-column table:style-name="{name}.{i}"/>' for i in range(columns)]
    for row in rows:
        cells = "".join(f'<table:table-cell table:style-name="cell" office:value-type="string">'
                        f'{"".join(map(paragraph, cell.strip().splitlines() or [""]))}</table:table-cell>' for cell in row)
        parts.append(f"<table:table-row>{cells}</table:table-row>")
    return "".join(parts) + "</table:table>"


def is_row(line):
    """Cells parted by tabs, and no line that tabs move to the right."""
    return line.count("\t") > 1 and not re.fullmatch(r"\t+[^\t]*", line)


# The sign of a letter's quoted lines, where one stands alone; elsewhere it is a bullet. A file shows quotations by borders.
QUOTED, QUOTE_SIGN = re.compile("^>$", re.MULTILINE), re.compile("^> ?", re.MULTILINE)
FURTHER_LINE = re.compile(r"(\t\t+)([^\t]+)")  # of one cell of the row above
LONGEST_WRAP = 3  # lines that one row of the text takes


def row_cells(lines):
    """The cells of a row that the text wraps: the last cell of a line goes on in the first of the next."""
    cells = []
    for line in lines:
        first, *others = line.split("\t")
        cells[-1:] = [f"{cells[-1]}\n{first}" if cells else first]
        cells += others
    return cells


def table_rows(lines, at):
    """The rows that begin here, and the line after them. As many tabs as in the first part the cells of a row."""
    rows, tabs = [], lines[at].count("\t")
    while at < len(lines):
        end = at + 1
        for further in range(2, LONGEST_WRAP + 1):
            wrapped = lines[at:at + further]
            if all(0 < line.count("\t") < tabs for line in wrapped) and \
                    sum(line.count("\t") for line in wrapped) == tabs:
                end = at + further
        cell = FURTHER_LINE.fullmatch(lines[at])
        if rows and cell and len(cell[1]) < len(rows[-1]):
            rows[-1][len(cell[1])] += f"\n{cell[2]}"
        elif end > at + 1 or is_row(lines[at]):
            rows.append(row_cells(lines[at:end]))
        else:
            break
        at = end
    return rows, at


def filled_cells(row):
    return sum(cell.strip() != "" for cell in row)


def numbered(lines, at):
    """The end of the run of «1. …», «2. …» that begins here; a lone number stays text."""
    end = at
    while end < len(lines) and lines[end].startswith(f"{end - at + 1}. "):
        end += 1
    return end if end - at > 1 else at


def flat_odt(text, automatic_numbers=False):
    lines = (QUOTE_SIGN.sub("", text) if QUOTED.search(text) else text).splitlines()
    styles, parts, at, tables, lists = [], [], 0, 0, 0
    while at < len(lines):
        rows, end = table_rows(lines, at)
        if sum(filled_cells(row) > 2 for row in rows) > 1:
            tables += 1
            parts.append(table(rows, f"table{tables}", styles))
            at = end
            continue
        end = numbered(lines, at) if automatic_numbers else at
        if end > at:
            items = "".join(f"<text:list-item>{paragraph(line.split('. ', 1)[1])}</text:list-item>"
                            for line in lines[at:end])
            lists += 1
            styles.append(NUMBERS.format(f"numbers{lists}"))
            parts.append(f'<text:list text:style-name="numbers{lists}">{items}</text:list>')
            at = end
            continue
        parts.append(paragraph(lines[at]))
        at += 1
    return HEAD % "".join(styles) + "\n".join(parts) + TAIL


def convert(paths, to, folder):
    """The files as this format, in `folder`; one process for all."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", FILTERS[to],
                        "--outdir", str(folder), *map(str, paths)], check=True, capture_output=True,
                       stdin=subprocess.DEVNULL, timeout=SECONDS_A_START + SECONDS_A_FILE * len(paths))
    made = [folder / f"{path.stem}.{to}" for path in paths]
    missing = [path.name for path in made if not path.is_file()]
    if missing:
        raise RuntimeError(f"LibreOffice did not make {', '.join(missing[:5])}")
    return made


def make(texts, formats, folder, automatic_numbers=False):
    """{format: [file, …]} for the texts, in their order."""
    flat = folder / "flat"
    flat.mkdir(parents=True, exist_ok=True)
    sources = []
    for path in texts:
        source = flat / (pathlib.Path(path).stem + ".fodt")
        source.write_text(flat_odt(pathlib.Path(path).read_text(encoding="utf-8"), automatic_numbers), encoding="utf-8")
        sources.append(source)
    return {to: convert(sources, to, folder / to) for to in formats}

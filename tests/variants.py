"""Changes to a document's text that carry no meaning: what offices, editors and web pages do to protocols.

Every change is a function from text to text; CHANGES and LAYOUTS name them all. A change that finds nothing to do
returns the text as it was.
"""
import re
import textwrap

HEADINGS = ("слушали|заслушали|выступили|решили|решило|решил|решает|постановили|постановил|постановляет|постановляю"
            "|решение|протокол|постановление|повестка дня|повестка|присутствовали|приглашённые|приглашенные")
HEADING = re.compile(rf"^(\s*(?:\d+\.\s+)?)({HEADINGS})(?=\s*(?::|$|№|N\b))", re.IGNORECASE | re.MULTILINE)
LETTER_SPACED = re.compile(r"^(\s*)(решили|решило|решил|постановили|постановил|постановляет|решение|протокол|слушали"
                           r"|выступили)(?=\s*(?::|$|№))", re.IGNORECASE | re.MULTILINE)
SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
LOOK_ALIKES = str.maketrans("аеорсух", "aeopcyx")


def is_paragraph(line):
    """A line of running text: no row of a table, no columns made with spaces or rules."""
    return not re.search(r"\t|\||[─-╿]|\S {3,}\S|___", line)


def each_line(change):
    return lambda text: "\n".join(change(line) for line in text.split("\n"))


def wrapped(width):
    def wrap(line):
        if len(line) <= width or not is_paragraph(line):
            return line
        indent = re.match(r"\s*", line).group()
        return "\n".join(textwrap.wrap(line, width, initial_indent=indent, break_long_words=False,
                                       break_on_hyphens=False))
    return each_line(wrap)


def double_spaces(text):
    return re.sub(r"(?<=\S) (?=\S)", "  ", text)


def no_break_spaces(text):
    return re.sub(r"(?<=\S) (?=\S)", "\u00a0", text)


def without_yo(text):
    return text.replace("ё", "е").replace("Ё", "Е")


def other_dashes(text):
    following = {"-": "–", "–": "—", "—": "-"}
    return re.sub(r"(?<= )[-–—](?= )", lambda dash: following[dash.group()], text)


def straight_quotes(text):
    return re.sub("[«»„“”]", '"', text)


def english_quotes(text):
    return text.replace("«", "“").replace("»", "”")


def letter_spaced_headings(text):
    return LETTER_SPACED.sub(lambda heading: heading[1] + " ".join(heading[2].upper()), text)


def capital_headings(text):
    return HEADING.sub(lambda heading: heading.group().upper(), text)


def latin_look_alikes(text):
    """One letter in every seventh long word."""
    count = 0

    def one(word):
        nonlocal count
        count += 1
        if count % 7:
            return word.group()
        at = next((i for i, letter in enumerate(word.group()) if letter in "аеорсух"), None)
        return word.group() if at is None else (word.group()[:at] + word.group()[at].translate(LOOK_ALIKES)
                                                + word.group()[at + 1:])
    return re.sub(r"(?<![\w-])[А-ЯЁа-яё][а-яё]{4,}(?![\w-])", one, text)


def tabs_as_pipes(text):
    """Lines with two or more tabs, where there are two or more. A sign of quotation stays before the row."""
    def piped(line):
        quotation, row = re.fullmatch("((?:> ?)*)(.*)", line).groups()
        return quotation + "| " + " | ".join(cell.strip() for cell in row.split("\t")) + " |"
    lines = text.split("\n")
    if sum(line.count("\t") > 1 for line in lines) < 2:
        return text
    return "\n".join(piped(line) if line.count("\t") > 1 else line for line in lines)


def web_furniture(text):
    before = ("Главная » Документы » Протоколы\nВерсия для слабовидящих\nШрифт:\nДата публикации: 30.12.2025\n"
              "Просмотров: 37\n\n")
    after = "\n\nПоделиться\nЧитать дальше »\nИсточник: https://example.org/docs/145\n"
    return before + text + after


def swapped_initials(text):
    """«Иванов И. И.» for «И.И. Иванов» and the other way round, where only one reading is possible."""
    def swap(name):
        before, first, second, after, stop = name.groups()
        if before and not after:
            # The last initial's full stop was the sentence's, too.
            return f"{first}. {second}. {before}" + ("" if stop is None else "." + stop)
        if after and not before:
            return f"{after} {first}.{second}." + (stop or "")
        return name.group()
    return re.sub(rf"(?<![\w.-])(?:({SURNAME})[ \u00a0]+)?([А-ЯЁ])\.[ \u00a0]?([А-ЯЁ])\."
                  rf"(?:[ \u00a0]*({SURNAME}))?(?![\w])(?:(?<=\.)([ \u00a0]+(?=[А-ЯЁ\d])|(?=\n)))?", swap, text)


def brackets_for_dots(text):
    """«1)» for «1.» at the head of a line, first level only."""
    return re.sub(r"^(\s*\d{1,2})\.(?=[ \t\u00a0]|[А-ЯЁа-яё«])", r"\1)", text, flags=re.MULTILINE)


def without_blank_lines(text):
    return re.sub(r"\n[ \t]*\n+", "\n", text)


def in_one_line(text):
    """As web pages and messengers give a text away; tables would be beyond reading."""
    return text if re.search(r"\t|\||[─-╿]", text) else re.sub(r"\s*\n\s*", " ", text.strip()) + "\n"


def page_numbers(text):
    """Between lines, as a converter leaves them."""
    lines, out = text.split("\n"), []
    for count, line in enumerate(lines, 1):
        out.append(line)
        if count % 25 == 0 and is_paragraph(line) and count < len(lines) and is_paragraph(lines[count]):
            out += ["", f"- {count // 25 + 1} -", ""]
    return "\n".join(out)


def hyphenated(text):
    """Lines filled up to 70 columns, words broken behind a vowel."""
    def fill(line):
        if len(line) <= 70 or not is_paragraph(line):
            return line
        out, filled = [], ""
        for word in line.split(" "):
            if filled and len(filled) + 1 + len(word) > 70:
                room = 70 - len(filled) - 2
                ends = [end for end in range(3, min(room, len(word) - 3) + 1) if word[end - 1] in "аеиоуыэюя"]
                if re.fullmatch("[А-ЯЁа-яё][а-яё]{6,}[.,;:]?", word) and ends:
                    out.append(f"{filled} {word[:ends[-1]]}-")
                    filled = word[ends[-1]:]
                    continue
                out.append(filled)
                filled = word
            else:
                filled = f"{filled} {word}" if filled else word
        return "\n".join(out + [filled])
    return each_line(fill)(text)


def quoted(text):
    return re.sub("^", "> ", text, flags=re.MULTILINE)


def crlf(text):
    return text.replace("\n", "\r\n")


CHANGES = {
    "wrapped at 60": wrapped(60),
    "wrapped at 80": wrapped(80),
    "no-break spaces": no_break_spaces,
    "doubled spaces": double_spaces,
    "without yo": without_yo,
    "other dashes": other_dashes,
    "straight quotes": straight_quotes,
    "english quotes": english_quotes,
    "letter-spaced headings": letter_spaced_headings,
    "capital headings": capital_headings,
    "latin look-alikes": latin_look_alikes,
    "tabs as pipes": tabs_as_pipes,
    "web furniture": web_furniture,
    "swapped initials": swapped_initials,
    "brackets for dots": brackets_for_dots,
    "crlf": crlf,  # last, so that no other change meets it in a pair
}

# These take part of the layout away, so that only the wording tells what it told; each is run by itself.
LAYOUTS = {
    "without blank lines": without_blank_lines,
    "in one line": in_one_line,
    "page numbers": page_numbers,
    "hyphenated": hyphenated,
    "quoted": quoted,
}

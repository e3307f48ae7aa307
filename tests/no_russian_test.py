"""Russian words live in grammars/ only. C++ may quote them in comments, and may name single letters; two Cyrillic
letters in a row in code, written out or escaped, are a word. Five or more in alphabetical order are a set of letters.

C++ must know the rule language's keywords and some names of rules and tables, as rule authors write them. Those
stand in *.inc files, which hold nothing but lines such as PROTOKOL_CASE_TAG("дат", dative)."""
import re
import sys

import program

# Comments, literals (raw ones first) and everything else, in the order a compiler meets them.
TOKEN = re.compile(r"""
    (?P<comment> //[^\n]* | /\*.*?\*/ )
  | (?P<raw> R"(?P<mark>[^\s()\\]{0,16})\(.*?\)(?P=mark)" )
  | (?P<literal> "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])+' )
  | (?P<code> . )
""", re.VERBOSE | re.DOTALL)
ESCAPE = re.compile(r"\\u\{?([0-9A-Fa-f]{4})\}?|\\U([0-9A-Fa-f]{8})|\\x([0-9A-Fa-f]{2})|\\([0-7]{3})")
WORD = re.compile(r"[\u0400-\u052F]{2,}")


def is_word(letters):
    ascending = all(one < next_one for one, next_one in zip(letters, letters[1:]))
    return len(letters) < 5 or not ascending


def unescape(literal):
    """The literal as bytes would be, read as UTF-8 and, where it is none, as windows-1251."""
    def byte(match):
        if match[1] or match[2]:
            return chr(int(match[1] or match[2], 16)).encode("utf-8", "replace").decode("latin-1")
        return chr(int(match[3], 16) if match[3] else int(match[4], 8) & 0xFF)
    if not ESCAPE.search(literal):
        return [literal]
    raw = "".join(byte(part) if (part := ESCAPE.match(piece)) else piece.encode("utf-8").decode("latin-1")
                  for piece in re.split(r"(\\u\{?[0-9A-Fa-f]{4}\}?|\\U[0-9A-Fa-f]{8}|\\x[0-9A-Fa-f]{2}|\\[0-7]{3})", literal))
    data = raw.encode("latin-1", "replace")
    try:
        return [data.decode("utf-8")]
    except UnicodeDecodeError:
        # Letters of windows-1251, of which a word needs three: two bytes may be any table's.
        return [word for word in re.findall(r"[А-Яа-яЁё]{3,}", data.decode("cp1251", "replace"))]


def faults(text):
    """(line, word) for every Russian word outside comments."""
    for token in TOKEN.finditer(text):
        if token.lastgroup == "comment" or token["comment"]:
            continue
        for view in unescape(token.group()) if token["literal"] else [token.group()]:
            for word in filter(is_word, WORD.findall(view)):
                yield text.count("\n", 0, token.start()) + 1, word


def without_comments_letters(text):
    """Identifiers: code is matched a character at a time, so letters outside literals are joined here."""
    return TOKEN.sub(lambda token: token["code"] or " ", text)


NAME_LINE = re.compile(r'\s*(//.*|#(ifdef|endif|undef)\b.*|PROTOKOL_\w+\("[^"]*", \w+\))?\s*')


def faults_of_names(text):
    for number, line in enumerate(text.splitlines(), 1):
        if not NAME_LINE.fullmatch(line):
            yield number, line.strip()


def main():
    checks = {'"слово"': 1, '"\\u0441\\u043b\\u043e\\u0432\\u043e"': 1, '"\\xd1\\x81\\xd0\\xbb"': 1, "// слово\n": 0,
              "/* слово */": 0, '"аеиоу"': 0, "U'я'": 0, 'R"(слово)"': 1, '"\\xf1\\xeb\\xee\\xe2\\xee"': 1, '"«»"': 0}
    for text, wanted in checks.items():
        assert len({word for _, word in faults(text)}) == wanted, text
    found = []
    files = [path for folder in ("lib", "cli", "tools") for path in sorted((program.SOURCE / folder).rglob("*"))
             if path.suffix in (".h", ".cc", ".inc")]
    for path in files:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".inc":
            found += [f"{path.relative_to(program.SOURCE)}:{line}: {what}" for line, what in faults_of_names(text)]
            continue
        found += [f"{path.relative_to(program.SOURCE)}:{line}: {word}" for line, word in faults(text)]
        found += [f"{path.relative_to(program.SOURCE)}: {word}" for word in WORD.findall(without_comments_letters(text))]
    print(*found, sep="\n")
    print(f"{len(files)} files, {len(found)} faults")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())

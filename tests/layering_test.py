"""Folders are floors: an include points down, and neighbours do not know each other. The libraries that the house
stands on appear in .cc files only."""
import pathlib
import re
import sys

import program

# What each floor may include, besides itself.
SEES = {
    "base": set(),
    "calendar": {"base"},
    "text": {"base"},
    "morphology": {"base"},
    "input": {"text", "base"},
    "grammar": {"morphology", "text", "base"},
    "record": {"grammar", "input", "morphology", "text", "calendar", "base"},
    "emit": {"record", "calendar", "base"},
    "parser": {"record", "grammar", "input", "morphology", "text", "calendar", "base"},
}
LIBRARIES = re.compile(r"(re2|unicode|boost|fmt|pugixml|zip|libxml|xlsxwriter)[/.]")
NAMESPACE = re.compile(r"^namespace ([\w:]+) \{", re.MULTILINE)
TYPE = re.compile(r"^(?:struct|class|enum class) (\w+)(?: :|\s*\{| final)", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def floor_of(name):
    """«record/protocol.h» → «record», «parser.h» → «parser»."""
    return pathlib.PurePath(name).parts[0].split(".")[0]


def faults(path, lib):
    name = path.relative_to(lib)
    floor = floor_of(name)
    if floor not in SEES:
        yield f"lib/{name}: no floor of this name"
        return
    text = path.read_text(encoding="utf-8")
    for sign, target in INCLUDE.findall(text):
        if sign == '"' and not (path.parent / target).is_file() and not (lib / target).is_file():
            yield f'lib/{name}: "{target}" is no header of lib/'
        elif sign == '"' and floor_of(target) not in SEES[floor] | {floor}:
            yield f"lib/{name}: {floor} may not see {target}"
        elif sign == "<" and path.suffix == ".h" and LIBRARIES.match(target):
            yield f"lib/{name}: <{target}> belongs in a .cc file"
        elif target == "regex":
            yield f"lib/{name}: std::regex overflows the stack on long lines; RE2 does not"


def twins(files):
    """Two types of one name and namespace in two headers break the one-definition rule, and no linker says so."""
    seen = {}
    for path in files:
        if path.suffix != ".h":
            continue
        text = path.read_text(encoding="utf-8")
        space = (NAMESPACE.findall(text) or [""])[-1]
        for name in TYPE.findall(text):
            first = seen.setdefault((space, name), path)
            if first != path:
                yield f"{path.name}: {space}::{name} is also in {first.name}"


def main():
    lib = program.SOURCE / "lib"
    files = [path for path in sorted(lib.rglob("*")) if path.suffix in (".h", ".cc", ".inc")]
    found = [fault for path in files for fault in faults(path, lib)]
    tests = sorted((program.SOURCE / "tests").rglob("*.h"))
    found.extend(twins(files + tests))
    print(*found, sep="\n")
    print(f"{len(files)} files, {len(found)} faults")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())

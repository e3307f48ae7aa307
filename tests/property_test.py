"""What must hold of every output, over the whole corpus and the samples:

- it validates against `protokol schema`, as an array and line by line, with rules and without;
- every span lies within the text that `protokol text` prints, with from <= to, and cuts out what it says;
- every letter of that text lies in some record's span, in what a heading or label claimed, or in `unread`;
- two threads write the same bytes as one.
"""
import itertools
import json
import sys

import jsonschema

import program

RECORDS = ("document", "chair", "secretary", "attendees", "agenda", "hearings", "decisions", "signatures")
AS_PRINTED = ("number", "place", "organization", "title", "topic", "text")


def spans(node, path=""):
    """Every span of a record: (path, from, to, the object that holds it)."""
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, dict) and set(value) == {"from", "to"}:
                yield f"{path}.{key}", value["from"], value["to"], node
            else:
                yield from spans(value, f"{path}.{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from spans(value, f"{path}[{index}]")


def within(inner, outer):
    """Whether the letters of `inner` stand in `outer` in that order (line breaks and litter may stand between)."""
    rest = iter(outer.casefold())
    return all(letter in rest for letter in inner.casefold() if letter.isalnum())


def spans_of_fields(node, path=""):
    """The spans that stand beside an object's own fields: (path, the field's value, from, to)."""
    if isinstance(node, dict):
        for key, span in node.get("spans", {}).items():
            if key in AS_PRINTED:
                yield f"{path}.{key}", node[key], span["from"], span["to"]
        for key, value in node.items():
            yield from spans_of_fields(value, f"{path}.{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from spans_of_fields(value, f"{path}[{index}]")


def faults_of_spans(record, text):
    for path, start, end, holder in spans(record):
        if not 0 <= start <= end <= len(text):
            yield f"{path}: {start}–{end} lies outside the text of {len(text)} characters"
        elif path.startswith(".unread[") and holder.get("text") != text[start:end]:
            yield f"{path}: says «{holder.get('text')}», the text has «{text[start:end]}»"
        elif ".deadlines[" in path and not within(holder.get("text", ""), text[start:end]):
            yield f"{path}: «{holder.get('text')}» does not stand in «{text[start:end]}»"
    for path, value, start, end in spans_of_fields(record):
        worded = path.endswith(".number") and not any(map(str.isdigit, text[start:end]))  # «по первому вопросу»
        if not worded and not within(value, text[start:end]):
            yield f"{path}: «{value}» does not stand in «{text[start:end]}»"


def faults_of_coverage(record, text):
    covered = bytearray(len(text))
    for key in (*RECORDS, "claims", "unread"):
        for _, start, end, _ in spans(record.get(key)):
            covered[start:end] = b"\1" * (end - start)
    lost = [index for index, character in enumerate(text) if character.isalpha() and not covered[index]]
    if lost:
        around = text[max(0, lost[0] - 30):lost[0] + 30].replace("\n", "⏎")
        yield f"{len(lost)} letters are neither read nor unread, the first at {lost[0]}: …{around}…"


def faults_of_schema(validator, output):
    for error in itertools.islice(validator.iter_errors(output), 3):
        yield f"schema: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def main():
    documents = program.documents()
    schema = json.loads(program.run("schema"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults = list(faults_of_schema(validator, json.loads(program.run("parse", "--format", "json", *documents))))
    for path, record in program.parse(documents, "--rules").items():
        text = program.run("text", path).decode("utf-8")
        faults.extend(f"{path.name}: {fault}" for fault in (*faults_of_schema(validator, record),
                                                            *faults_of_spans(record, text),
                                                            *faults_of_coverage(record, text)))
    one, two = (program.run("parse", "--format", "ndjson", "-j", threads, *documents) for threads in (1, 2))
    if one != two:
        faults.append("-j 2 does not write the same bytes as -j 1")
    print(*faults[:60], sep="\n")
    print(f"{len(documents)} documents, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

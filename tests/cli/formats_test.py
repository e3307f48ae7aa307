"""Files of other formats than plain text: how they are found, named, limited, and what their spans count in."""
import json
import os
import unittest

import office
from command import PROTOCOL, CommandTest


class Formats(CommandTest):
    def texts(self, *arguments, **options):
        return self.run_program("text", *arguments, **options).stdout.decode("utf-8")

    def test_the_same_text_gives_the_same_record(self):
        for name, data in (("a.docx", office.docx(PROTOCOL)), ("a.odt", office.odt(PROTOCOL))):
            with self.subTest(name=name):
                self.write(name, data)
                self.write("a.txt", PROTOCOL)
                self.assertEqual(self.texts(name), PROTOCOL)
                (record,), (plain,) = self.records(name), self.records("a.txt")
                self.assertEqual(record.pop("format"), name[2:])
                self.assertEqual(plain.pop("format"), "text")
                self.assertEqual({**record, "source": ""}, {**plain, "source": ""})

    def test_the_content_tells_the_format(self):
        self.write("a.txt", office.docx(PROTOCOL))
        (record,) = self.records("a.txt")
        self.assertEqual(record["format"], "docx")
        self.assertEqual(record["warnings"][0]["code"], "wrong_extension")
        (record,) = self.records("-", input=office.odt(PROTOCOL))
        self.assertEqual((record["source"], record["format"]), ("-", "odt"))
        self.assertNotIn("wrong_extension", json.dumps(record))

    def test_folders(self):
        for name in ("d/a.docx", "d/b.DOCX", "d/c.odt", "d/d.xlsx", "d/e.json"):
            self.write(name, office.odt(PROTOCOL) if name.endswith("odt") else office.docx(PROTOCOL))
        self.write("d/f.zip", office.archive({"g.docx": office.docx(PROTOCOL)}))
        self.assertEqual([record["source"] for record in self.records("-r", "d")],
                         ["d/a.docx", "d/b.DOCX", "d/c.odt", "d/f.zip!g.docx"])

    def test_archives(self):
        inner = office.archive({"в/внутри.odt": office.odt(PROTOCOL)})
        self.write("a.zip", office.archive({
            "дела/протокол.docx": office.docx(PROTOCOL), "b.txt": PROTOCOL, "c.zip": inner, "d.txt": "",
            "__MACOSX/._b.txt": "x", "e/": "", "f.docx": office.docx(PROTOCOL)[:-30]}))
        for jobs in ("1", "4"):
            for output_format in ("json", "ndjson"):
                done = self.run_program("--format", output_format, "-j", jobs, "a.zip", "a.zip", status=1)
                text = done.stdout.decode("utf-8")
                records = json.loads(text) if output_format == "json" else list(map(json.loads, text.splitlines()))
                self.assertEqual([record["source"] for record in records], 2 * [
                    "a.zip!дела/протокол.docx", "a.zip!b.txt", "a.zip!c.zip!в/внутри.odt", "a.zip!d.txt",
                    "a.zip!f.docx"])
                self.assertEqual([record.get("error", {}).get("code") for record in records],
                                 2 * [None, None, None, "empty", "damaged"])
        self.assertEqual(self.texts("a.zip", status=1), 3 * PROTOCOL)

    def test_names_in_cp866(self):
        # Python marks a name that it has encoded itself, so the name is put in place afterwards.
        data = office.archive({"NNNNNNNN.txt": PROTOCOL}).replace(b"NNNNNNNN", "Протокол".encode("cp866"))
        self.write("a.zip", data)
        (record,) = self.records("a.zip")
        self.assertEqual(record["source"], "a.zip!Протокол.txt")

    def test_limits(self):
        self.write("a.zip", office.archive({"a.txt": PROTOCOL, "b.txt": PROTOCOL}))
        size = len(PROTOCOL.encode())
        for option, value, codes in (("--max-part", size, [None, None]), ("--max-part", size - 1, 2 * ["too_large"]),
                                     ("--max-unpacked", 2 * size, [None, None]),
                                     ("--max-unpacked", 2 * size - 1, [None, "too_large"]),
                                     ("--max-entries", 2, [None, None]),
                                     ("--max-entries", 1, [None, "too_many_entries"])):
            with self.subTest(option=option, value=value):
                records = self.records(option, str(value), "a.zip", status=1 if any(codes) else 0)
                self.assertEqual([record.get("error", {}).get("code") for record in records], codes)
        for wrong in (("--max-part", "0"), ("--max-ratio", "x"), ("--max-entries", "-1")):
            self.run_program(*wrong, "a.zip", status=2)

    def test_spans_count_in_the_text(self):
        cells = "".join(f"<w:tc>{office.word_paragraphs(text)}</w:tc>"
                        for text in ("1", "Провести проверку\nкровель", "Ким И. О.", "до 1 марта 2021 г."))
        self.write("a.docx", office.docx(body=office.word_paragraphs("ПРОТОКОЛ № 7\n24 ноября 2020 г.\nРЕШИЛИ:") +
                                         f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
        text = self.texts("a.docx")
        self.assertEqual(text.splitlines()[-1], "1\tПровести проверку кровель\tКим И. О.\tдо 1 марта 2021 г.")
        (record,) = self.records("a.docx")
        for deadline in (deadline for decision in record["decisions"] for deadline in decision.get("deadlines", [])):
            span = deadline["span"]
            self.assertEqual(text[span["from"]:span["to"]], deadline["text"])


if __name__ == "__main__":
    unittest.main()

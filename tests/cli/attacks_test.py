"""Files made to do harm: each gives an error record, within bounded memory, and nothing is written anywhere."""
import os
import resource
import struct
import unittest
import zipfile

import office
import program
from command import PROTOCOL, CommandTest

MEMORY = 1_500_000_000  # bytes of address space; sanitizers need more of it than there is
DEEP = 200_000


def limit_memory():
    if not program.SANITIZED:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


class Attacks(CommandTest):
    def codes(self, data, name="a.docx"):
        """The codes of the error records; all records must be such. The folder keeps its one file, which goes then."""
        self.write(name, data)
        records = self.records(name, status=1, preexec_fn=limit_memory)
        self.assertEqual(os.listdir("."), [name])
        os.remove(name)
        return [record["error"]["code"] for record in records]

    def test_a_part_that_fills_the_memory(self):
        paragraph = office.word_paragraphs(PROTOCOL)
        large = office.docx(body=paragraph * (70_000_000 // len(paragraph)))
        self.assertIn(self.codes(large), (["too_large"], ["too_packed"]))
        self.assertEqual(self.codes(office.archive({"a.txt": b"\0" * 65_000_000}), "a.zip"), ["too_packed"])
        self.assertEqual(self.codes(office.docx(PROTOCOL, styles="<w:styles>" + " " * 60_000_000), "a.docx"), ["too_packed"])

    def test_many_parts_that_fill_the_memory_together(self):
        part = os.urandom(1 << 14) * 1600  # 26 MB that shrink to a hundredth
        codes = self.codes(office.archive({f"{i}.bin": part for i in range(20)}), "a.zip")
        self.assertEqual(set(codes[10:]), {"too_large"})

    def test_entries_that_share_their_data(self):
        data = office.archive({"a.txt": "x" * 60_000_000})
        end = data.rindex(b"PK\x05\x06")
        start = struct.unpack("<I", data[end + 16:end + 20])[0]
        entry = data[start:end]
        many = 5_000
        tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, many, many, len(entry) * many, start, 0)
        codes = self.codes(data[:start] + entry * many + tail, "a.zip")
        self.assertLessEqual(set(codes), {"too_packed", "too_large", "damaged"})

    def test_a_lie_about_the_size(self):
        data = bytearray(office.archive({"a.txt": b"x" * 70_000_000}))
        place = data.rindex(b"PK\x01\x02")
        data[place + 24:place + 28] = struct.pack("<I", 10)
        self.assertLessEqual(set(self.codes(bytes(data), "a.zip")), {"damaged", "too_packed", "too_large"})

    def test_archives_in_archives(self):
        data = office.archive({"a.txt": PROTOCOL})
        for _ in range(30):
            data = office.archive({"a.zip": data})
        self.assertEqual(self.codes(data, "a.zip"), ["too_deep"])

    def test_names_that_lead_out_of_the_folder(self):
        for name in ("../../evil.txt", "/tmp/evil.txt", "..\\evil.txt", "C:\\evil.txt", "a\0b.txt", "x" * 60_000):
            with self.subTest(name=name[:20]):
                self.write("a.zip", office.archive({name: PROTOCOL}))
                (record,) = self.records("a.zip", preexec_fn=limit_memory)
                self.assertTrue(record["source"].startswith("a.zip!"))
                self.assertEqual(os.listdir("."), ["a.zip"])
        self.assertFalse(os.path.exists("/tmp/evil.txt"))

    def test_entities(self):
        laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
        for doctype in (f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]>', '<!DOCTYPE a [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
                        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">', "<!DOCTYPE a>"):
            body = f"<w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body>"
            document = f"{doctype}<w:document {office.WORD}>{body}</w:document>"
            self.assertEqual(self.codes(office.docx(document=document)), ["doctype"])
            self.assertEqual(self.codes(office.docx(PROTOCOL, styles=f"{doctype}<w:styles/>")), ["doctype"])
        content = office.odt(content=f"<!DOCTYPE a [{laughs}]><office:document-content/>")
        self.assertEqual(self.codes(content, "a.odt"), ["doctype"])

    def test_nesting(self):
        for element in ("w:p", "w:tbl", "w:sdt", "w:r"):
            body = f"<{element}>" * DEEP + f"</{element}>" * DEEP
            self.assertEqual(self.codes(office.docx(body=body)), ["too_deep"])
        self.assertEqual(self.codes(office.docx(body="<w:p>" * DEEP)), ["damaged"])

        for element in ("text:p", "text:list", "table:table", "text:span"):
            body = f"<{element}>" * DEEP + f"</{element}>" * DEEP
            content = (f"<office:document-content {office.OPEN_DOCUMENT}><office:body><office:text>{body}"
                       "</office:text></office:body></office:document-content>")
            self.assertEqual(self.codes(office.odt(content=content), "a.odt"), ["too_deep"])

    def harmless_text(self, page):
        """The text of a page, read within the limit of memory and without a trace."""
        self.write("a.html", page)
        text = self.run_program("text", "a.html", preexec_fn=limit_memory).stdout.decode("utf-8")
        self.assertEqual(os.listdir("."), ["a.html"])
        return text

    def test_pages_nested_deeply(self):
        for element in ("div", "b", "ol><li", "table><tr><td", "form", "article"):
            self.assertIn("Решили", self.harmless_text("<html>" + f"<{element}>" * DEEP + "Решили"))

    def test_pages_with_entities_and_wide_cells(self):
        laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
        for doctype in (f'<!DOCTYPE html [<!ENTITY l0 "ha">{laughs}]>',
                        '<!DOCTYPE html [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
                        '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/a.dtd">'):
            text = self.harmless_text(f"{doctype}<html><p>Решили &l9;</p><img src='file:///etc/passwd'></html>")
            self.assertLess(len(text), 2_000)  # the declarations themselves are shown, as in a browser
            self.assertNotIn("root:", text)
        cell = "<td colspan=4000000000 rowspan=4000000000>а</td>"
        self.assertLess(len(self.harmless_text("<html><table>" + f"<tr>{cell * 20}</tr>" * 2_000 + "</table>")), 20_000_000)

    def test_many_small_elements(self):
        for body in ("<w:p/>" * 9_000_000, "<w:tbl><w:tr>" + "<w:tc/>" * 9_000_000 + "</w:tr></w:tbl>"):
            self.assertIn(self.codes(office.docx(body=body)), (["too_large"], ["too_packed"]))

    def test_wide_spans_and_long_numbers(self):
        row = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="4000000000"/></w:tcPr><w:p/></w:tc><w:tc>{}</w:tc></w:tr>'
        body = "<w:tbl>" + row.format(office.word_paragraphs("а")) * 20_000 + "</w:tbl>"
        level = '<w:lvl w:ilvl="0"><w:start w:val="4000000000"/><w:lvlText w:val="{}"/></w:lvl>'.format("%1" * 500_000)
        numbering = (f'<w:numbering><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
                     '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')
        item = ('<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
                "<w:r><w:t>а</w:t></w:r></w:p>")
        self.write("a.docx", office.docx(body=body + item * 50_000, numbering=numbering))
        text = self.run_program("text", "--max-ratio", "5000", "a.docx", preexec_fn=limit_memory).stdout
        self.assertLess(len(text), 40_000_000)

    def test_cut_off(self):
        for name, data in (("a.docx", office.docx(PROTOCOL)), ("a.odt", office.odt(PROTOCOL)),
                           ("a.zip", office.archive({"a.txt": PROTOCOL}))):
            for size in range(4, len(data), len(data) // 12):
                self.assertEqual(self.codes(data[:size], name), ["damaged"])

    def test_passwords(self):
        data = bytearray(office.archive({"a.txt": PROTOCOL}))
        for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            data[data.index(sign) + place] |= 1
        self.assertEqual(self.codes(bytes(data), "a.zip"), ["encrypted"])
        manifest = '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
        data = office.archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": os.urandom(500),
                               "META-INF/manifest.xml": manifest})
        self.assertEqual(self.codes(data, "a.odt"), ["encrypted"])
        compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
        self.assertEqual(self.codes(compound), ["encrypted"])
        word = compound[:8] + bytes(504) + b"\xEC\xA5" + bytes(9) + b"\x01" + "WordDocument".encode("utf-16-le")
        self.assertEqual(self.codes(word), ["encrypted"])

    def test_compression_that_nobody_knows(self):
        data = bytearray(office.archive({"a.txt": PROTOCOL}))
        for sign, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
            data[data.index(sign) + place] = 77
        self.assertEqual(self.codes(bytes(data), "a.zip"), ["unsupported"])


if __name__ == "__main__":
    unittest.main()

"""Where documents come from: files, folders, lists, standard input; and what comes of what is no document."""
import json
import os
import unittest

from command import PROTOCOL, CommandTest


class Inputs(CommandTest):
    def sources(self, *arguments, **options):
        return [record["source"] for record in self.records(*arguments, **options)]

    def test_parse_is_the_default_command(self):
        self.write("a.txt")
        self.assertEqual(self.run_program("a.txt").stdout, self.run_program("parse", "a.txt").stdout)

    def test_a_file_may_be_called_like_a_command_or_an_option(self):
        self.write("check")
        self.write("-r")
        self.assertEqual(self.sources("./check", "--", "-r"), ["./check", "-r"])

    def test_standard_input(self):
        (record,) = self.records("-", input=PROTOCOL.encode())
        self.assertEqual(record["source"], "-")
        self.run_program("-", "-", status=2)

    def test_folders_need_r(self):
        self.write("d/a.txt")
        self.assertEqual(self.error_of("d"), "is_folder")

    def test_a_folder_is_sorted_by_bytes(self):
        for name in ("d/б.txt", "d/a/z.txt", "d/a.txt", "d/B.TXT", "d/А.txt", "d/c.json", "d/.hidden.txt", "d/.git/x.txt"):
            self.write(name)
        self.assertEqual(self.sources("-r", "d"), ["d/B.TXT", "d/a.txt", "d/a/z.txt", "d/А.txt", "d/б.txt"])

    def test_a_link_to_a_folder_above_is_not_entered(self):
        self.write("d/a.txt")
        os.symlink("..", "d/up")
        self.assertEqual(self.sources("-r", "d"), ["d/a.txt"])

    def test_an_empty_folder(self):
        os.mkdir("d")
        done = self.run_program("-r", "d", status=3)
        self.assertEqual(json.loads(done.stdout), [])
        self.assertIn(b"no file in this folder", done.stderr)

    def test_a_list_of_files(self):
        self.write("a.txt")
        self.write("б в.txt")
        self.write("list", "б в.txt\r\n\na.txt")
        self.assertEqual(self.sources("--files-from", "list"), ["б в.txt", "a.txt"])
        self.assertEqual(self.sources("a.txt", "--files-from", "-", input="б в.txt\n".encode()), ["a.txt", "б в.txt"])
        self.run_program("--files-from", "nowhere", status=2)
        self.run_program("--files-from", "-", "-", status=2)

    def test_errors_become_records(self):
        self.write("empty.txt", "")
        self.write("binary.txt", bytes(range(256)) * 4)
        os.mkfifo("pipe.txt")
        for name, code in (("nowhere.txt", "not_found"), ("empty.txt", "empty"), ("binary.txt", "binary"),
                           ("pipe.txt", "not_a_file"), ("/dev/null", "not_a_file"), ("/dev/tty", "not_a_file"),
                           ("empty.txt/x", "not_found"), ("x" * 5000, "read_failed")):
            with self.subTest(name=name[:20]):
                if name == "/dev/tty" and not os.path.exists(name):
                    continue
                self.assertEqual(self.error_of(name), code)

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_file_without_permission(self):
        os.chmod(self.write("a.txt"), 0)
        self.assertEqual(self.error_of("a.txt"), "permission")

    def test_the_limit_of_size(self):
        size = len(PROTOCOL.encode())
        self.write("a.txt")
        self.sources("--max-bytes", str(size), "a.txt")
        self.assertEqual(self.error_of("--max-bytes", str(size - 1), "a.txt"), "too_large")
        self.assertEqual(self.error_of("--max-bytes", "100", "-", input=b"x" * 101), "too_large")
        self.assertEqual(self.error_of("--max-bytes", "1k", "-", input=b"x" * 1025), "too_large")

    def test_names_that_are_no_utf8(self):
        name = b"\xef\xf0\xee\xf2\xee\xea\xee\xeb\n\x1b[31m.txt"
        self.write(name)
        done = self.run_program("--format", "ndjson", name)
        (record,) = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
        self.assertEqual(record["source"], "\ufffd" * 8 + "\n\x1b[31m.txt")
        done = self.run_program(name + b"?", status=1)
        self.assertEqual(done.stderr.count(b"\n"), 1)
        self.assertNotIn(b"\x1b", done.stderr)

    def test_the_encoding_is_told_and_overridden(self):
        self.write("a.txt", PROTOCOL.encode("cp866"))
        self.write("b.txt", PROTOCOL.replace("№", "N").encode("koi8-r"))
        a, b = self.records("a.txt", "b.txt")
        self.assertEqual((a["encoding"].lower(), b["encoding"].lower()), ("ibm866", "koi8-r"))
        (forced,) = self.records("--encoding", "windows-1251", "a.txt", status=3)
        self.assertEqual(forced["encoding"].lower(), "windows-1251")
        self.run_program("--encoding", "nonsense", "a.txt", status=2)

    def test_text_prints_what_spans_count_in(self):
        self.write("a.txt", ("\ufeff" + PROTOCOL.replace("\n", "\r\n")).encode("utf-16-le"))
        text = self.run_program("text", "a.txt").stdout.decode("utf-8")
        self.assertEqual(text, PROTOCOL)
        (record,) = self.records("a.txt")
        for decision in record["decisions"]:
            span = decision["spans"]["text"]
            self.assertIn(decision["text"].rstrip("."), text[span["from"]:span["to"]])
        self.run_program("text", "nowhere", status=1)


if __name__ == "__main__":
    unittest.main()

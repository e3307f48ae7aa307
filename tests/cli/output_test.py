"""Where records go: standard output, files, closed pipes; order, threads, interrupts and the exit status."""
import json
import os
import pathlib
import signal
import stat
import subprocess
import time
import unittest

from command import LETTER, PROGRAM, PROTOCOL, CommandTest


class Output(CommandTest):
    def many(self, count):
        return [self.write(f"{i:04}.txt", PROTOCOL.replace("№ 7", f"№ {i}")) for i in range(count)]

    def test_status(self):
        self.write("a.txt")
        self.write("letter.txt", LETTER)
        self.run_program("a.txt")
        self.run_program("a.txt", "letter.txt")
        done = self.run_program("letter.txt", status=3)
        self.assertIn(b"letter.txt", done.stderr)
        self.run_program("a.txt", "nowhere.txt", status=1)
        self.run_program("letter.txt", "nowhere.txt", status=1)

    def test_wrong_usage(self):
        self.write("a.txt")
        for arguments in ([], ["--no-such-option", "a.txt"], ["--format", "xml", "a.txt"], ["--table", "x", "a.txt"],
                          ["--table", "agenda", "a.txt"], ["--excel-ru", "a.txt"], ["-j", "-1", "a.txt"],
                          ["-j", "two", "a.txt"], ["--max-bytes", "0", "a.txt"], ["--max-bytes", "9G", "a.txt"],
                          ["--form", "json", "a.txt"], ["--rules", "--format", "csv", "a.txt"],
                          ["--grammars", "nowhere", "a.txt"], ["schema", "a.txt"], ["explain"], ["text"],
                          ["check", "nowhere"]):
            with self.subTest(arguments=arguments):
                done = self.run_program(*arguments, status=2)
                self.assertEqual(done.stdout, b"")
                self.assertTrue(done.stderr.startswith(b"protokol: "), done.stderr)

    def test_data_that_cannot_be_found(self):
        self.write("a.txt")
        done = self.run_program("a.txt", status=2, env={**os.environ, "PROTOKOL_DATA": self.folder})
        self.assertIn(b"PROTOKOL_DATA", done.stderr)

    def test_help_and_version(self):
        for command in ([], ["parse"], ["check"], ["explain"], ["text"], ["schema"]):
            text = self.run_program(*command, "--help").stdout.decode("utf-8")
            self.assertIn("Example", "".join(text.splitlines(True)[:3]))
        self.assertRegex(self.run_program("--version").stdout.decode(), r"(?s)^protokol \d.*Boost.*ICU.*RE2.*fmt")
        json.loads(self.run_program("schema").stdout)

    def test_one_bad_file_never_stops_the_rest(self):
        self.write("a.txt")
        self.write("b.txt")
        first, second, third = self.records("a.txt", "nowhere.txt", "b.txt", status=1)
        self.assertEqual((first["source"], third["source"]), ("a.txt", "b.txt"))
        self.assertIn("error", second)

    def test_fail_fast(self):
        names = self.many(30)
        for jobs in ("1", "4"):
            records = self.records("-j", jobs, "--fail-fast", *names[:3], "nowhere.txt", *names[3:], status=1)
            self.assertEqual([record["source"] for record in records], [*names[:3], "nowhere.txt"])
        array = json.loads(self.run_program("--fail-fast", "nowhere.txt", "0001.txt", status=1).stdout)
        self.assertEqual(len(array), 1)

    def test_threads_do_not_change_the_bytes(self):
        names = self.many(100) + ["nowhere.txt"]
        for options in (["--format", "json"], ["--format", "ndjson", "--rules"],
                        ["--format", "csv", "--table", "people"], ["--format", "csv", "--excel-ru"]):
            outputs = {self.run_program(*options, "-j", jobs, *names, status=1).stdout for jobs in "1237"}
            self.assertEqual(len(outputs), 1)

    def test_a_file_appears_when_it_is_whole(self):
        self.write("a.txt")
        self.run_program("-o", "out.json", "a.txt")
        self.assertEqual(pathlib.Path("out.json").read_bytes(), self.run_program("a.txt").stdout)
        mask = os.umask(0)
        os.umask(mask)
        self.assertEqual(stat.S_IMODE(os.stat("out.json").st_mode), 0o666 & ~mask)
        os.chmod("out.json", 0o640)
        os.symlink("out.json", "link.json")
        self.run_program("--format", "ndjson", "-o", "link.json", "a.txt")
        self.assertTrue(os.path.islink("link.json"))
        self.assertEqual(stat.S_IMODE(os.stat("out.json").st_mode), 0o640)
        self.assertEqual(json.loads(pathlib.Path("out.json").read_text())["source"], "a.txt")
        self.assertEqual(sorted(os.listdir()), ["a.txt", "link.json", "out.json"])

    def test_an_input_may_be_replaced(self):
        self.write("a.txt")
        self.run_program("-o", "a.txt", "a.txt")
        self.assertEqual(json.loads(pathlib.Path("a.txt").read_text())[0]["source"], "a.txt")

    def test_what_cannot_be_written(self):
        self.write("a.txt")
        os.mkdir("d")
        for target in ("no/such/folder.json", "d"):
            done = self.run_program("-o", target, "a.txt", status=4)
            self.assertIn(target.encode(), done.stderr)
        with open("/dev/full", "w") as full:
            for command in (["a.txt"], ["schema"], ["text", "a.txt"], ["--help"]):
                done = subprocess.run([PROGRAM, *command], stdout=full, stderr=subprocess.PIPE)
                self.assertEqual(done.returncode, 4, command)
                self.assertIn(b"cannot write", done.stderr)
        self.run_program("-o", "/dev/full", "a.txt", status=4)
        self.run_program("-o", "/dev/null", "a.txt")
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/null").st_mode))

    def test_a_closed_pipe_is_success(self):
        names = self.many(300)
        for jobs in ("1", "4"):
            process = subprocess.Popen([PROGRAM, "-j", jobs, *names], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            process.stdout.read(10)
            process.stdout.close()
            self.assertEqual(process.wait(timeout=120), 0)
            self.assertEqual(process.stderr.read(), b"")
            process.stderr.close()

    def test_ndjson_is_flushed_line_by_line(self):
        self.write("a.txt")
        process = subprocess.Popen([PROGRAM, "--format", "ndjson", "-j", "1", "a.txt", "-"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE)
        self.assertEqual(json.loads(process.stdout.readline())["source"], "a.txt")
        process.communicate(PROTOCOL.encode(), timeout=120)
        self.assertEqual(process.returncode, 0)

    def test_an_interrupt_finishes_what_was_begun(self):
        self.write("a.txt")
        for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            for jobs in ("1", "3"):
                process = subprocess.Popen([PROGRAM, "--format", "json", "-j", jobs, "a.txt", "-", "a.txt"],
                                           stdin=subprocess.PIPE, stdout=subprocess.PIPE)
                head = process.stdout.read1(1 << 16)
                while b"a.txt" not in head:
                    head += process.stdout.read1(1 << 16)
                time.sleep(0.1)
                process.send_signal(number)
                rest = process.stdout.read()
                self.assertEqual(process.wait(timeout=120), status)
                process.stdin.close()
                process.stdout.close()
                self.assertEqual(json.loads(head + rest)[0]["source"], "a.txt")

    def test_an_interrupted_file_does_not_appear(self):
        self.write("a.txt")
        process = subprocess.Popen([PROGRAM, "-o", "out.json", "a.txt", "-"], stdin=subprocess.PIPE)
        time.sleep(0.5)
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(timeout=120), 143)
        process.stdin.close()
        self.assertEqual(os.listdir(), ["a.txt"])


if __name__ == "__main__":
    unittest.main()

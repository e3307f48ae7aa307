"""The programs of others that read DOC, RTF, PDF and scans: what comes of damaged files, of a program that is not there,
that stalls, floods or fails, and of Ctrl-C while one runs."""
import os
import pathlib
import shutil
import signal
import subprocess
import time
import unittest

import office_files
from command import PROGRAM, PROTOCOL, CommandTest

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD_STREAM = "WordDocument".encode("utf-16-le")
PNG = b"\x89PNG\r\n\x1a\n"
PASSWORD = ('{"EncryptFile":{"type":"boolean","value":"true"},'
            '"DocumentOpenPassword":{"type":"string","value":"тайна"}}')
# Of each format a file that only looks like one, the options, and the tool that is asked.
DAMAGED = {
    "a.doc": (COMPOUND + bytes(600) + WORD_STREAM + os.urandom(2000), (), "soffice"),
    "a.pdf": (b"%PDF-1.4\n" + os.urandom(500), (), "pdftotext"),
    "b.pdf": (b"%PDF-1.4\n", (), "pdftotext"),
    "a.png": (PNG + os.urandom(500), ("--ocr",), "tesseract"),
    "a.jpg": (b"\xff\xd8\xff\xe0" + os.urandom(500), ("--ocr",), "tesseract"),
    "a.tif": (b"II*\0" + os.urandom(500), ("--ocr",), "tesseract"),
}


def need(*tools):
    missing = [tool for tool in tools if shutil.which(tool) is None]
    return unittest.skipIf(missing, f"{', '.join(missing)} missing")


class Converters(CommandTest):
    def tool(self, name, script):
        """The only tool that the program finds, in an environment for it."""
        folder = self.folder + "/tools"
        self.write("tools/" + name, f"#!/bin/sh\n{script}\n")
        os.chmod("tools/" + name, 0o755)
        return {**os.environ, "PATH": folder}

    @need("soffice", "pdftotext", "tesseract")
    def test_damaged_files(self):
        for name, (data, options, _) in DAMAGED.items():
            with self.subTest(name=name):
                self.write(name, data)
                self.assertIn(self.error_of(*options, name), ("damaged", "empty"))

    @need("soffice", "pdftotext")
    def test_files_cut_off(self):
        flat = self.write("a.fodt", office_files.flat_odt(PROTOCOL))
        for to in ("pdf", "doc", "rtf"):
            (made,) = office_files.convert([pathlib.Path(flat)], to, pathlib.Path(to))
            data = made.read_bytes()
            for part in (8, len(data) // 3, len(data) - 40):
                with self.subTest(to=to, part=part):
                    self.write("cut." + to, data[:part])
                    # What is left may still be text; whatever comes is one record, and soon.
                    done = self.run_any("--format", "ndjson", "cut." + to)
                    self.assertEqual(done.stdout.count(b"\n"), 1)

    def run_any(self, *arguments):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, stdin=subprocess.DEVNULL, timeout=120)
        self.assertIn(done.returncode, (0, 1, 3))
        return done

    @need("soffice", "pdftotext")
    def test_a_pdf_with_a_password(self):
        self.write("a.fodt", office_files.flat_odt(PROTOCOL))
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{self.folder}/profile", "--convert-to",
                        "pdf:writer_pdf_Export:" + PASSWORD, "a.fodt"], check=True, capture_output=True, timeout=120,
                       stdin=subprocess.DEVNULL)
        self.assertEqual(self.error_of("a.pdf"), "encrypted")

    def test_a_picture_without_the_switch(self):
        self.write("a.png", PNG + b"x")
        self.assertEqual(self.error_of("a.png"), "scan")

    def test_tools_that_are_missing(self):
        os.mkdir("none")
        self.write("a.rtf", r"{\rtf1 a}")
        nothing = {**os.environ, "PATH": self.folder + "/none"}
        for name, (data, options, _) in DAMAGED.items():
            self.write(name, data)
            self.assertEqual(self.error_of(*options, name, env=nothing), "missing_tool")
        self.assertEqual(self.error_of("a.rtf", env=nothing), "missing_tool")

    def test_tools_that_stall_and_fail(self):
        for name, (data, options, tool) in DAMAGED.items():
            with self.subTest(name=name):
                self.write(name, data)
                self.assertIn(self.error_of(*options, name, env=self.tool(tool, "exit 77")), ("damaged", "conversion"))
                stalling = self.tool(tool, "exec /bin/sleep 60")
                begun = time.monotonic()
                # The tool's own limit and the document's end at the same time: either may be told.
                code = self.error_of("--timeout", "1", *options, name, env=stalling)
                self.assertIn(code, ("timeout", "timed_out"))
                self.assertLess(time.monotonic() - begun, 30)

    def test_an_interrupt_ends_the_tool(self):
        for name, (data, options, tool) in DAMAGED.items():
            with self.subTest(name=name):
                self.write(name, data)
                os.makedirs("temporary", exist_ok=True)
                environment = {**self.tool(tool, f"echo $$ >{self.folder}/pid; exec /bin/sleep 60"),
                               "TMPDIR": f"{self.folder}/temporary"}
                process = subprocess.Popen([PROGRAM, *options, name], env=environment, stdin=subprocess.DEVNULL,
                                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                while not os.path.exists("pid") or os.path.getsize("pid") == 0:
                    time.sleep(0.02)
                process.send_signal(signal.SIGINT)
                self.assertEqual(process.wait(timeout=20), 130)
                tool_of = pathlib.Path("/proc", pathlib.Path("pid").read_text().strip())
                self.assertFalse(tool_of.exists())
                self.assertEqual(os.listdir("temporary"), [])
                os.remove("pid")


if __name__ == "__main__":
    unittest.main()

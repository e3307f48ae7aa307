"""What the command line's tests share: the program run in an empty folder, and two small documents."""
import json
import os
import subprocess
import tempfile
import unittest

import program

PROTOCOL = "ПРОТОКОЛ № 7\nсовещания\n24 ноября 2020 г.\nРЕШИЛИ:\n1. Провести проверку до 1 марта.\n"
LETTER = "Dear colleagues, thank you for the tea.\n"


class CommandTest(unittest.TestCase):
    """Each test runs in a folder of its own, which is the current one."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(folder.name)
        self.folder = folder.name

    def write(self, name, text=PROTOCOL):
        data = text if isinstance(text, bytes) else text.encode("utf-8")
        os.makedirs(os.path.dirname(os.path.abspath(name)), exist_ok=True)
        with open(name, "wb") as file:
            file.write(data)
        return name

    def run_program(self, *arguments, status=0, **options):
        """The finished process; its standard input is empty where none is given."""
        options.setdefault("input", b"")
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=120, **options)
        self.assertEqual(done.returncode, status, (arguments, done.stderr.decode("utf-8", "replace")))
        return done

    def records(self, *arguments, status=0, **options):
        done = self.run_program("--format", "ndjson", *arguments, status=status, **options)
        return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]

    def error_of(self, *arguments, **options):
        """The code of the one error record, after checking that standard error has its line too."""
        done = self.run_program("--format", "ndjson", *arguments, status=1, **options)
        record = json.loads(done.stdout)
        self.assertEqual(set(record), {"source", "error"})
        self.assertEqual(set(record["error"]), {"code", "stage", "message"})
        self.assertIn(record["error"]["message"], done.stderr.decode("utf-8"))
        return record["error"]["code"]


PROGRAM = os.path.abspath(program.PROGRAM)

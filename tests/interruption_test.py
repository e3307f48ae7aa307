"""Runs that end early, and runs elsewhere: signals at any moment, full disks, closed pipes; other locales, time zones,
numbers of threads and orders of a folder's files give the same bytes."""
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

import program

PROGRAM = os.path.abspath(program.PROGRAM)
KILLS = 20 if program.SANITIZED else 200
INTERRUPTS = 10 if program.SANITIZED else 40


class Interruption(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.random = random.Random(20201124)
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        samples = sorted(program.SAMPLES.glob("*.txt"))
        (cls.folder / "in").mkdir()
        for number in range(24):
            shutil.copy(samples[number % len(samples)], cls.folder / "in" / f"{number:02}.txt")
        cls.whole = {name: cls.output(*options) for name, options in cls.FORMATS.items()}
        start = time.monotonic()
        cls.output()
        cls.seconds = time.monotonic() - start

    FORMATS = {"json": [], "ndjson": ["--format", "ndjson"], "csv": ["--format", "csv"]}

    @classmethod
    def output(cls, *options, **given):
        return subprocess.run([PROGRAM, "-r", *options, "in"], cwd=cls.folder, capture_output=True, check=True, timeout=300,
                              **given).stdout

    def start(self, *options, **given):
        return subprocess.Popen([PROGRAM, "-r", *options, "in"], cwd=self.folder, stderr=subprocess.PIPE, **given)

    def new_folder(self):
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        self.addCleanup(shutil.rmtree, folder)
        return folder

    # Signals --------------------------------------------------------------------------------------------------------

    def check_begun(self, name, data):
        """What was written up to an interrupt: whole records, in order, the first of all that there are."""
        if data == b"":  # the inputs were still being listed
            return
        if name == "json":
            whole = json.loads(self.whole[name])
            self.assertEqual(json.loads(data), whole[:len(json.loads(data))])
        else:
            self.assertTrue(self.whole[name].startswith(data))
            self.assertTrue(data == b"" or data.endswith(b"\n"))
        if name == "ndjson":
            for line in data.splitlines():
                json.loads(line)

    def test_interrupts_at_any_moment(self):
        ends = {signal.SIGINT: 130, signal.SIGTERM: 143}
        met = 0
        for number in range(INTERRUPTS):
            name = list(self.FORMATS)[number % 3]
            wanted = list(ends)[number // 3 % 2]
            process = self.start(*self.FORMATS[name], "-j", str(1 + number % 2), stdout=subprocess.PIPE)
            time.sleep(self.random.uniform(0, self.seconds))
            process.send_signal(wanted)
            data, said = process.communicate(timeout=60)
            if process.returncode == -wanted:  # before the program began to listen
                self.assertEqual(data, b"")
            elif process.returncode == 0:
                self.assertEqual(data, self.whole[name])
            else:
                self.assertEqual((process.returncode, said), (ends[wanted], b""))
                self.check_begun(name, data)
                met += 1
        self.assertGreater(met, INTERRUPTS // 4)

    def test_an_interrupted_view_is_whole_lines(self):
        for command in ("explain", "text"):
            whole = subprocess.run([PROGRAM, command, "-r", "in"], cwd=self.folder, capture_output=True).stdout
            for _ in range(INTERRUPTS // 5):
                process = subprocess.Popen([PROGRAM, command, "-r", "in"], cwd=self.folder, stdout=subprocess.PIPE)
                time.sleep(self.random.uniform(0, self.seconds))
                process.send_signal(signal.SIGTERM)
                data = process.communicate(timeout=60)[0]
                self.assertIn(process.returncode, (0, 143, -signal.SIGTERM))
                self.assertTrue(whole.startswith(data) and (data == b"" or data.endswith(b"\n")))

    def test_kills_never_leave_a_part_under_the_final_name(self):
        folder = self.new_folder()
        target = folder / "out.json"
        old = b"what stood there before\n"
        met = {"old": 0, "new": 0}
        for number in range(KILLS):
            if number % 2:
                target.write_bytes(old)
            elif target.exists():
                target.unlink()
            process = self.start("-o", str(target), "-j", str(1 + number % 3))
            time.sleep(self.random.uniform(0, 1.1 * self.seconds))
            process.kill()
            process.communicate(timeout=60)
            if target.exists():
                data = target.read_bytes()
                self.assertIn(data, (self.whole["json"], old))
                met["new" if data != old else "old"] += 1
        self.assertGreater(met["old"], 0)
        for rest in folder.iterdir():
            self.assertRegex(rest.name, r"^out\.json(\.\w{6})?$")

    def test_an_interrupted_file_leaves_the_old_one(self):
        folder = self.new_folder()
        target = folder / "out.json"
        target.write_bytes(b"old")
        process = self.start("-o", str(target))
        time.sleep(self.seconds / 2)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        if process.returncode != 0:
            self.assertIn(process.returncode, (130, -signal.SIGINT))
            self.assertEqual((os.listdir(folder), target.read_bytes()), (["out.json"], b"old"))

    # Where output ends ----------------------------------------------------------------------------------------------

    def check_full(self, process, target, before):
        """A full disk is told by the status and by name, and the old file stays."""
        said = process.communicate(timeout=60)[1]
        self.assertEqual(process.returncode, 4, said)
        self.assertRegex(said, rb"^protokol: cannot write [^\n]*: [^\n]+\n$")
        self.assertEqual(target.exists() and target.read_bytes(), before)
        self.assertLessEqual(len(os.listdir(target.parent)), 1)

    def test_a_file_that_may_not_grow(self):
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

        target = self.new_folder() / "out.json"
        self.check_full(self.start("-o", str(target), preexec_fn=limit), target, False)
        target.write_bytes(b"old")
        self.check_full(self.start("-o", str(target), "-j", "2", preexec_fn=limit), target, b"old")
        with open(self.new_folder() / "piped.json", "wb") as piped:
            process = self.start(preexec_fn=limit, stdout=piped)
            self.assertIn(b"cannot write standard output", process.communicate(timeout=60)[1])
            self.assertEqual(process.returncode, 4)

    def test_a_full_device(self):
        with open("/dev/full", "wb") as full:
            for options in self.FORMATS.values():
                process = self.start(*options, stdout=full)
                self.assertIn(b"No space left", process.communicate(timeout=60)[1])
                self.assertEqual(process.returncode, 4)

    def test_a_full_disk(self):
        disk = self.new_folder()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "protokol-test", disk], capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("only root may mount a small disk")
        try:
            target = disk / "out.json"
            target.write_bytes(b"old")
            self.check_full(self.start("-o", str(target)), target, b"old")
        finally:
            subprocess.run(["umount", disk], check=True)

    def test_a_closed_pipe_is_no_full_disk(self):
        for options in ([], ["-j", "2"], ["--format", "ndjson"], ["--format", "csv"]):
            process = self.start(*options, stdout=subprocess.PIPE)
            process.stdout.read(100)
            process.stdout.close()
            self.assertEqual(process.wait(timeout=60), 0)
            self.assertEqual(process.stderr.read(), b"")
            process.stderr.close()

    def test_standard_streams_that_are_closed(self):
        folder = self.new_folder()
        target = folder / "out.json"

        def run(command):
            script = f'"{PROGRAM}" {command}'
            return subprocess.run(["sh", "-c", script], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

        for closed in (">&-", "<&-", "2>&-", "<&- >&- 2>&-"):
            self.assertEqual(run(f'-r -o "{target}" in {closed}').returncode, 0)
            self.assertEqual(target.read_bytes(), self.whole["json"])
            target.unlink()
        self.assertEqual(run("-r in >&-").returncode, 4)
        self.assertEqual(run("-r in <&- >&-").returncode, 4)
        self.assertEqual(run("-r in <&-").stdout, self.whole["json"])
        self.assertEqual(run("-r in nowhere.txt 2>&-").returncode, 1)
        self.assertIn(b"read_failed", run("- <&-").stdout)

    # Elsewhere ------------------------------------------------------------------------------------------------------

    def test_locale_and_time_zone_do_not_matter(self):
        locales = ("C", "POSIX", "C.UTF-8", "ru_RU.UTF-8", "ru_RU.KOI8-R", "tr_TR.UTF-8", "lt_LT.UTF-8", "de_DE@euro", "?")
        zones = ("UTC", "Asia/Kamchatka", "Pacific/Niue", "Europe/Moscow", "nowhere", ":/etc/passwd")
        for number, locale in enumerate(locales):
            environment = {**os.environ, "LANG": locale, "LC_ALL": locale, "LANGUAGE": locale,
                           "TZ": zones[number % len(zones)]}
            for name, options in self.FORMATS.items():
                self.assertEqual(self.output(*options, env=environment), self.whole[name], (locale, name))
        for name, options in self.FORMATS.items():
            self.assertEqual(self.output(*options, env={}), self.whole[name])

    def test_threads_do_not_matter(self):
        for jobs in ("1", "2", "3", "8"):
            for name, options in self.FORMATS.items():
                self.assertEqual(self.output(*options, "-j", jobs), self.whole[name], (jobs, name))

    def test_the_order_of_a_folder_does_not_matter(self):
        names = sorted(os.listdir(self.folder / "in"))
        for turn in range(3):
            self.random.shuffle(names)
            other = self.new_folder()
            (other / "in").mkdir()
            for name in names:
                shutil.copy(self.folder / "in" / name, other / "in" / name)
            done = subprocess.run([PROGRAM, "-r", "-j", "2", "in"], cwd=other, capture_output=True, check=True)
            self.assertEqual(done.stdout, self.whole["json"])


if __name__ == "__main__":
    unittest.main()

"""Files that change while they are read, links that lead nowhere, files that may not be read: one record each."""
import os
import subprocess
import threading
import unittest

from command import PROGRAM, PROTOCOL, CommandTest

ITEM = "2. Провести проверку склада до 1 марта.\n"
NOBODY = 65534


class HostileFiles(CommandTest):
    def change_while(self, change, check):
        """Runs `check` some times while `change` runs again and again."""
        over = threading.Event()

        def go_on():
            while not over.is_set():
                change()

        changing = threading.Thread(target=go_on)
        changing.start()
        try:
            for _ in range(15):
                check()
        finally:
            over.set()
            changing.join()

    def one_record(self, *arguments):
        """Of a file that may be a protocol, nothing of one, or empty when it is opened."""
        done = subprocess.run([PROGRAM, "--format", "ndjson", *arguments], capture_output=True, timeout=120)
        self.assertIn(done.returncode, (0, 1, 3))
        self.assertEqual(done.stdout.count(b"\n"), 1, done.stderr)
        done.stdout.decode("utf-8")

    def test_a_file_that_grows(self):
        self.write("a.txt")

        def grow():
            with open("a.txt", "ab") as file:
                file.write((ITEM * 50).encode())
            if os.path.getsize("a.txt") > 3_000_000:
                os.truncate("a.txt", 0)

        self.change_while(grow, lambda: self.one_record("--max-bytes", "1000000", "a.txt"))

    def test_a_file_that_shrinks(self):
        whole = (PROTOCOL + ITEM * 5_000).encode()
        self.write("a.txt", whole)
        sizes = iter(range(10**9))

        def shrink():
            os.truncate("a.txt", len(whole) * (7 - next(sizes) % 8) // 8)
            self.write("a.txt", whole)

        self.change_while(shrink, lambda: self.one_record("a.txt"))

    def test_a_file_that_is_replaced_by_a_folder(self):
        def replace():
            self.write("a.txt")
            os.remove("a.txt")
            os.mkdir("a.txt")
            os.rmdir("a.txt")

        self.change_while(replace, lambda: self.one_record("a.txt"))

    def test_links_that_lead_to_each_other(self):
        os.mkdir("d")
        self.write("d/a.txt")
        os.symlink("two.txt", "d/one.txt")
        os.symlink("one.txt", "d/two.txt")
        os.symlink(".", "d/here")
        os.symlink("nowhere.txt", "d/dangling.txt")
        self.assertEqual(self.error_of("d/one.txt"), "read_failed")
        self.assertEqual(self.error_of("d/dangling.txt"), "not_found")
        records = self.records("-r", "d", status=1)
        found = {record["source"]: record.get("error", {}).get("code") for record in records}
        self.assertEqual(found["d/a.txt"], None)
        self.assertTrue(all(found[name] for name in found if name != "d/a.txt"), found)
        self.assertFalse([name for name in found if "here" in name])

    def test_what_may_not_be_read(self):
        os.chmod(".", 0o755)
        self.write("a.txt")
        self.write("closed/b.txt")
        os.chmod("a.txt", 0)
        os.chmod("closed", 0)
        self.addCleanup(os.chmod, "closed", 0o700)
        user = {"user": NOBODY} if os.geteuid() == 0 else {}
        try:
            subprocess.run([PROGRAM, "--version"], capture_output=True, check=True, **user)
        except (OSError, subprocess.CalledProcessError):
            self.skipTest("the program may be run by nobody but root")
        for name in ("a.txt", "closed/b.txt"):
            self.assertEqual(self.error_of(name, **user), "permission")
        self.run_program("-r", "closed", status=1, **user)


if __name__ == "__main__":
    unittest.main()

"""scripts/install_packages.sh, with stand-ins for Debian's commands: it names and installs what is missing, and
touches neither network nor system where nothing is."""
import os
import pathlib
import stat
import subprocess
import tempfile
import unittest

import program

STAND_INS = {
    "dpkg-query": 'for name; do :; done; grep -qx -- "$name" "$PLACE/installed" && echo installed',
    "apt-get": 'echo "$DEBIAN_FRONTEND apt-get $*" >> "$PLACE/calls"; [ ! -e "$PLACE/fail" ]',
    "sudo": 'echo sudo >> "$PLACE/calls"; exec "$@"',
    "id": 'echo "${STAND_IN_USER:-0}"',
}


class Packages(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.place = pathlib.Path(folder.name)
        lines = (program.SOURCE / "packages.txt").read_text(encoding="utf-8").splitlines()
        self.wanted = [line for line in lines if line and not line.startswith("#")]
        for name, body in STAND_INS.items():
            path = self.place / name
            path.write_text(f"#!/bin/sh\n{body}\n")
            path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def install(self, missing, user="0", lists=""):
        """(exit status, standard output, calls of apt-get and sudo)."""
        (self.place / "installed").write_text("".join(f"{name}\n" for name in self.wanted if name not in missing))
        environment = {**os.environ, "PATH": f"{self.place}:{os.environ['PATH']}", "PLACE": str(self.place),
                       "STAND_IN_USER": user}
        script = program.SOURCE / "scripts/install_packages.sh"
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", f'. "{script}"; install_packages {lists}'], env=environment,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd="/", timeout=60)
        calls = self.place / "calls"
        return done.returncode, done.stdout, calls.read_text().splitlines() if calls.exists() else []

    def test_nothing_is_missing(self):
        self.assertEqual(self.install([]), (0, "", []))

    def test_what_is_missing_is_named_and_installed(self):
        missing = ["cmake", "libfmt-dev"]
        status, said, calls = self.install(missing)
        self.assertEqual(status, 0)
        self.assertIn("Installing: cmake libfmt-dev", said)
        update, install = calls
        self.assertTrue(update.startswith("noninteractive apt-get") and update.endswith(" update"), update)
        self.assertTrue(install.endswith(" install --no-install-recommends cmake libfmt-dev"), install)

    def test_without_root_sudo_is_used(self):
        status, _, calls = self.install(["cmake"], user="1000")
        self.assertEqual((status, calls.count("sudo")), (0, 2))

    def test_a_failure_is_told(self):
        (self.place / "fail").touch()
        self.assertEqual(self.install(["cmake"])[0], 1)

    def test_several_lists(self):
        status, said, _ = self.install([], lists="packages.txt packages-formats.txt")
        self.assertEqual(status, 0)
        self.assertIn("tesseract-ocr-rus", said)
        self.assertNotIn("cmake", said)

    def test_the_lists_hold_names_only(self):
        lines = [line for name in ("packages-formats.txt", "packages-bench.txt")
                 for line in (program.SOURCE / name).read_text(encoding="utf-8").splitlines()]
        for name in self.wanted + [line for line in lines if not line.startswith("#")]:
            self.assertRegex(name, r"^[a-z0-9][a-z0-9.+-]+$")


if __name__ == "__main__":
    unittest.main()

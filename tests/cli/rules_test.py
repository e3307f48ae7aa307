"""protokol check, --grammars and explain: rules of one's own."""
import unittest

import program
from command import CommandTest

GOOD = """# Своё правило.

проба.слово
    : тили тили тесто = trial
    + тили тили тесто => trial
    - тили тесто
"""
BROKEN = """проба.слово
    : тили (тили тесто = trial
    + тили тили тесто => trial

проба.пример
    : раз два = trial
    + раз три => trial
"""


class Rules(CommandTest):
    def test_the_built_in_rules_are_sound(self):
        self.run_program("check")
        self.run_program("check", str(program.SOURCE / "grammars"))

    def test_rules_are_added(self):
        self.write("ours/проба.rules", GOOD)
        self.write("a.txt")
        report = self.run_program("check", "ours").stdout.decode("utf-8")
        self.assertIn("ours: no fault\n", report)
        self.run_program("--grammars", "ours", "a.txt")

    def test_every_fault_is_told_with_its_place(self):
        self.write("ours/проба.rules", BROKEN)
        self.write("a.txt")
        for command in (["check", "ours"], ["--grammars", "ours", "a.txt"], ["explain", "--grammars", "ours", "a.txt"]):
            done = self.run_program(*command, status=2)
            self.assertEqual(done.stdout, b"")
            self.assertIn("проба.rules:2:", done.stderr.decode("utf-8"))

    def test_an_example_that_does_not_hold(self):
        self.write("ours/проба.rules", GOOD.replace("+ тили тили тесто", "+ тили тили"))
        done = self.run_program("check", "ours", status=2)
        self.assertIn("проба.rules:5:", done.stderr.decode("utf-8"))

    def test_explain_prints_every_line(self):
        self.write("a.txt")
        shown = self.run_program("explain", "a.txt").stdout.decode("utf-8")
        for line in self.run_program("text", "a.txt").stdout.decode("utf-8").splitlines():
            self.assertIn(line, shown)
        self.run_program("explain", "a.txt", "nowhere", status=1)


if __name__ == "__main__":
    unittest.main()

"""--timeout: what goes beyond becomes an error record, and the batch goes on."""
import unittest

from command import PROTOCOL, CommandTest

LONG = "1. Провести проверку в срок до 1 марта.\n" * 100_000  # takes far longer than the limit below
SHORTEST = "0.001"


class Limits(CommandTest):
    def test_a_document_that_takes_too_long(self):
        self.write("long.txt", PROTOCOL + LONG)
        self.assertEqual(self.error_of("--timeout", SHORTEST, "long.txt"), "timed_out")
        done = self.run_program("--timeout", SHORTEST, "long.txt", status=1)
        self.assertIn(b"--timeout", done.stderr)

    def test_the_batch_goes_on(self):
        self.write("long.txt", PROTOCOL + LONG * 6)
        self.write("a.txt")
        for jobs in ("1", "3"):
            records = self.records("-j", jobs, "--timeout", "2", "a.txt", "long.txt", "a.txt", "long.txt", "a.txt", status=1)
            self.assertEqual(["error" in record for record in records], [False, True, False, True, False])
            self.assertTrue(all(record["decisions"] for record in records if "error" not in record))

    def test_other_commands_keep_the_limit(self):
        self.write("long.txt", PROTOCOL + LONG)
        for command in ("explain", "text"):
            done = self.run_program(command, "--timeout", SHORTEST, "long.txt", status=1)
            self.assertIn(b"--timeout", done.stderr)

    def test_a_limit_that_is_kept_changes_nothing(self):
        self.write("a.txt")
        self.assertEqual(self.run_program("--timeout", "600", "a.txt").stdout, self.run_program("a.txt").stdout)
        self.run_program("--timeout", "0", "a.txt")
        for wrong in ("-1", "soon", "", "1s", "inf", "nan", "1e99"):
            self.run_program("--timeout", wrong, "a.txt", status=2)

    def test_what_one_sentence_gives_does_not_grow_with_the_square(self):
        controls = "".join(f"Контроль за исполнением настоящего решения возложить на {one}{two}ова И. И.\n"
                           for one in "БВГДЖЗКЛМН" for two in ("ар", "ор", "ет", "ин", "ук", "ян", "аб", "ес", "ит", "ол"))
        decisions = "".join(f"{n}. Провести проверку склада.\n" for n in range(1, 2001))
        self.write("a.txt", PROTOCOL + decisions + controls)
        self.assertLess(len(self.run_program("--format", "ndjson", "a.txt").stdout), 60_000_000)


if __name__ == "__main__":
    unittest.main()

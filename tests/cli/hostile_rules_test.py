"""--grammars with rules made to do harm: every line at fault is told, within bounded time and memory."""
import os
import re
import resource
import unittest

import program
from command import PROTOCOL, CommandTest

MEMORY = 1_000_000_000  # bytes of address space; sanitizers need more of it than there is
SECONDS = 10  # of processor time
RULE = "проба.слово{0}\n    : тили{0} тили тесто = trial\n    + тили{0} тили тесто => trial\n"


def limit():
    if not program.SANITIZED:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


class HostileRules(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("a.txt")

    def faults(self, rules=None, folder="ours"):
        """What is said of the folder, whose one file holds `rules` where any are given: [(file:line, message)]."""
        if rules is not None:
            self.write("ours/t.rules", rules)
        done = self.run_program("--grammars", folder, "a.txt", status=2, preexec_fn=limit)
        self.assertEqual(done.stdout, b"")
        lines = done.stderr.decode("utf-8").splitlines()
        told = [re.fullmatch(r"protokol: (?:.*/)?([^/:]+(?::\d+)?): (.+)", line) for line in lines]
        self.assertTrue(all(told), lines[:5])
        return [match.groups() for match in told]

    def loads(self):
        """The rules of the folder may be read and do not disturb the others."""
        plain = self.run_program("a.txt").stdout
        self.assertEqual(self.run_program("--grammars", "ours", "a.txt", preexec_fn=limit).stdout, plain)

    def one_fault(self, place, message, rules=None):
        (fault,) = self.faults(rules)
        self.assertEqual(fault[0], place)
        self.assertIn(message, fault[1])

    def test_folders_that_are_none(self):
        self.assertEqual(self.faults(folder="nowhere")[0][0], "nowhere")
        self.assertEqual(self.faults(folder="a.txt")[0][0], "a.txt")
        os.mkdir("ours")
        self.one_fault("ours", "no *.rules file")

    def test_all_folders_are_told_at_once(self):
        self.write("ours/t.rules", "а.б\n    : а )\n")
        done = self.run_program("--grammars", "nowhere", "--grammars", "ours", "a.txt", status=2)
        self.assertEqual(done.stderr.count(b"\n"), 2)
        self.assertIn(b"t.rules:2:", done.stderr)

    def test_files_that_are_none(self):
        os.makedirs("ours/folder.rules")
        os.mkfifo("ours/pipe.rules")
        os.symlink("loop.rules", "ours/loop.rules")
        os.symlink("/dev/zero", "ours/zero.rules")
        os.symlink("nowhere", "ours/nowhere.rules")
        self.write("ours/t.rules", "а.б\n    : а )\n")
        places = [place for place, _ in self.faults()]
        self.assertEqual(places, ["folder.rules", "loop.rules", "nowhere.rules", "pipe.rules", "t.rules:2", "zero.rules"])

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_file_without_permission(self):
        os.chmod(self.write("ours/t.rules", RULE.format("")), 0)
        self.one_fault("t.rules", "cannot be read")

    def test_names_of_files(self):
        self.write(b"ours/\xef\n\x1b[31m.rules", "а.б\n    : а )\n")
        done = self.run_program("--grammars", "ours", "a.txt", status=2)
        self.assertEqual(done.stderr.count(b"\n"), 1)
        self.assertNotIn(b"\x1b", done.stderr)

    def test_large_files(self):
        self.one_fault("t.rules", "larger than", "# ничего\n" * 700_000)
        os.truncate("ours/t.rules", 1 << 40)
        self.one_fault("t.rules", "larger than")
        os.remove("ours/t.rules")
        for number in range(4):
            self.write(f"ours/{number}.rules", "# ничего\n" * 200_000)
        self.one_fault("2.rules", "the files up to this one")

    def test_one_long_line(self):
        for text in ("(" * 3_000_000, "а | " * 700_000, "{а} " * 700_000, "а = " + "[" * 3_000_000, "/" + "а" * 1_500_000):
            self.one_fault("t.rules:2", "more than 20000 bytes", f"а.б\n    : {text}\n")
        self.one_fault("t.rules:1", "more than 20000 bytes", "а" * 1_500_000)
        continued = "а.б\n    : а\n" + "        | б\n" * 200_000
        self.assertIn("more than 20000 bytes", self.faults(continued)[0][1])

    def test_lines_as_long_as_they_may_be(self):
        for text, message in (("(" * 19_000, "nested too deep"), ("[(" * 9_000, "nested too deep"),
                              ("а " * 6_000, "too long"), ("{число} " * 1_200, "too long"),
                              ("(" + "{число} (" * 35 + "{число} " * 100, "is not closed"),
                              ("а = " + "[" * 19_000, "not nested"), ("/" + "(" * 19_000 + "/", "not understood"),
                              ("*" * 19_000, "repeats nothing"), ("]" * 19_000, "closes nothing")):
            with self.subTest(text=text[:20]):
                faults = self.faults(f"а.б\n    : {text}\n")
                self.assertTrue(any(message in fault for _, fault in faults), faults[:5])
                self.assertLess(len(faults), 10)
                self.assertEqual({place for place, _ in faults}, {"t.rules:2"})

    def test_alternations_without_end(self):
        parts = "|".join(f"{{часть{n}}}" for n in range(900))
        rules = "".join(f"{{часть{n}}}\n    : тилитили{n}\n" for n in range(900))
        self.write("ours/t.rules", rules + f"проба.слово\n    : {'(' * 30}{parts}{')' * 30}\n" * 1)
        self.loads()
        lines = "".join("    : " + "|".join(f"тили{n} {'[тили] ' * 30}" for n in range(40)) + "\n" for _ in range(200))
        self.write("ours/t.rules", "проба.слово\n" + lines)
        self.loads()

    def test_bytes_that_are_no_text(self):
        faults = self.faults(b"\xd1\xf0\xee\xea\n    : \xe4\xee\n" * 100)
        self.assertEqual([place for place, _ in faults], [f"t.rules:{n}" for n in range(1, 201)])
        self.assertEqual({message.split(" (")[0] for _, message in faults}, {"the line is not UTF-8"})
        self.assertEqual(len(self.faults(b"\xff\n" * 1_500_000)), 10_002)
        self.one_fault("t.rules:2", "control character", "а.б\n    : тили\0тили\n")
        self.one_fault("t.rules:3", "control character", "а.б\n    : тили\n\x1b[31m    : тили\n")
        self.assertEqual(self.faults("а.б\n    : тили\n".encode("utf-16"))[0][0], "t.rules:1")
        self.faults(bytes(range(256)) * 10_000)
        self.faults(b"\0" * 4_000_000)

    def test_every_fault_of_many(self):
        self.assertEqual(len(self.faults("а.б\n    : тили\n" + "    ? тили\n" * 9_000)), 9_000)
        faults = self.faults("а.б\n    : тили\n" + "    ? тили\n" * 100_000)
        self.assertEqual(len(faults), 10_002)
        self.assertIn("more than 10000 faults", faults[0][1])
        names = "".join(f"а.б{n}\n    : {{нет такого {n}}} {{нет {n}}}\n" for n in range(4_000))
        self.assertEqual(len(self.faults(names)), 8_000)

    def test_many_files(self):
        for number in range(10_000):
            self.write(f"ours/{number}.rules", RULE.format(number))
        self.loads()
        for number in range(10_000):
            self.write(f"ours/{number}.rules", RULE.format(number).replace("тили тесто =", "(тили ="))
        self.assertEqual(len(self.faults()), 10_000)

    def test_many_names(self):
        self.write("ours/t.rules", "".join(f"группа{n}.слово\n    : тилитили{n}\n" for n in range(18_000)))
        self.loads()
        self.one_fault("t.rules", "more than 20000 names", "".join(f"а.б{n}\n    : тили\n" for n in range(100_000)))

    def test_names_that_use_each_other(self):
        def chain(count, pattern, last):
            return "".join(f"{{а{n}}}\n    : {pattern.replace('?', f'{{а{n + 1}}}')}\n" for n in range(count)) + last

        end = "{{а{}}}\n    : тили\n".format
        faults = self.faults(chain(10_000, "тили ?", end(10_000)))
        self.assertGreater(len(faults), 200)
        self.assertTrue(all("parts within parts" in message for _, message in faults))
        backwards = "".join(reversed(chain(10_000, "тили ?", end(10_000)).splitlines(True)[:-2])).replace("\n\n", "\n")
        self.assertTrue(self.faults(backwards))
        faults = self.faults(chain(9_000, "тили ?", "{а9000}\n    : {а0}\n"))
        self.assertTrue(all("parts within parts" in message or "made of it again" in message for _, message in faults))
        self.one_fault("t.rules:2", "made of it again", "{а}\n    : тили {а}\n")
        for pattern in ("? ?", "? | ?", "?*2", "тили ? тили | тили ? тесто", "[?] тили [?]"):
            faults = self.faults(chain(38, pattern, end(38)) + "проба.слово\n    : {а0}\n")
            self.assertTrue(all("written out" in message for _, message in faults), faults)

    def test_names_that_shadow(self):
        self.one_fault("t.rules:1", "is a built-in part", "{число}\n    : тили\n")
        self.one_fault("t.rules:1", "is a rule here and a part in", "месяц\n    : тили\n")
        self.one_fault("t.rules:1", "is a part here and a table in", "{csv.headers}\n    : тили\n")
        self.one_fault("t.rules:1", "a row of «csv.headers» has 1 cells", "csv.headers\n    | тили | тили\n    | тили\n")
        self.one_fault("t.rules:2", "made of it again", "{месяц}\n    : тили {месяц}\n")
        faults = self.faults("{месяц}\n    : тили\n{месяц}\n    : тесто\nмесяц\n    : тили\n")
        self.assertEqual({place for place, _ in faults}, {"t.rules:3", "t.rules:5"})

    def test_large_expressions(self):
        large = "[а-я]{1000}" * 25
        self.one_fault("t.rules:2", "makes more than 20000 instructions", f"а.б\n    : /{large}/\n")
        self.one_fault("t.rules:2", "makes more than 20000 instructions", f"а.б\n    : //{large}//\n")
        self.one_fault("t.rules:2", "not understood", "а.б\n    : /((((а{100}){100}){100}){100}){100}/\n")
        many = "".join(f"    : /{'[а-я]{1000}' * 25}{n}/\n" for n in range(1_000))
        faults = self.faults("а.б\n" + many)
        self.assertEqual([place for place, _ in faults], [f"t.rules:{n}" for n in range(2, 1_002)])
        small = "".join(f"    : /[а-я]{{900}}{n}/\n" for n in range(1_000))
        self.assertIn("up to this one", self.faults("а.б\n" + small)[-1][1])

    def test_expressions_that_take_long_elsewhere(self):
        self.write("ours/t.rules", "проба.слово\n    : тили //(а+)+(а+)+(а+)+[а-я ]*(а?){200}а{200}б//\n    : /(а*)*(а|аа)+б/ тили\n")
        self.write("a.txt", PROTOCOL + "тили " + "а" * 20_000 + " тили " + "а " * 20_000)
        self.loads()


if __name__ == "__main__":
    unittest.main()

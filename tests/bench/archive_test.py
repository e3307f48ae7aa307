"""The archive maker keeps its word: layouts, surnames, sizes; no two documents alike; the same seed, the same bytes."""
import hashlib
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import make_archive  # noqa: E402
import wordings  # noqa: E402

COUNT = 300


class Archive(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.maker = make_archive.Maker(make_archive.SEED)
        cls.documents = [cls.maker.document(index) for index in range(COUNT)]

    def test_layouts_and_surnames(self):
        self.assertGreaterEqual(len(set(self.maker.layouts)), 30)
        surnames = {forms[0][0] for forms in self.maker.wordings.surnames}
        self.assertGreaterEqual(len(surnames), 0.99 * wordings.SURNAMES)
        self.assertGreaterEqual(wordings.SURNAMES, 2000)

    def test_sizes(self):
        sizes = sorted(map(len, self.documents))
        self.assertGreaterEqual(sizes[0], 2_000)
        self.assertLessEqual(sizes[-1], 60_000)
        self.assertLess(sizes[COUNT // 10], 5_000)
        self.assertGreater(sizes[-COUNT // 10], 20_000)

    def test_no_two_alike(self):
        self.assertEqual(len({hashlib.sha256(data).digest() for data in self.documents}), COUNT)
        lines = [line for data in self.documents for line in set(data.decode().split("\n")) if len(line) > 60]
        self.assertGreater(len(set(lines)), 0.95 * len(lines))

    def test_the_same_seed_gives_the_same_bytes(self):
        again = make_archive.Maker(make_archive.SEED)
        self.assertEqual([again.document(index) for index in (7, 0, 49)], [self.documents[index] for index in (7, 0, 49)])
        self.assertNotEqual(make_archive.Maker(1).document(0), self.documents[0])

    def test_habits(self):
        text = b"".join(self.documents).decode()
        for habit in (r"\bРЕШИЛИ", r"\bПостановил", r"П Р О Т О К О Л|Р Е Ш И Л И", r"^\d+\.\d+\.\s", r"\t", r"\|", r"[─│┌]", r"Срок", r"Отв",
                      r"«\d\d» \w+ \d{4} г", r"\bдо \d\d\.\d\d\.\d{4}", r"ежеквартально", r"№\s*\d+"):
            self.assertTrue(re.search(habit, text, re.M | re.I), habit)


if __name__ == "__main__":
    unittest.main()

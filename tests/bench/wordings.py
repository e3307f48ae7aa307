"""Wordings for the archive maker: names, things and sentences, made of the word lists in words/.

A wording is a line with slots in braces. `Wordings` reads and cuts the lines once; a `Clerk` fills them for one
document, with its own dice, its own people and its own habits of writing names and dates."""
import datetime
import itertools
import pathlib
import random
import re

WORDS = pathlib.Path(__file__).resolve().parent / "words"
CASES = ("им", "рп", "дп", "вп", "тп", "пп")
SURNAMES = 2000
SLOT = re.compile(r"\{([^{}]+)\}")
ENDINGS = {
    "мужские": (("ый", "ого", "ому", "ый", "ым", "ом"), ("", "а", "у", "", "ом", "е")),
    "женские": (("ая", "ой", "ой", "ую", "ой", "ой"), ("а", "ы", "е", "у", "ой", "е")),
    "средние": (("ое", "ого", "ому", "ое", "ым", "ом"), ("о", "а", "у", "о", "ом", "е")),
}
MONTHS = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()
MONTHS_OF = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()


def sections(file):
    """{name: lines} of a file of [sections]; # opens a note."""
    found, lines = {}, []
    for line in (WORDS / file).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return found


def words_of(lines):
    return " ".join(lines).split()


def joined(stem, ending):
    """A soft spelling where г, к, х, ж, ш, ч, щ bear no ы."""
    return stem + ("и" + ending[1:] if ending[:1] == "ы" and stem[-1] in "гкхжшчщ" else ending)


class Wordings:
    def __init__(self, seed):
        names, words = sections("names.txt"), sections("words.txt")
        dice = random.Random(f"words {seed}")
        # One row of five cases for a man, one for a woman.
        endings = [[half.split() for half in line.split("|")] for line in names["окончания"]]
        pairs = list(itertools.product(words_of(names["основы"]), endings))
        dice.shuffle(pairs)
        self.surnames = [[[stem + end for end in half] for half in ending] for stem, ending in pairs[:SURNAMES]]
        men = [line.split() for line in names["мужские"]]
        self.first_names = [[row[:5] for row in men], [line.split() for line in names["женские"]]]
        self.patronymics = [[[row[5] + end for end in ("", "а", "у", "а", "ем")] for row in men],
                            [[row[6][:-1] + end for end in "а ы е у ой".split()] for row in men]]
        self.towns = [a + b for a in words_of(names["города"]) for b in words_of(names["окончания-городов"])]
        self.streets = words_of(names["улицы"])
        self.adjectives = words_of(words["прилагательные"])
        self.nouns = {gender: words_of(words[gender]) for gender in ENDINGS}
        self.genders = list(ENDINGS)
        self.wordings = {name: [self.cut(line) for line in lines]
                         for name, lines in sections("phrases.txt").items()}

    @staticmethod
    def cut(line):
        """Text and slots by turns: texts stand at even places."""
        return SLOT.split(line)


class Clerk:
    """Who writes one document: `say` fills a wording."""

    def __init__(self, wordings, seed, index):
        self.words = wordings
        self.dice = random.Random(f"{seed}:{index}")
        self.roll = self.dice.random
        self.name_style = self.below(6)
        self.date_style = self.below(5)
        self.date = datetime.date(2004, 1, 10) + datetime.timedelta(self.below(7600))
        self.town = self.pick(wordings.towns)
        self.people = [self.person() for _ in range(6 + self.below(20))]

    # Dice ---------------------------------------------------------------------------------------------------------

    def below(self, limit):
        return int(self.roll() * limit)

    def pick(self, things):
        return things[int(self.roll() * len(things))]

    def chance(self, share):
        return self.roll() < share

    # People -------------------------------------------------------------------------------------------------------

    def person(self):
        words, sex = self.words, self.below(2)
        surname = self.pick(words.surnames)[sex]
        first = self.pick(words.first_names[sex])
        patronymic = self.pick(words.patronymics[sex])
        post = [self.fill(Wordings.cut(form)) for form in self.say("должность").split("|")]
        initials = first[0][0], patronymic[0][0]
        return {"names": [self.write_name(*row, initials) for row in zip(surname, first, patronymic)],
                "posts": post, "surname": surname[0]}

    def write_name(self, surname, first, patronymic, initials):
        a, b = initials
        return (f"{surname} {a}.{b}.", f"{surname} {a}. {b}.", f"{a}.{b}. {surname}", f"{surname} {first} {patronymic}",
                f"{a}.{b}.{surname}", f"{surname} {a}.{b}.")[self.name_style]

    # Things -------------------------------------------------------------------------------------------------------

    def thing(self, case):
        words = self.words
        gender = self.pick(words.genders)
        of_adjective, of_noun = ENDINGS[gender]
        return (joined(self.pick(words.adjectives), of_adjective[case]) + " " +
                joined(self.pick(words.nouns[gender]), of_noun[case]))

    def things(self):
        return joined(self.pick(self.words.adjectives), "ых") + " " + self.pick(self.words.nouns["мужские"]) + "ов"

    # Days ---------------------------------------------------------------------------------------------------------

    def write_date(self, day, style=None):
        style = self.date_style if style is None else style
        if style == 0:
            return f"{day:%d.%m.%Y}"
        if style == 1:
            return f"{day:%d.%m.%Y} г."
        if style == 2:
            return f"{day.day} {MONTHS_OF[day.month - 1]} {day.year} года"
        if style == 3:
            return f"«{day.day:02}» {MONTHS_OF[day.month - 1]} {day.year} г."
        return f"{day.day} {MONTHS_OF[day.month - 1]} {day.year}г."

    def day_after(self):
        return self.date + datetime.timedelta(2 + self.below(300))

    def day_before(self):
        return self.date - datetime.timedelta(5 + self.below(600))

    # Slots --------------------------------------------------------------------------------------------------------

    def say(self, section):
        return self.fill(self.pick(self.words.wordings[section]))

    def fill(self, pieces):
        if len(pieces) == 1:
            return pieces[0]
        out = list(pieces)
        for at in range(1, len(out), 2):
            known = SLOTS.get(out[at])
            out[at] = known(self) if known else self.say(out[at])
        return "".join(out)


def capital(text):
    return text[:1].upper() + text[1:]


def town_stem(town):
    """Of the adjective: Зареченск, Полинцево → Зареченск-ий, Полинцевск-ий."""
    return town if town.endswith("ск") else town.rstrip("аоуыиея") + "ск"


def of_town(town):
    """The genitive."""
    return town + "а" if town[-1] not in "аоуыиея" else town


def thing_slot(case):
    return lambda clerk: clerk.thing(case)


def name_slot(case):
    return lambda clerk: clerk.pick(clerk.people)["names"][case]


SLOTS = {
    "вещь": thing_slot(0), "вещей": Clerk.things, "вещь.загл": lambda c: capital(c.thing(0)),
    "вещь.вп.загл": lambda c: capital(c.thing(3)),
    "кто": name_slot(0), "чей": name_slot(1), "кому": name_slot(2), "кого": name_slot(3), "кем": name_slot(4),
    "число": lambda c: str(2 + c.below(240)), "малое": lambda c: str(1 + c.below(12)),
    "мало": lambda c: str(c.below(3)), "голоса": lambda c: str(4 + c.below(40)),
    "буква": lambda c: c.pick("АБВГ"),
    "сумма": lambda c: c.pick((f"{1 + c.below(900)} {c.below(1000):03} руб.", f"{1 + c.below(90)},{c.below(10)} млн рублей",
                               f"{1 + c.below(90)} тыс. руб.", f"{1 + c.below(9000)},{c.below(100):02} рублей")),
    "город": lambda c: c.pick(c.words.towns), "город.рп": lambda c: of_town(c.pick(c.words.towns)),
    "районного": lambda c: town_stem(c.pick(c.words.towns)) + "ого",
    "районной": lambda c: town_stem(c.pick(c.words.towns)) + "ой",
    "районная": lambda c: town_stem(c.pick(c.words.towns)) + "ая",
    "улица": lambda c: c.pick(c.words.streets),
    "год": lambda c: str(c.date.year), "год+1": lambda c: str(c.date.year + 1), "год-1": lambda c: str(c.date.year - 1),
    "месяц": lambda c: c.pick(MONTHS), "месяц.рп": lambda c: c.pick(MONTHS_OF),
    "день": lambda c: str(1 + c.below(14)), "день+": lambda c: str(15 + c.below(14)),
    "дата": lambda c: c.write_date(c.day_after(), c.below(2)),
    "дата.словом": lambda c: c.write_date(c.day_after(), c.pick((2, 3, 4))),
    "дата.кратко": lambda c: f"{c.day_after():%d.%m}", "дата.прошлая": lambda c: c.write_date(c.day_before(), c.below(3)),
    "ОТРАСЛЬ": lambda c: c.say("отрасль").upper(),
}
SLOTS.update({f"вещь.{case}": thing_slot(at) for at, case in enumerate(CASES) if at})

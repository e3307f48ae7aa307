"""Lays a protocol out: a heading, those present, an agenda, as many questions as the wanted size takes, a foot.

A row of layouts.tsv names the form of the whole, the heading, how decisions are numbered, where deadlines and the
responsible stand (`duties`), and the finish, which works on the whole text. Everything here is made of lists of
lines."""
import dataclasses
import pathlib
import textwrap

from wordings import capital

ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()
ORDINALS = ("первому второму третьему четвёртому пятому шестому седьмому восьмому девятому десятому "
            "одиннадцатому двенадцатому").split()
TABLES = {"tabs", "pipes", "box"}
WITHOUT_AGENDA = {"decision", "resolution", "assignments", "disclosure", "extract"}


@dataclasses.dataclass(frozen=True)
class Layout:
    form: str
    heading: str
    numbers: str
    duties: str
    finish: str


def all_layouts():
    lines = (pathlib.Path(__file__).resolve().parent / "layouts.tsv").read_text(encoding="utf-8").splitlines()
    return [Layout(*line.split("\t")) for line in lines if line and not line.startswith("#")]


# Head -----------------------------------------------------------------------------------------------------------

def kind_of(form):
    return {"extract": "выписка из протокола", "decision": "решение", "resolution": "постановление",
            "assignments": "перечень поручений"}.get(form, "протокол")


def heading(clerk, layout):
    kind, meeting, number = kind_of(layout.form), clerk.say("собрание"), str(1 + clerk.below(140))
    if clerk.chance(0.2):
        number += clerk.pick(("-пр", f"/{clerk.date.year}", f"-{clerk.date.year % 100:02}", "/1"))
    sign = clerk.pick(("№ ", "№", "N ", "№  "))
    date = clerk.write_date(clerk.date)
    place = clerk.pick(("г. ", "г.", "пгт. ", "с. ", "город ")) + clerk.town
    if layout.heading == "oneline":
        return [f"{capital(kind)} {sign}{number} {meeting} от {date}", place]
    if layout.heading == "centred":
        return [" " * 30 + kind.upper() + f" {sign}{number}", " " * 18 + meeting, "", f"{place}{' ' * 40}{date}"]
    if layout.heading == "capitals":
        return [clerk.say("организация").upper(), "", kind.upper(), meeting.upper(), f"{date}  {sign}{number}", place]
    if layout.heading == "split":
        words = meeting.split(" ", 2)
        return [kind.upper(), words[0].capitalize(), *words[1:], f"от {date} {sign}{number}", "", place]
    if layout.heading == "letterhead":
        return [clerk.say("организация"), f"ул. {clerk.say('улица_дом')}", "", f"{sign}{number} от {date}", "",
                kind.upper(), meeting]
    return [f"{kind.upper()} {sign}{number}", meeting, "", f"Дата проведения: {date}", f"Место проведения: {place}",
            f"Время начала: {8 + clerk.below(9)}-{clerk.pick(('00', '30', '15'))}", f"Тема: «{clerk.say('вопрос')}»"]


def presence(clerk):
    chair, secretary, *others = clerk.people
    sign = clerk.pick((": ", " – ", ":   ", " - ", ":            "))
    out = [clerk.pick(("Председатель", "Председательствующий", "Председатель собрания", "Председательствовал")) + sign +
           chair["names"][0] + clerk.pick(("", f", {chair['posts'][0]}", f" – {chair['posts'][0]}")),
           clerk.pick(("Секретарь", "Секретарь заседания", "Секретарь собрания")) + sign + secretary["names"][0]]
    style = clerk.below(7)
    if style == 0:
        return out + [clerk.say("присутствовали.число")]
    if style == 1:
        return out + ["Присутствовали:", *(f"{clerk.say('группа')} – {2 + clerk.below(30)} человек;" for _ in range(3))]
    if style == 2:
        return out + ["Присутствовали: " + ", ".join(one["names"][0] for one in others) + "."]
    parting = clerk.pick((", ", " – ", " - ", "- "))
    rows = [one["names"][0] + parting + one["posts"][0] for one in others]
    if style == 3:
        return out + ["Присутствовали:", *(f"{at}. {row}" for at, row in enumerate(rows, 1))]
    if style == 4:
        return out + ["ПРИСУТСТВОВАЛИ:", *(f"- {row};" for row in rows)]
    if style == 5:
        return out + ["Члены комиссии:", *rows[:4], "Приглашённые:", *rows[4:]]
    return out + ["Присутствовали: " + "; ".join(rows) + ".", f"Отсутствовали: {clerk.person()['names'][0]} (отпуск)."]


def agenda(clerk, titles):
    out = [clerk.pick(("Повестка дня:", "ПОВЕСТКА ДНЯ:", "Повестка:", "Повестка заседания", "Повестка дня."))]
    number = clerk.pick(("{}. ", "{}) ", "{}.", "  {}. ", "Вопрос {}. ", "- "))
    speaker = clerk.below(4)
    for at, title in enumerate(titles, 1):
        who = clerk.pick(clerk.people)
        name, post = who["names"][0], who["posts"][0]
        out.append(number.format(at) + title + ("", f" – {name}, {post};", f" ({name}, {post}).", ".")[speaker])
        if clerk.chance(0.1):
            out.append(f"Докладчик: {name} – {post}")
    return out


def foot(clerk):
    chair, secretary = clerk.people[0]["names"][0], clerk.people[1]["names"][0]
    style = clerk.below(5)
    if style == 0:
        return [f"Председатель {' ' * 30}{chair}", f"Секретарь {' ' * 33}{secretary}"]
    if style == 1:
        return [f"Председатель ______________ {chair}", "", f"Секретарь ______________ {secretary}"]
    if style == 2:
        return [f"Председатель: {chair}", f"Секретарь: {secretary}"]
    if style == 3:
        return ["Председатель", capital(clerk.people[0]["posts"][0]), f"{' ' * 40}{chair}"]
    return []


# Decisions ------------------------------------------------------------------------------------------------------

@dataclasses.dataclass
class Task:
    text: str                # without a final stop
    deadline: str = ""
    responsible: str = ""


def task(clerk, lead=""):
    text = lead + " " + clerk.say("дело") if lead else capital(clerk.say("дело"))
    responsible = ", ".join(clerk.pick(clerk.people)["names"][0] for _ in range(clerk.pick((1, 1, 1, 2, 3))))
    if clerk.chance(0.2):
        responsible = clerk.pick(clerk.people)
        responsible = f"{responsible['posts'][0]} {responsible['names'][0]}"
    return Task(text, clerk.say("срок") if clerk.chance(0.8) else "", responsible if clerk.chance(0.6) else "")


def written(clerk, layout, job):
    """A task with its deadline and responsible where the layout wants them: its own line and those below."""
    text, when, who = job.text, job.deadline, job.responsible
    if layout.duties == "lines":
        below = []
        if when:
            below.append(clerk.pick(("Срок: ", "Срок – ", "Срок исполнения: ")) + when + ".")
        if who:
            below.append(("Ответственные: " if "," in who else "Ответственный: ") + who + ".")
        return [text + ".", *below]
    if layout.duties == "labels":
        return [text + "." + (f" Срок – {when}." if when else "") + (f" Отв.: {who}." if who else "")]
    if layout.duties == "dash":
        return [text + (f" – **срок {when}**." if when and layout.finish == "bold" else f" – {when}." if when else ".") +
                (f" Ответственный – {who}." if who else "")]
    if layout.duties == "brackets":
        inside = ", ".join(part for part in (who, when) if part)
        return [text + (f" ({inside})." if inside else ".")]
    if layout.duties == "square":
        inside = ", ".join(part for part in (when, f"исп. – {who}" if who else "") if part)
        return [text + (f" [{inside}]" if inside else "")]
    return [text + (" " + when if when else "") + "." + (f" Ответственный: {who}." if who else "")]


def number_text(layout, question, at):
    if layout.numbers == "nested":
        return f"{question}.{at}. "
    if layout.numbers == "glued":
        return f"{question}.{at}."
    if layout.numbers == "letters":
        return "абвгдежзиклмнопрстуфхцчшщэюя"[(at - 1) % 28] + ") "
    return {"dotted": f"{at}. ", "bracket": f"{at}) ", "dash": "- ", "bullet": "• ", "none": ""}[layout.numbers]


def decisions(clerk, layout, question):
    """The numbered decisions of one question: tasks, lead-ins with sub-items, other resolutions."""
    out = []
    for at in range(1, 2 + clerk.below(8)):
        number, kind = number_text(layout, question, at), clerk.roll()
        if kind < 0.25:
            out.append(number + clerk.say("решение.прочее"))
        elif kind < 0.4:
            out.append(number + clerk.pick(("", "Рекомендовать: ", "Поручить ")) + clerk.say("кому.должности") + ":")
            for sub in range(1, 2 + clerk.below(4)):
                first, *below = written(clerk, layout, task(clerk))
                mark = f"{question}.{at}.{sub}. " if layout.numbers in ("nested", "glued") else "- "
                out += [mark + first, *below]
        else:
            lead = ""
            if kind < 0.75:
                lead = clerk.say("кому.должности")
            elif kind < 0.85:
                lead = clerk.pick(("Обязать ", "Просить ")) + clerk.say("кого.должности")
            elif kind < 0.92:
                who = clerk.pick(clerk.people)
                lead = f"Поручить {who['posts'][2]} {who['names'][2]}"
            first, *below = written(clerk, layout, task(clerk, lead))
            out += [number + first, *below]
    return out


def story(clerk, size):
    return [" ".join(clerk.say("рассказ") for _ in range(1 + clerk.below(5))) for _ in range(size)]


def heard(clerk):
    who = clerk.pick(clerk.people)
    return who["names"][3] + clerk.pick((" – ", ", ", " - ")) + who["posts"][3] + ", " + clerk.say("слушали")


def spoke(clerk):
    who = clerk.pick(clerk.people)
    return who["names"][0] + clerk.pick((", ", " – ", "- ")) + who["posts"][0] + ": " + clerk.say("рассказ")


# Forms: the lines of one question ---------------------------------------------------------------------------------

def full(clerk, layout, at, title, size):
    return [f"{at}. {title}", f"{at}. СЛУШАЛИ:", heard(clerk), *story(clerk, size), "ВЫСТУПИЛИ:",
            *(spoke(clerk) for _ in range(size)), clerk.pick(("РЕШИЛИ:", "ПОСТАНОВИЛИ:", "Решили:")),
            *decisions(clerk, layout, at), *votes(clerk)]


def brief(clerk, layout, at, title, size):
    return [f"Слушали: {heard(clerk)}", *story(clerk, size),
            "Выступили: " + ", ".join(clerk.pick(clerk.people)["names"][0] for _ in range(3)) + ".",
            "Решили: " + clerk.say("решение.прочее"), *decisions(clerk, layout, at), *votes(clerk)]


def ordinal(clerk, layout, at, title, size):
    name = ORDINALS[at - 1] if at <= len(ORDINALS) else f"{at}"
    return [f"По {name} вопросу слушали: {heard(clerk)}", *story(clerk, size),
            clerk.pick(("Решили:", "Постановили:", f"По {name} вопросу решено:")), *decisions(clerk, layout, at),
            *votes(clerk)]


def decision(clerk, layout, at, title, size):
    return [f"{ROMAN[(at - 1) % 20]}. {title}", *story(clerk, 1), *decisions(clerk, layout, at),
            *([clerk.say("контроль")] if clerk.chance(0.5) else [])]


def extract(clerk, layout, at, title, size):
    return [f"Вопрос {at + 9}. {title}", "СЛУШАЛИ: " + heard(clerk), *story(clerk, size), "ПОСТАНОВИЛИ:",
            *decisions(clerk, layout, at + 9), *votes(clerk)]


def bullets(clerk, layout, at, title, size):
    out = [f"По {ORDINALS[at - 1] if at <= 12 else at} вопросу:", *story(clerk, 1)]
    for _ in range(1 + clerk.below(3)):
        out.append(clerk.say("кому.должности") + ":")
        for _ in range(1 + clerk.below(5)):
            first, *below = written(clerk, layout, task(clerk))
            out += [number_text(layout, at, 1) + first, *below]
    return out


def corporate(clerk, layout, at, title, size):
    out = [f"ВОПРОС {ROMAN[(at - 1) % 20]}. {title}", *story(clerk, size), "Формулировка решения:",
           *decisions(clerk, layout, at)]
    if clerk.chance(0.4):
        marks = [clerk.pick(("+||", "+||", "|+|", "||+")) for _ in clerk.people[:9]]
        out += ["Член СД|За|Против|Возд.", *(f"{one['names'][0]}|{mark}" for one, mark in zip(clerk.people, marks)),
                f"ИТОГО|{marks.count('+||')}|{marks.count('|+|')}|{marks.count('||+')}", "РЕШЕНИЕ ПРИНЯТО"]
        return out
    return out + votes(clerk)


def disclosure(clerk, layout, at, title, size):
    return [f"2.{at}. Содержание решений, принятых по вопросу «{title}»:", *story(clerk, size),
            *decisions(clerk, layout, f"2.{at}"), *votes(clerk)]


def resolution(clerk, layout, at, title, size):
    verb = clerk.pick(("РЕШИЛ:", "ПОСТАНОВЛЯЕТ:", "Р Е Ш И Л О:", "Р Е Ш И Л:", "п о с т а н о в л я е т:", "РЕШАЕТ:"))
    who = clerk.pick(clerk.people)
    return [f"{title}", f"Заслушав и обсудив информацию {who['posts'][1]} {who['names'][1]}, {clerk.say('орган')} {verb}",
            *story(clerk, 1), *decisions(clerk, layout, at), clerk.say("контроль")]


def notes(clerk, layout, at, title, size):
    return [f"{at}. {title}", f"Сл.: {heard(clerk)}", *story(clerk, size), f"Выст.: {spoke(clerk)}", "Реш.:",
            *decisions(clerk, layout, at)]


def assignments(clerk, layout, at, title, size):
    return [f"{ROMAN[(at - 1) % 20]}. {title}", *decisions(clerk, layout, at)]


def association(clerk, layout, at, title, size):
    return [f"По {ORDINALS[at - 1] if at <= 12 else at} вопросу слушали {clerk.pick(clerk.people)['names'][3]}: "
            + clerk.say("рассказ"), *story(clerk, size), "Собрание постановило:", *decisions(clerk, layout, at),
            *votes(clerk)]


def votes(clerk):
    return [clerk.say("голосование")] if clerk.chance(0.6) else []


def table_rows(clerk, layout, at):
    rows = []
    for row in range(1, 3 + clerk.below(8)):
        if clerk.chance(0.12):
            rows.append([clerk.say("кому.должности") + ":", "", "", ""])
        job = task(clerk, clerk.say("кому.должности") if clerk.chance(0.2) else "")
        rows.append([number_text(layout, at, row) + job.text, clerk.say("срок.кратко") if job.deadline else "",
                     job.responsible, clerk.pick(clerk.people)["names"][0] if clerk.chance(0.4) else ""])
    return rows


TABLE_HEAD = ["Мероприятие", "Срок", "Ответственные лица", "Контроль исполнения"]


def tabs(clerk, layout, at, title, size):
    return [f"{at}. {title}", *story(clerk, size), "РЕШИЛИ:", "\t".join(TABLE_HEAD),
            *("\t".join(row) for row in table_rows(clerk, layout, at)), *votes(clerk)]


def pipes(clerk, layout, at, title, size):
    edge = clerk.below(2)
    rows = [" | ".join(row) for row in [TABLE_HEAD, *table_rows(clerk, layout, at)]]
    if edge:
        rows = [f"| {row} |" for row in rows]
        rows.insert(1, "|---|---|---|---|")
    return [f"{at}. {title}", *story(clerk, size), "Решение:", *rows, *votes(clerk)]


BOX_WIDTHS = (40, 18, 22, 16)


def box(clerk, layout, at, title, size):
    def rule(left, middle, right):
        return left + middle.join("─" * (width + 2) for width in BOX_WIDTHS) + right

    out = [f"{at}. {title}", *story(clerk, size), "РЕШИЛИ:", rule("┌", "┬", "┐")]
    for row in [TABLE_HEAD, *table_rows(clerk, layout, at)]:
        if len(out[-1]) > 3 and out[-1][0] == "│":
            out.append(rule("├", "┼", "┤"))
        cells = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, BOX_WIDTHS)]
        for line in range(max(map(len, cells))):
            parts = (cell[line] if line < len(cell) else "" for cell in cells)
            out.append("│ " + " │ ".join(part.ljust(width) for part, width in zip(parts, BOX_WIDTHS)) + " │")
    return [*out, rule("└", "┴", "┘"), *votes(clerk)]


FORMS = {"full": full, "brief": brief, "ordinal": ordinal, "decision": decision, "extract": extract, "tabs": tabs,
         "pipes": pipes, "box": box, "bullets": bullets, "runon": ordinal, "corporate": corporate,
         "disclosure": disclosure, "resolution": resolution, "notes": notes, "assignments": assignments,
         "association": association}


# Finish ---------------------------------------------------------------------------------------------------------

def wrap(line, width):
    """A typist's lines: words cut at the edge with a hyphen, an indent before a paragraph. Much faster than textwrap."""
    out, line = [], "   " + line
    while len(line) > width:
        cut = line.rfind(" ", 0, width)
        left = width - cut
        if cut < 4 or (left > 6 and line[cut + 1:cut + 9].isalpha()):
            hyphen = cut + 5 if cut >= 4 else width - 1
            out.append(line[:hyphen] + "-")
            line = line[hyphen:]
        else:
            out.append(line[:cut])
            line = line[cut + 1:]
    return [*out, line]


def finish(clerk, layout, parts):
    """The text of the parts (lists of lines): blank lines, wrapping, markup, and what else happens to a text."""
    style = layout.finish
    if style == "joined":
        return "\n".join(" ".join(line for line in part if line) for part in parts) + "\n"
    if style == "wrapped":
        width = 56 + clerk.below(24)
        parts = [[short for line in part for short in (wrap(line, width) if len(line) > width else [line])]
                 for part in parts]
    if style == "bold":
        parts = [[f"**{line}**" if line and len(line) < 40 and line[-1:] == ":" else line for line in part]
                 for part in parts]
    if style == "web":
        parts = [[clerk.say("обвязка.до") for _ in range(4)], *parts, [clerk.say("обвязка.после") for _ in range(3)]]
    lines = [line for part in parts for line in (*part, "")]
    text = ("\n\n" if style == "blank" else "\n").join(lines).replace("..", ".") + "\n"
    if style == "doubled":
        text = text.replace(" ", "  ")
    if style == "spaced":
        text = text.replace("РЕШИЛИ:", "Р Е Ш И Л И:").replace("ПРОТОКОЛ", "П Р О Т О К О Л")
        text = text.replace("\n\n", "\n\u00a0\n")
    return text


def document(clerk, layout, wanted):
    """A protocol of about the wanted number of bytes, never less than 2 KiB."""
    form, parts, titles, size = FORMS[layout.form], [], [], 0
    while not parts or size < wanted:
        titles.append(clerk.say("вопрос"))
        part = form(clerk, layout, len(titles), titles[-1], 1 + clerk.below(2 + wanted // 12000))
        size += 2 * sum(map(len, part)) * 9 // 10 + 2 * len(titles[-1])
        parts.append(part)
    head = [heading(clerk, layout), presence(clerk)]
    if layout.form not in WITHOUT_AGENDA:
        head.append(agenda(clerk, titles))
    return finish(clerk, layout, [*head, *parts, foot(clerk)])

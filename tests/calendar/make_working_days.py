#!/usr/bin/env python3
"""Writes working_days.tsv: working days counted from the law and the decrees, not from the program's table.

The law (article 112 of the Labour Code) names the holidays and moves those that fall on a weekend to the next
working day (since 2013 not those of January, which a decree moves); the decrees name pairs «from → to».
"""

import datetime

# Decrees of the Government: day.month of the weekend that is worked or given up → the day off for it.
DECREES = {
    2010: "27.02>22.02 13.11>05.11",
    2011: "05.03>07.03",
    2012: "11.03>09.03 28.04>30.04 05.05>07.05 12.05>08.05 09.06>11.06 29.12>31.12",
    2013: "05.01>02.05 06.01>03.05 25.02>10.05",
    2014: "04.01>02.05 05.01>13.06 24.02>03.11",
    2015: "03.01>09.01 04.01>04.05",
    2016: "02.01>03.05 03.01>07.03 20.02>22.02",
    2017: "01.01>24.02 07.01>08.05",
    2018: "06.01>09.03 07.01>02.05 28.04>30.04 09.06>11.06 29.12>31.12",
    2019: "05.01>02.05 06.01>03.05 23.02>10.05",
    2020: "04.01>04.05 05.01>05.05",
    2021: "02.01>05.11 03.01>31.12 20.02>22.02",
    2022: "01.01>03.05 02.01>10.05 05.03>07.03",
    2023: "01.01>24.02 08.01>08.05",
    2024: "06.01>10.05 07.01>31.12 27.04>29.04 02.11>30.04 28.12>30.12",
    2025: "04.01>02.05 05.01>31.12 23.02>08.05 08.03>13.06 01.11>03.11",
    2026: "03.01>09.01 04.01>31.12",
    2027: "",
}
# Non-working by the President's decrees of 2020: the victory parade and the vote on the constitution.
BY_PRESIDENT = [datetime.date(2020, 6, 24), datetime.date(2020, 7, 1)]


def day(year, text):
    return datetime.date(year, int(text[3:]), int(text[:2]))


def calendar(year):
    """Days off and worked weekends of a year."""
    january = range(1, 9) if year >= 2013 else (1, 2, 3, 4, 5, 7)
    holidays = [datetime.date(year, 1, d) for d in january]
    holidays += [datetime.date(year, m, d) for m, d in ((2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4))]
    moves = [[day(year, side) for side in pair.split(">")] for pair in DECREES[year].split()]
    moved = {source for source, _ in moves}
    off = set(holidays) | {target for _, target in moves} | {d for d in BY_PRESIDENT if d.year == year}
    for holiday in holidays:
        by_decree = holiday in moved or (year >= 2013 and holiday.month == 1)
        if holiday.weekday() < 5 or by_decree:
            continue
        target = holiday
        while target.weekday() > 4 or target in off:
            target += datetime.timedelta(1)
        off.add(target)
    # A weekday given up for another day is worked again; a weekend is worked unless it is itself a holiday.
    off -= {d for d in moved if d.weekday() < 5}
    return off, {d for d in moved if d.weekday() > 4 and d not in holidays}


OFF, ON = set(), set()
for each in DECREES:
    off, on = calendar(each)
    OFF |= off
    ON |= on


def works(date):
    return date in ON if date.weekday() > 4 else date not in OFF


def after(date, count):
    while count:
        date += datetime.timedelta(1)
        count -= works(date)
    return date


STARTS = """2010-02-19 1,5 2010-11-03 1,6 2010-12-31 1 2011-03-04 1,2 2011-04-29 1 2011-12-30 1,10 2012-03-07 1,2,3
2012-04-27 1,2,8 2012-06-08 1,2 2012-12-28 1,2 2013-02-22 1 2013-04-30 1,5 2014-02-21 1 2014-06-11 1 2014-10-31 1
2015-01-01 1 2015-03-06 1 2015-05-08 3 2016-02-19 1,2 2016-03-04 1 2016-04-29 1,10 2017-02-22 1 2017-05-05 1
2017-11-03 1,5 2018-03-07 1 2018-03-28 10 2018-04-27 1,2 2018-04-28 1 2018-05-05 0,1 2018-05-08 1 2018-12-28 1,2,5
2019-04-30 1,4 2019-12-31 1 2020-03-27 3 2020-04-30 1,5 2020-06-23 1,2 2020-06-30 1 2021-02-19 1,2 2021-04-30 1,5
2021-11-03 1 2021-12-30 1,2 2022-03-04 1,2 2022-04-29 1,5 2023-02-22 1 2023-05-05 1 2024-04-26 1,2 2024-05-08 1
2024-11-01 1,2 2024-12-27 1,2,10 2025-04-30 1 2025-05-07 1 2025-06-11 1 2025-10-31 1,2 2025-12-30 1,5
2026-02-20 1 2026-04-30 1 2026-12-30 1 2027-05-07 1 2027-11-03 2""".split()

print("# Made by make_working_days.py from the law and the decrees.")
print("# from\tworking days\tday")
for start, counts in zip(STARTS[::2], STARTS[1::2]):
    for n in counts.split(","):
        print(start, n, after(datetime.date.fromisoformat(start), int(n)), sep="\t")
print("# year\tworking days in it (2020: the 248 of its decree without the two days named by the President)")
for each in DECREES:
    days = (datetime.date(each, 1, 1) + datetime.timedelta(d) for d in range(366))
    print(each, sum(works(d) for d in days if d.year == each), sep="\t")

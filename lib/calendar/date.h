// Plain days of the Gregorian calendar and the stretches of days that protocols speak of.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace protokol {

/// One day. Always one that exists where this header's functions give it.
using Date = std::chrono::year_month_day;

/// First and last day, both included.
struct Period {
  Date first, last;
  friend constexpr bool operator==(const Period&, const Period&) = default;
};

/// The day, or nothing where the calendar has no such day (30 February, month 13, year outside 1–9999).
std::optional<Date> make_date(int year, int month, int day);

/// «2020-10-01», exactly so; nothing else is a day.
std::optional<Date> parse_iso(std::string_view text);
std::string to_iso(Date date);
/// «01.10.2020», as Russian spreadsheets want it.
std::string to_day_first(Date date);

int year_of(Date date);
int month_of(Date date);
int day_of(Date date);
/// 1 Monday … 7 Sunday.
int weekday_of(Date date);

Date add_days(Date date, int days);
/// The same day `months` later; the month's last day where it is shorter (31 January + 1 = 28 February).
Date add_months(Date date, int months);
Date last_of_month(int year, int month);

/// The first such day on or after `from`: 29 February waits for a leap year. Nothing where no year has it.
std::optional<Date> next_day_of_year(Date from, int month, int day);
/// The first day with this number in its month, on or after `from` (1–31).
std::optional<Date> next_day_of_month(Date from, int day);
/// `weekday` 1 Monday … 7 Sunday.
Date next_weekday(Date from, int weekday);

Period year_period(int year);
Period month_period(int year, int month);
/// Months `first`–`last`; a `last` before `first` lies in the next year.
Period months_period(int year, int first, int last);
Period quarter_period(int year, int quarter);
Period half_year_period(int year, int half);
/// Days 1–10, 11–20, 21–end of a month.
Period decade_period(int year, int month, int decade);
/// Days 1–15, 16–end of a month.
Period half_month_period(int year, int month, int half);
/// 1 September of `year` – 31 May of the next.
Period school_year_period(int year);
/// The year in which the school year of `date` began; June–August count to the coming one.
int school_year_of(Date date);

}  // namespace protokol

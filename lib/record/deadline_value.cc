// The compact notation of the rules of deadlines, resolved to days. The notation itself is described at
// the head of grammars/сроки.rules.
#include "record/deadline_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <string>
#include <vector>

namespace protokol {

namespace {

using Words = std::span<const std::string_view>;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Two digits of a year lie in 1950–2049.
int full_year(int year) {
  if (year >= 100) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

// ---- stretches of days

struct Season {
  std::string_view name;
  int first, last;
};
constexpr std::array<Season, 4> seasons{
    {{"winter", 12, 2}, {"spring", 3, 5}, {"summer", 6, 8}, {"autumn", 9, 11}}};

/// Days 1–7 are a month's first week; the fifth is its last seven days.
Period week_of_month(int year, int month, int week) {
  Period whole = month_period(year, month);
  if (week == 5) return {add_days(whole.last, -6), whole.last};
  return {add_days(whole.first, 7 * (week - 1)), add_days(whole.first, 7 * week - 1)};
}

/// A stretch for a given year, by the words before the year; nothing where the words name none.
std::optional<Period> stretch_in(int year, Words words) {
  auto n = [&](std::size_t i) { return i < words.size() ? number(words[i]).value_or(0) : 0; };
  auto in = [](int value, int low, int high) { return value >= low && value <= high; };
  std::string_view kind = words[0];
  if (kind == "year") return year_period(year);
  if (kind == "schoolyear") return school_year_period(year);
  if (kind == "years" && n(1) > 0 && n(1) < year)
    return Period{year_period(n(1)).first, year_period(year).last};
  if (kind == "month" && in(n(1), 1, 12)) return month_period(year, n(1));
  if (kind == "months" && in(n(1), 1, 12) && in(n(2), 1, 12)) return months_period(year, n(1), n(2));
  if (kind == "quarter" && in(n(1), 1, 4)) return quarter_period(year, n(1));
  if (kind == "quarters" && in(n(1), 1, 4) && in(n(2), n(1), 4)) {
    return Period{quarter_period(year, n(1)).first, quarter_period(year, n(2)).last};
  }
  if (kind == "half" && in(n(1), 1, 2)) return half_year_period(year, n(1));
  if (kind == "decade" && in(n(1), 1, 3) && in(n(2), 1, 12)) return decade_period(year, n(2), n(1));
  if (kind == "monthweek" && in(n(1), 1, 5) && in(n(2), 1, 12)) return week_of_month(year, n(2), n(1));
  if (kind == "halfmonth" && in(n(1), 1, 2) && in(n(2), 1, 12)) return half_month_period(year, n(2), n(1));
  if (kind == "season" && words.size() > 1) {
    auto season = std::ranges::find(seasons, words[1], &Season::name);
    if (season != seasons.end()) return months_period(year, season->first, season->last);
  }
  return std::nullopt;
}

/// How many words name the stretch before its year.
std::size_t words_before_year(std::string_view kind) {
  if (kind == "year" || kind == "schoolyear") return 1;
  if (kind == "months" || kind == "quarters" || kind == "decade" || kind == "monthweek" ||
      kind == "halfmonth") {
    return 3;
  }
  return 2;
}

/// The stretch of the kind that `date` lies in.
std::optional<Period> stretch_around(Date date, std::string_view kind) {
  if (kind == "year") return year_period(year_of(date));
  if (kind == "schoolyear") return school_year_period(school_year_of(date));
  if (kind == "month") return month_period(year_of(date), month_of(date));
  if (kind == "quarter") return quarter_period(year_of(date), (month_of(date) + 2) / 3);
  if (kind == "half") return half_year_period(year_of(date), (month_of(date) + 5) / 6);
  if (kind == "week") {
    Date monday = add_days(date, 1 - weekday_of(date));
    return Period{monday, add_days(monday, 6)};
  }
  if (kind == "weekend") {
    Date sunday = next_weekday(date, 7);
    return Period{weekday_of(date) == 7 ? sunday : add_days(sunday, -1), sunday};
  }
  return std::nullopt;
}

/// «month this», «week next», «year rest» and the kind alone: told by the document's date only.
std::optional<Period> relative_stretch(Words words, std::optional<Date> date) {
  if (!date) return std::nullopt;
  auto around = stretch_around(*date, words[0]);
  if (!around || words.size() == 1 || words[1] == "this") return around;
  if (words[1] == "next")
    return stretch_around(add_days(around->last, words[0] == "schoolyear" ? 93 : 1), words[0]);
  if (words[1] == "rest") return Period{*date, around->last};
  return std::nullopt;
}

/// The stretch without a printed year that ends on or after the document's date.
std::optional<Period> coming_stretch(Words words, std::optional<Date> date) {
  if (!date) return std::nullopt;
  for (int year = year_of(*date) - 1; year <= year_of(*date) + 1; ++year) {
    auto stretch = stretch_in(year, words);
    if (stretch && stretch->last >= *date) return stretch;
  }
  return std::nullopt;
}

std::optional<Period> stretch(Words words, std::optional<Date> date) {
  if (words.empty()) return std::nullopt;
  if (words[0] == "years" && words.size() == 3) {
    auto first = number(words[1]), last = number(words[2]);
    if (!first || !last || *first > *last || *first < 1) return std::nullopt;
    return Period{year_period(full_year(*first)).first, year_period(full_year(*last)).last};
  }
  if (words.size() == 1 || words[1] == "this" || words[1] == "next" || words[1] == "rest") {
    return relative_stretch(words, date);
  }
  std::size_t named = std::min(words_before_year(words[0]), words.size());
  if (named == words.size()) return coming_stretch(words, date);
  std::string_view year = words[named];
  Words name = words.first(named);
  if (auto printed = number(year)) return *printed > 0 ? stretch_in(full_year(*printed), name) : std::nullopt;
  if (!date) return std::nullopt;
  return stretch_in(year_of(*date) + (year == "next" ? 1 : 0), name);
}

// ---- days

/// A printed day, as far as it goes.
struct PartialDay {
  std::optional<int> year, month, day;
  int years_on = -1;  ///< 0 this year, 1 the next one, counted from the document's date
};

PartialDay partial_day(std::string_view word) {
  PartialDay partial;
  std::vector<std::string_view> pieces = split(word, '-');
  if (pieces.empty()) return partial;
  if (pieces[0] == "this" || pieces[0] == "next") {
    partial.years_on = pieces[0] == "next" ? 1 : 0;
    pieces.erase(pieces.begin());
  }
  std::vector<int> numbers;
  for (std::string_view piece : pieces) numbers.push_back(number(piece).value_or(0));
  bool year_first = numbers.size() == 3 || (numbers.size() == 2 && numbers[0] > 31);
  if (year_first) {
    partial.year = full_year(numbers[0]);
    numbers.erase(numbers.begin());
  }
  bool month_alone = year_first || partial.years_on >= 0;
  if (numbers.size() == 2 || (numbers.size() == 1 && month_alone)) partial.month = numbers.front();
  if (numbers.size() == 2 || (numbers.size() == 1 && !month_alone)) partial.day = numbers.back();
  return partial;
}

std::optional<Date> whole_day(PartialDay partial, std::optional<Date> date) {
  if (!partial.month || !partial.day) return std::nullopt;
  if (partial.year) return make_date(*partial.year, *partial.month, *partial.day);
  if (!date) return std::nullopt;
  if (partial.years_on >= 0)
    return make_date(year_of(*date) + partial.years_on, *partial.month, *partial.day);
  return next_day_of_year(*date, *partial.month, *partial.day);
}

constexpr std::array<std::string_view, 7> weekday_names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

std::optional<Date> day_told_by_document(Words words, Date date) {
  std::string_view kind = words[0];
  std::string_view argument = words.size() > 1 ? words[1] : std::string_view();
  int n = number(argument).value_or(0);
  Date next_month = add_days(last_of_month(year_of(date), month_of(date)), 1);
  if (kind == "today") return date;
  if (kind == "tomorrow") return add_days(date, 1);
  if (kind == "after-tomorrow") return add_days(date, 2);
  if (kind == "day") return next_day_of_month(date, n);
  if (kind == "nextmonth")
    return n == 0 ? next_month : make_date(year_of(next_month), month_of(next_month), n);
  if (kind == "nextweek") return add_days(date, 8 - weekday_of(date));
  if (kind == "weekday") {
    auto name = std::ranges::find(weekday_names, argument);
    if (name == weekday_names.end()) return std::nullopt;
    return next_weekday(date, static_cast<int>(name - weekday_names.begin()) + 1);
  }
  return std::nullopt;
}

std::optional<Date> last_day(Words words, std::optional<Date> date) {
  if (words.empty()) return std::nullopt;
  if (date && words[0] == "nextweek") return add_days(*date, 14 - weekday_of(*date));
  if (date && words[0] == "workweek") return add_days(*date, std::max(5 - weekday_of(*date), 0));
  if (date && words[0] == "nextmonth") {
    Date first = add_days(last_of_month(year_of(*date), month_of(*date)), 1);
    return last_of_month(year_of(first), month_of(first));
  }
  auto period = stretch(words, date);
  return period ? std::optional(period->last) : std::nullopt;
}

std::optional<Date> last_working_day(Words words, const DeadlineBasis& basis) {
  auto period = stretch(words, basis.document_date);
  if (!period) return std::nullopt;
  Date day = period->last;
  while (day > period->first && !is_working_day(day, basis.working_days)) day = add_days(day, -1);
  return day;
}

std::optional<Date> one_day(Words words, const DeadlineBasis& basis) {
  const std::optional<Date>& date = basis.document_date;
  if (words.empty()) return std::nullopt;
  if (words[0] == "lastworking") return last_working_day(words.subspan(1), basis);
  if (words[0] == "end") return last_day(words.subspan(1), date);
  if (words[0] == "before") {
    auto period = stretch(words.subspan(1), date);
    return period ? std::optional(add_days(period->first, -1)) : std::nullopt;
  }
  if (auto day = whole_day(partial_day(words[0]), date)) return day;
  return date ? day_told_by_document(words, *date) : std::nullopt;
}

// ---- kinds

void set_period(Deadline& deadline, std::optional<Period> period) {
  if (!period) return;
  deadline.start = to_iso(period->first);
  deadline.end = to_iso(period->last);
}

/// From a day to a day: what the first one lacks it takes from the second.
std::optional<Period> span_of_days(Words words, std::optional<Date> date) {
  if (words.size() != 2) return std::nullopt;
  PartialDay first = partial_day(words[0]), last = partial_day(words[1]);
  if (last.year && last.month && !last.day) {  // months: 2020-11 2021-03
    if (!first.year || !first.month || *first.month < 1 || *first.month > 12 || *last.month < 1 ||
        *last.month > 12) {
      return std::nullopt;
    }
    return Period{month_period(*first.year, *first.month).first, month_period(*last.year, *last.month).last};
  }
  auto end = whole_day(last, date);
  if (!end) return std::nullopt;
  if (!first.month) first.month = month_of(*end);
  bool printed = first.year.has_value();
  if (!printed) first.year = year_of(*end);
  auto start = whole_day(first, date);
  if (start && !printed && *start > *end) start = make_date(*first.year - 1, *first.month, *first.day);
  if (!start || *start > *end) return std::nullopt;
  return Period{*start, *end};
}

std::string duration_text(int count, std::string_view unit) {
  if (unit == "W") return fmt::format("P{}D", count * 7);
  if (unit == "H") return fmt::format("PT{}H", count);
  return fmt::format("P{}{}", count, unit);
}

Date after_duration(Date date, int count, std::string_view unit, bool by_working_days,
                    const WorkingCalendar& calendar) {
  constexpr int hours_a_day = 24;
  if (by_working_days) return add_working_days(date, count, calendar);
  if (unit == "W") return add_days(date, count * 7);
  if (unit == "M") return add_months(date, count);
  if (unit == "Y") return add_months(date, count * 12);
  if (unit == "H") return add_days(date, (count + hours_a_day - 1) / hours_a_day);
  return add_days(date, count);
}

Deadline within(Words words, const DeadlineBasis& basis) {
  Deadline deadline;
  deadline.type = DeadlineType::relative;
  auto count = words.empty() ? std::nullopt : number(words[0]);
  if (!count || words.size() < 2) return deadline;
  constexpr int longest = 3650;  // longer is no deadline of a task, and keeps the days countable
  deadline.duration = duration_text(*count, words[1]);
  deadline.working_days = words.size() > 2 && words[2] == "working";
  if (basis.document_date && *count <= longest) {
    deadline.end = to_iso(
        after_duration(*basis.document_date, *count, words[1], deadline.working_days, basis.working_days));
  }
  return deadline;
}

/// «M 3» → every third month; «Y 1 times 2» → twice a year.
std::string rule_of_frequency(Words words) {
  std::string_view unit = words[0];
  int interval = words.size() > 1 ? number(words[1]).value_or(1) : 1;
  int times = words.size() > 3 && words[2] == "times" ? number(words[3]).value_or(1) : 1;
  if (unit == "Y" && interval == 1 && times > 1 && 12 % times == 0) {
    unit = "M";
    interval = 12 / times;
  }
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> names{
      {{"H", "HOURLY"}, {"D", "DAILY"}, {"W", "WEEKLY"}, {"M", "MONTHLY"}, {"Y", "YEARLY"}}};
  std::string rule = "FREQ=";
  for (auto [letter, name] : names) {
    if (letter == unit) rule += name;
  }
  if (interval > 1) rule += fmt::format(";INTERVAL={}", interval);
  return rule;
}

/// The printed rule with its numbers' leading zeros taken away: BYMONTHDAY=05 → 5.
std::string plain_rule(std::string_view rule) {
  std::string plain;
  for (std::size_t i = 0; i < rule.size(); ++i) {
    bool opens_number = plain.empty() || plain.back() < '0' || plain.back() > '9';
    bool digit_follows = i + 1 < rule.size() && rule[i + 1] >= '0' && rule[i + 1] <= '9';
    if (rule[i] == '0' && opens_number && digit_follows) continue;
    if (rule[i] != ' ') plain += rule[i];
  }
  return plain;
}

}  // namespace

WorkingCalendar working_calendar(const Grammar& grammar) {
  WorkingCalendar calendar;
  const Table* table = grammar.table("calendar.days-off");
  if (!table) return calendar;
  for (const std::vector<std::string>& row : *table) {
    for (std::size_t column = 1; column < std::min<std::size_t>(row.size(), 3); ++column) {
      for (std::string_view cell : split(row[column], ' ')) {
        std::vector<std::string_view> day = split(cell, '.');
        if (day.size() != 2) continue;
        auto date =
            make_date(number(row[0]).value_or(0), number(day[1]).value_or(0), number(day[0]).value_or(0));
        if (date) (column == 1 ? calendar.days_off : calendar.working_weekends).push_back(*date);
      }
    }
  }
  std::ranges::sort(calendar.days_off);
  std::ranges::sort(calendar.working_weekends);
  return calendar;
}

std::optional<Deadline> deadline_of(std::string_view kind, std::string_view value,
                                    const DeadlineBasis& basis) {
  std::vector<std::string_view> words = split(value, ' ');
  Deadline deadline;
  const std::optional<Date>& date = basis.document_date;
  if (kind == "by" || kind == "on") {
    deadline.type = DeadlineType::date;
    if (auto day = one_day(words, basis)) deadline.end = to_iso(*day);
  } else if (kind == "span" || kind == "days") {
    deadline.type = DeadlineType::period;
    set_period(deadline, span_of_days(words, date));
  } else if (kind == "during" || kind == "in") {
    deadline.type = DeadlineType::period;
    set_period(deadline, stretch(words, date));
  } else if (kind == "from") {
    deadline.type = DeadlineType::period;
    auto day = one_day(words, basis);
    auto period = day ? std::nullopt : stretch(words, date);
    if (day || period) deadline.start = to_iso(day ? *day : period->first);
  } else if (kind == "within") {
    deadline = within(words, basis);
  } else if (kind == "every") {
    deadline.type = DeadlineType::recurring;
    deadline.rrule =
        value.starts_with("FREQ=") || words.empty() ? plain_rule(value) : rule_of_frequency(words);
  } else if (kind == "immediate") {
    deadline.type = DeadlineType::immediate;
    if (date) deadline.end = to_iso(*date);
  } else if (kind == "ongoing") {
    deadline.type = DeadlineType::ongoing;
  } else if (kind != "event") {
    return std::nullopt;
  }
  return deadline;
}

}  // namespace protokol

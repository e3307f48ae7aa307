// Plain days: reading, printing, counting.
#include "calendar/date.h"

namespace protokol {

namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day_last;

Date date_of(int y, int m, int d) {
  return Date(year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d)));
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

void append_padded(std::string& out, int value, std::size_t width) {
  std::string text = std::to_string(value);
  out.append(text.size() < width ? width - text.size() : 0, '0');
  out += text;
}

}  // namespace

std::optional<Date> make_date(int y, int m, int d) {
  if (y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 || d > 31) return std::nullopt;
  Date date = date_of(y, m, d);
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<Date> parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto y = digits(text.substr(0, 4)), m = digits(text.substr(5, 2)), d = digits(text.substr(8, 2));
  if (!y || !m || !d) return std::nullopt;
  return make_date(*y, *m, *d);
}

std::string to_iso(Date date) {
  std::string out;
  append_padded(out, year_of(date), 4);
  out += '-';
  append_padded(out, month_of(date), 2);
  out += '-';
  append_padded(out, day_of(date), 2);
  return out;
}

std::string to_day_first(Date date) {
  std::string out;
  append_padded(out, day_of(date), 2);
  out += '.';
  append_padded(out, month_of(date), 2);
  out += '.';
  append_padded(out, year_of(date), 4);
  return out;
}

int year_of(Date date) { return static_cast<int>(date.year()); }
int month_of(Date date) { return static_cast<int>(static_cast<unsigned>(date.month())); }
int day_of(Date date) { return static_cast<int>(static_cast<unsigned>(date.day())); }
int weekday_of(Date date) { return static_cast<int>(std::chrono::weekday(sys_days(date)).iso_encoding()); }

Date add_days(Date date, int count) { return Date(sys_days(date) + days(count)); }

Date add_months(Date date, int count) {
  Date moved = date + months(count);
  return moved.ok() ? moved : last_of_month(year_of(moved), month_of(moved));
}

Date last_of_month(int y, int m) {
  return Date(year_month_day_last(year(y), std::chrono::month_day_last(month(static_cast<unsigned>(m)))));
}

std::optional<Date> next_day_of_year(Date from, int m, int d) {
  constexpr int longest_wait = 8;  // years between two leap years around 1900 and 2100
  for (int y = year_of(from); y <= year_of(from) + longest_wait; ++y) {
    auto date = make_date(y, m, d);
    if (date && *date >= from) return date;
  }
  return std::nullopt;
}

std::optional<Date> next_day_of_month(Date from, int d) {
  if (d < 1 || d > 31) return std::nullopt;
  year_month candidate(from.year(), from.month());
  while (true) {
    Date date = candidate / day(static_cast<unsigned>(d));
    if (date.ok() && date >= from) return date;
    candidate += months(1);
  }
}

Date next_weekday(Date from, int weekday) { return add_days(from, (weekday - weekday_of(from) + 7) % 7); }

Period year_period(int y) { return {date_of(y, 1, 1), date_of(y, 12, 31)}; }
Period month_period(int y, int m) { return {date_of(y, m, 1), last_of_month(y, m)}; }
Period months_period(int y, int first, int last) {
  return {date_of(y, first, 1), last_of_month(last < first ? y + 1 : y, last)};
}
Period quarter_period(int y, int quarter) { return months_period(y, quarter * 3 - 2, quarter * 3); }
Period half_year_period(int y, int half) { return months_period(y, half * 6 - 5, half * 6); }

Period decade_period(int y, int m, int decade) {
  return {date_of(y, m, decade * 10 - 9), decade == 3 ? last_of_month(y, m) : date_of(y, m, decade * 10)};
}

Period half_month_period(int y, int m, int half) {
  return half == 1 ? Period{date_of(y, m, 1), date_of(y, m, 15)}
                   : Period{date_of(y, m, 16), last_of_month(y, m)};
}

Period school_year_period(int y) { return {date_of(y, 9, 1), date_of(y + 1, 5, 31)}; }
int school_year_of(Date date) { return month_of(date) >= 6 ? year_of(date) : year_of(date) - 1; }

}  // namespace protokol

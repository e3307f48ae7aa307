// Days and working days, row by row.
#include "calendar/date.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <sstream>
#include <vector>

#include "record/deadline_value.h"
#include "rows.h"

using namespace protokol;

namespace {

std::string shown(std::optional<Date> date) { return date ? to_iso(*date) : "-"; }
std::string shown(Period period) { return to_iso(period.first) + " " + to_iso(period.last); }

std::string answer(const std::string& operation, const std::string& arguments) {
  std::istringstream in(arguments);
  if (operation == "parse") return shown(parse_iso(arguments));
  std::string first;
  in >> first;
  int a = 0, b = 0;
  in >> a >> b;
  if (auto date = parse_iso(first)) {
    if (operation == "print") return to_day_first(*date);
    if (operation == "weekday") return std::to_string(weekday_of(*date));
    if (operation == "add_days") return to_iso(add_days(*date, a));
    if (operation == "add_months") return to_iso(add_months(*date, a));
    if (operation == "next_day_of_year") return shown(next_day_of_year(*date, a, b));
    if (operation == "next_day_of_month") return shown(next_day_of_month(*date, a));
    if (operation == "next_weekday") return to_iso(next_weekday(*date, a));
    if (operation == "school_year_of") return std::to_string(school_year_of(*date));
  }
  int year = std::stoi(first);
  if (operation == "year") return shown(year_period(year));
  if (operation == "month") return shown(month_period(year, a));
  if (operation == "months") return shown(months_period(year, a, b));
  if (operation == "quarter") return shown(quarter_period(year, a));
  if (operation == "half_year") return shown(half_year_period(year, a));
  if (operation == "decade") return shown(decade_period(year, a, b));
  if (operation == "half_month") return shown(half_month_period(year, a, b));
  if (operation == "school_year") return shown(school_year_period(year));
  return "no such operation";
}

int working_days_of(int year, const WorkingCalendar& calendar) {
  const Period whole = year_period(year);
  int count = 0;
  for (Date day = whole.first; day <= whole.last; day = add_days(day, 1)) {
    if (is_working_day(day, calendar)) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("days") {
  for (const test::Row& row : test::rows("calendar/dates.tsv")) {
    CAPTURE(row.line);
    REQUIRE(row.cells.size() == 3);
    CHECK(answer(row.cells[0], row.cells[1]) == row.cells[2]);
  }
}

TEST_CASE("working days") {
  const std::filesystem::path data = PROTOKOL_DATA_DIR;
  const std::vector<std::filesystem::path> folders{data / "grammars"};
  const WorkingCalendar calendar =
      working_calendar(Grammar::load(folders, Dictionary::open(data / "dictionary.bin")));
  for (const test::Row& row : test::rows("calendar/working_days.tsv")) {
    CAPTURE(row.line);
    if (row.cells.size() == 2) {
      CHECK(working_days_of(std::stoi(row.cells[0]), calendar) == std::stoi(row.cells[1]));
      continue;
    }
    REQUIRE(row.cells.size() == 3);
    CHECK(to_iso(add_working_days(*parse_iso(row.cells[0]), std::stoi(row.cells[1]), calendar)) ==
          row.cells[2]);
  }
}

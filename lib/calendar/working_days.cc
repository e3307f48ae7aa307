// Counting by working days.
#include "calendar/working_days.h"

#include <algorithm>

namespace protokol {

bool is_working_day(Date date, const WorkingCalendar& calendar) {
  constexpr int friday = 5;
  if (weekday_of(date) <= friday) return !std::ranges::binary_search(calendar.days_off, date);
  return std::ranges::binary_search(calendar.working_weekends, date);
}

Date add_working_days(Date date, int count, const WorkingCalendar& calendar) {
  while (count > 0) {
    date = add_days(date, 1);
    if (is_working_day(date, calendar)) --count;
  }
  return date;
}

}  // namespace protokol

// Which days people work, and counting by them.
#pragma once

#include <vector>

#include "calendar/date.h"

namespace protokol {

/// What differs from «Monday to Friday». Both lists are sorted; a day that neither holds follows the week.
/// Filled from the rule files' table, so that next year's decree is a line of data.
struct WorkingCalendar {
  std::vector<Date> days_off;          ///< Mondays to Fridays on which nobody works
  std::vector<Date> working_weekends;  ///< Saturdays and Sundays on which people do
};

bool is_working_day(Date date, const WorkingCalendar& calendar);
/// The `count`-th working day after `date`; `date` itself does not count. count >= 0.
Date add_working_days(Date date, int count, const WorkingCalendar& calendar);

}  // namespace protokol

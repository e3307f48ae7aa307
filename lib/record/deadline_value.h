// What a rule of the group of deadlines recorded («by 10-01», «within 5 D working») becomes in the record:
// the type and, counted from the document's date, the days.
#pragma once

#include <optional>
#include <string_view>

#include "calendar/working_days.h"
#include "grammar/grammar.h"
#include "record/protocol.h"

namespace protokol {

/// What days are counted from.
struct DeadlineBasis {
  std::optional<Date> document_date;
  WorkingCalendar working_days;
};

/// Days off and worked weekends as the rule files' table has them; empty where there is no such table.
WorkingCalendar working_calendar(const Grammar& grammar);

/// Type, start, end, rrule and duration of a mark's kind and value; text, span and rule stay empty.
/// A day that cannot be told (no document date, no such day) is left out. Nothing where the kind is none
/// of the kinds of deadlines.
std::optional<Deadline> deadline_of(std::string_view kind, std::string_view value,
                                    const DeadlineBasis& basis);

}  // namespace protokol

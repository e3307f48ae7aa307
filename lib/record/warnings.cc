// Checks over the finished records.
#include "record/warnings.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace protokol {

namespace {

void check_date(const Protocol& protocol, std::vector<Warning>& warnings) {
  if (protocol.header.date.empty()) {
    warnings.push_back({"no_date", "The date of the meeting was not found; deadlines that count from it have no day.",
                        std::nullopt});
  }
}

void check_deadlines(const Protocol& protocol, std::vector<Warning>& warnings) {
  const std::string& date = protocol.header.date.value;
  if (date.empty()) return;
  for (const Decision& decision : protocol.decisions) {
    for (const Deadline& deadline : decision.deadlines) {
      if (deadline.end.empty() || deadline.end >= date) continue;
      warnings.push_back({"deadline_before_meeting",
                          "The deadline " + deadline.end + " lies before the meeting of " + date + ".", deadline.span});
    }
  }
}

/// «3» behind «1» in one list; letters and bullets are not counted.
void check_numbers(const Protocol& protocol, std::vector<Warning>& warnings) {
  const auto last_part = [](const std::string& number) {
    const std::size_t dot = number.rfind('.');
    unsigned value = 0;
    const char* from = number.data() + (dot == std::string::npos ? 0 : dot + 1);
    std::from_chars(from, number.data() + number.size(), value);
    return value;
  };
  const auto stem = [](const std::string& number) { return number.substr(0, number.rfind('.') + 1); };
  const std::string* before = nullptr;
  for (const Decision& decision : protocol.decisions) {
    const std::string& number = decision.number.value;
    if (before && !number.empty() && stem(*before) == stem(number) && last_part(*before) > 0 &&
        last_part(number) > last_part(*before) + 1 && !stem(number).empty()) {
      warnings.push_back({"number_gap", "Number " + number + " follows " + *before + ".", decision.number.span});
    }
    if (!number.empty()) before = &number;
  }
}

void check_vote(const Protocol& protocol, std::vector<Warning>& warnings) {
  int present = 0;
  for (const Attendee& attendee : protocol.attendees) {
    if (attendee.status != Attendance::present) continue;
    const bool bare_count = attendee.party.name.empty() && attendee.party.role.empty() && attendee.party.group.empty();
    if (bare_count && attendee.count) present = std::max(present, *attendee.count);
  }
  if (present == 0) return;
  for (const Decision& decision : protocol.decisions) {
    const Vote& vote = decision.vote;
    const double votes = vote.in_favour.value_or(0) + vote.against.value_or(0) + vote.abstained.value_or(0);
    if (votes <= present) continue;
    warnings.push_back({"votes_exceed_attendance", "More votes are counted than people were present.", vote.span});
    return;
  }
}

}  // namespace

std::vector<Warning> warnings_of(const Protocol& protocol) {
  std::vector<Warning> warnings;
  check_date(protocol, warnings);
  check_deadlines(protocol, warnings);
  check_numbers(protocol, warnings);
  check_vote(protocol, warnings);
  return warnings;
}

}  // namespace protokol

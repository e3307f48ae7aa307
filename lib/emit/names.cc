#include "emit/names.h"

#include <array>
#include <cstddef>

namespace protokol {

namespace {

template <typename Choice, std::size_t count>
std::string_view pick(const std::array<std::string_view, count>& names, Choice choice) {
  return names.at(static_cast<std::size_t>(choice));
}

// In the order of the enumerations of record/protocol.h.
constexpr std::array<std::string_view, 4> kinds{"protocol", "extract", "decision", "assignments"};
constexpr std::array<std::string_view, 3> attendances{"present", "absent", "invited"};
constexpr std::array<std::string_view, 2> hearings{"heard", "spoke"};
constexpr std::array<std::string_view, 12> actions{"assign",  "recommend", "request", "note",
                                                   "approve", "elect",     "appoint", "reject",
                                                   "close",   "extend",    "control", "other"};
constexpr std::array<std::string_view, 7> deadlines{"date",     "period",    "ongoing", "recurring",
                                                    "relative", "immediate", "event"};
constexpr std::array<std::string_view, 3> confidences{"high", "medium", "low"};

}  // namespace

std::string_view name_of(ProtocolKind kind) { return pick(kinds, kind); }
std::string_view name_of(Attendance status) { return pick(attendances, status); }
std::string_view name_of(HearingKind kind) { return pick(hearings, kind); }
std::string_view name_of(Action action) { return pick(actions, action); }
std::string_view name_of(DeadlineType type) { return pick(deadlines, type); }
std::string_view name_of(Confidence confidence) { return pick(confidences, confidence); }

}  // namespace protokol

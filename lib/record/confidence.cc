// Doubts counted.
#include "record/confidence.h"

#include <algorithm>
#include <array>

namespace protokol {

namespace {

/// A name without initials, a post or body of one word or of several clauses is easily misread.
bool is_bare(const Party& party) {
  if (!party.name.empty()) return party.name.find('.') == std::string::npos && party.name.find(' ') == std::string::npos;
  const std::string& text = party.group.empty() ? party.role : party.group;
  return text.find(' ') == std::string::npos || text.find(',') != std::string::npos;
}

bool any_bare(const std::vector<Party>& parties) { return std::ranges::any_of(parties, is_bare); }

/// A deadline that hangs on an event ends where the reading thought that its words end.
bool any_event(const std::vector<Deadline>& deadlines) {
  return std::ranges::any_of(deadlines, [](const Deadline& one) { return one.type == DeadlineType::event; });
}

}  // namespace

Confidence confidence_of(const DecisionDraft& draft) {
  const Decision& decision = draft.decision;
  const Doubts& doubts = draft.doubts;
  const std::array<bool, 10> counted{doubts.no_marker,
                                     doubts.run_on,
                                     doubts.no_verb,
                                     doubts.addressee_inside,
                                     doubts.unlabelled_duty,
                                     doubts.unknown_deadline || any_event(decision.deadlines),
                                     doubts.whole_kept,
                                     any_bare(decision.addressees),
                                     any_bare(decision.responsible),
                                     any_bare(decision.control)};
  const auto count = std::ranges::count(counted, true);
  if (count == 0) return Confidence::high;
  return count <= 2 ? Confidence::medium : Confidence::low;
}

}  // namespace protokol

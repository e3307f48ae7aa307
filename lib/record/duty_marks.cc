// Finding the marks of duties.
#include "record/duty_marks.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "record/deadline_marks.h"

namespace protokol {

MarkList duty_marks(std::string_view place, const Passage& passage, const Language& language) {
  const Table* table = language.grammar.table("duty.groups");
  if (!table) return {};
  for (const std::vector<std::string>& row : *table) {
    if (row.size() > 1 && row[0] == place)
      return MarkList(language.grammar.find(*passage.text, passage.tokens, row[1]));
  }
  return {};
}

MarkList time_marks(const Passage& passage, const Language& language) {
  std::vector<Mark> marks = sentence_marks(*passage.text, passage.tokens, language.grammar);
  std::erase_if(marks, [](const Mark& mark) {
    DeadlineRole role = role_of(mark);
    return role == DeadlineRole::none || role == DeadlineRole::governor;
  });
  return MarkList(std::move(marks));
}

Span before_times(const Passage& place, const MarkList& times) {
  Span span = place.tokens;
  std::span<const Mark> within = times.within(span);
  if (!within.empty()) span.to = std::max(span.from, within.front().tokens.from);
  while (!span.empty() && is_sign(*place.text, span.to - 1, ",;:-([")) --span.to;
  return span;
}

Case case_named(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, Case>, 5> cases{{{"nominative", Case::nominative},
                                                                    {"genitive", Case::genitive},
                                                                    {"dative", Case::dative},
                                                                    {"accusative", Case::accusative},
                                                                    {"instrumental", Case::instrumental}}};
  for (auto [name, value] : cases) {
    if (word == name) return value;
  }
  return Case::none;
}

std::string dump_people(const std::vector<FoundParty>& parties, bool signer) {
  std::string text;
  for (const FoundParty& found : parties) {
    if (!text.empty()) text += ", ";
    const Party& party = found.party;
    if (!party.group.empty()) text += "[" + party.group + "]";
    text += party.name;
    if (!party.role.empty()) text += (party.name.empty() ? "(" : " (") + party.role + ")";
  }
  if (signer) text += text.empty() ? "signer" : ", signer";
  return text;
}

}  // namespace protokol

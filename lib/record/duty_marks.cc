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
  // «первый проректор»: a joint («первый – до мая») tells of time only right before a time.
  std::vector<Mark> times;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const bool joint = role_of(marks[i]) == DeadlineRole::joint;
    const bool before_time = i + 1 < marks.size() && marks[i + 1].tokens.from <= marks[i].tokens.to + 1;
    if (!joint || before_time) times.push_back(std::move(marks[i]));
  }
  return MarkList(std::move(times));
}

Span before_times(const Passage& place, const MarkList& times) {
  Span span = place.tokens;
  std::span<const Mark> within = times.within(span);
  if (!within.empty()) span.to = std::max(span.from, within.front().tokens.from);
  while (!span.empty() && is_sign(*place.text, span.to - 1, ",;:-([")) --span.to;
  return span;
}

Passage without_stop(Passage place) {
  Span& tokens = place.tokens;
  bool stopped = tokens.size() > 1 && is_sign(*place.text, tokens.to - 1, ".");
  if (stopped && (!is_word(*place.text, tokens.to - 2) || place.at(tokens.to - 2).size() > 1)) --tokens.to;
  return place;
}

std::uint32_t sentence_behind_name(const Passage& place, const Language& language) {
  auto is_initial = [&](std::uint32_t t) {
    return is_word(*place.text, t) && place.token(t).capital && place.at(t).size() == 1 &&
           is_sign(*place.text, t + 1, ".");
  };
  auto is_name = [&](std::uint32_t t) {
    return is_word(*place.text, t) && place.token(t).capital && place.at(t).size() > 1 &&
           !language.people.in(PeopleTable::posts, place.at(t));
  };
  for (std::uint32_t t = place.tokens.from; t + 2 < place.tokens.to; ++t) {
    if (!is_name(t) || !is_initial(t + 1)) continue;
    std::uint32_t next = t + 3;
    while (next < place.tokens.to && is_initial(next)) next += 2;
    bool capital = next < place.tokens.to && is_word(*place.text, next) && place.token(next).capital;
    // «начальник УМУ М. Д. Корзинкина»: the initials belong to the surname behind them.
    const bool acronym = capital && place.token(t).capitals && !place.token(next).capitals;
    if (capital && !acronym && !is_initial(next + 1)) return next;
  }
  return place.tokens.to;
}

bool is_known(const FoundParty& party, const Passage& passage, const Language& language) {
  using enum PeopleTable;
  if (party.kind == PartyKind::person) return true;
  for (std::uint32_t t = party.tokens.from; t < party.tokens.to; ++t) {
    if (is_sign(*passage.text, t, "\"")) return true;
    if (!is_word(*passage.text, t)) continue;
    std::string_view word = passage.at(t);
    if (passage.token(t).capitals) return true;
    if (language.people.in_any({posts, bodies, abbreviations, plural_abbreviations}, word)) return true;
    bool animate = std::ranges::any_of(language.dictionary.readings(word), [](const Reading& one) {
      return one.part == PartOfSpeech::noun && one.animacy == Animacy::animate;
    });
    if (animate) return true;
  }
  return false;
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

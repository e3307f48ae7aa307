// Words before a dash and in brackets are compared with the surnames of those present.
#include "record/surname_parties.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "morphology/names.h"

namespace protokol {

namespace {

constexpr std::size_t most_people = 200;

/// The capitalised word that `text` begins with, where « – » or «:» stands behind it.
std::optional<std::string_view> word_before_sign(std::string_view text) {
  if (text.empty() || !utf8::is_capital(utf8::decode(text, 0).value)) return std::nullopt;
  std::size_t end = 0;
  while (end < text.size() && utf8::is_letter(utf8::decode(text, end).value))
    end += utf8::decode(text, end).size;
  std::size_t next = end;
  while (next < text.size() && utf8::space_size(text, next) > 0) next += utf8::space_size(text, next);
  if (next >= text.size()) return std::nullopt;
  const char32_t sign = utf8::decode(text, next).value;
  const bool dash = next > end && (sign == U'-' || sign == U'–' || sign == U'—');
  return dash || sign == U':' ? std::optional(text.substr(0, end)) : std::nullopt;
}

std::string_view surname_of(std::string_view name) { return name.substr(0, name.find(' ')); }

/// The one surname that `word` may be a form of.
std::optional<std::string_view> surname_among(const std::vector<Attendee>& people, std::string_view word,
                                              const InflectionTables& tables) {
  std::optional<std::string_view> found;
  for (const Attendee& person : people) {
    const std::string_view surname = surname_of(person.party.name);
    if (surname.empty() || surname == found || !may_be_form_of(tables, word, surname)) continue;
    if (found) return std::nullopt;
    found = surname;
  }
  return found;
}

Party bare_surname(std::string_view printed, std::string_view surname, std::size_t from) {
  Party party;
  party.text = std::string(printed);
  party.name = std::string(surname);
  party.span = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(from + printed.size())};
  party.rule = "people.surname";
  return party;
}

/// «Шилову – …»
void read_opening(Decision& decision, const std::vector<Attendee>& people, const InflectionTables& tables) {
  const std::optional<std::string_view> word = word_before_sign(decision.text.value);
  if (!word) return;
  if (const auto surname = surname_among(people, *word, tables))
    decision.addressees.push_back(bare_surname(*word, *surname, decision.text.span.from));
}

/// Where the bracket that closes `text` opens; a full stop may stand behind it.
std::optional<std::size_t> closing_bracket(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  if (!text.ends_with(')')) return std::nullopt;
  const std::size_t open = text.rfind('(');
  const bool alone = open != std::string_view::npos && open > 1 && text.find(')', open) + 1 == text.size();
  return alone && text[open - 1] == ' ' ? std::optional(open) : std::nullopt;
}

std::vector<std::string_view> parts_by_comma(std::string_view list) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0; from <= list.size();) {
    const std::size_t to = std::min(list.find(',', from), list.size());
    while (from < to && utf8::space_size(list, from) > 0) from += utf8::space_size(list, from);
    parts.push_back(list.substr(from, to - from));
    from = to + 1;
  }
  return parts;
}

/// «… (Шилов, Котова)», each in the nominative.
void read_closing(Decision& decision, const std::vector<Attendee>& people, std::string_view document) {
  std::string& text = decision.text.value;
  const std::optional<std::size_t> open = closing_bracket(text);
  if (!open) return;
  const std::size_t close = text.rfind(')');
  const std::size_t begin = decision.text.span.from;
  const std::string_view source = document.substr(begin, decision.text.span.to - begin);
  std::vector<Party> found;
  for (const std::string_view word :
       parts_by_comma(std::string_view(text).substr(*open + 1, close - *open - 1))) {
    const auto bears = [&](const Attendee& person) { return surname_of(person.party.name) == word; };
    const std::size_t place = source.rfind(word);
    if (word.empty() || std::ranges::count_if(people, bears) != 1 || place == std::string_view::npos) return;
    found.push_back(bare_surname({}, word, begin + place));
    found.back().span.to += static_cast<std::uint32_t>(word.size());
  }
  text.erase(*open - 1, close + 1 - (*open - 1));
  decision.responsible = std::move(found);
  if (decision.action != Action::other) return;
  decision.action = Action::assign;
  decision.action_rule = "decision.charged";
}

/// «Жарких»: what was read as a body, and is the surname of one of those present.
void name_bodies(std::vector<Party>& parties, const std::vector<Attendee>& people,
                 std::string_view document) {
  for (Party& party : parties) {
    if (party.group.empty() || !party.name.empty()) continue;
    const std::string_view printed = document.substr(party.span.from, party.span.to - party.span.from);
    const auto bears = [printed](const Attendee& one) { return surname_of(one.party.name) == printed; };
    if (std::ranges::count_if(people, bears) != 1) continue;
    party.name = printed;
    party.group.clear();
    party.rule = "people.surname";
  }
}

}  // namespace

Protocol with_surname_parties(Protocol protocol, std::string_view document, const InflectionTables& tables) {
  if (protocol.attendees.size() > most_people) return protocol;
  for (Decision& decision : protocol.decisions) {
    for (auto* parties : {&decision.addressees, &decision.responsible, &decision.control})
      name_bodies(*parties, protocol.attendees, document);
    if (!decision.addressees.empty() || !decision.responsible.empty() || decision.action == Action::control)
      continue;
    read_opening(decision, protocol.attendees, tables);
    if (decision.addressees.empty()) read_closing(decision, protocol.attendees, document);
  }
  return protocol;
}

}  // namespace protokol

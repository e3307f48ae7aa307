// The word before the dash is compared with the surnames of those present.
#include "record/surname_addressees.h"

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

}  // namespace

Protocol with_surname_addressees(Protocol protocol, const InflectionTables& tables) {
  if (protocol.attendees.size() > most_people) return protocol;
  for (Decision& decision : protocol.decisions) {
    if (!decision.addressees.empty() || !decision.responsible.empty() || decision.action == Action::control)
      continue;
    const std::optional<std::string_view> word = word_before_sign(decision.text.value);
    if (!word) continue;
    const auto surname = surname_among(protocol.attendees, *word, tables);
    if (!surname) continue;
    Party party;
    party.text = std::string(*word);
    party.name = std::string(*surname);
    const std::uint32_t from = decision.text.span.from;
    party.span = {from, from + static_cast<std::uint32_t>(word->size())};
    party.rule = "people.surname";
    decision.addressees.push_back(std::move(party));
  }
  return protocol;
}

}  // namespace protokol

// Noun phrases of lists: number, nominative, and what a numeral counts.
#include "record/noun_phrase.h"

#include <algorithm>
#include <vector>

#include "record/parties.h"
#include "text/prepared.h"

namespace protokol {

namespace {

bool stands_in(const Reading& reading, Case wanted, Number number) {
  return reading.part == PartOfSpeech::noun && reading.grammatical_case == wanted && reading.number == number;
}

/// The first noun's reading that fits; nullopt where the first noun has none or there is no noun.
std::optional<Reading> head_reading(const Passage& phrase, const Dictionary& dictionary, Case wanted,
                                    Number number) {
  for (std::uint32_t t = phrase.tokens.from; t < phrase.tokens.to; ++t) {
    if (!is_word(*phrase.text, t)) return std::nullopt;
    const Readings readings = dictionary.readings(phrase.at(t));
    bool noun =
        std::ranges::any_of(readings, [](const Reading& one) { return one.part == PartOfSpeech::noun; });
    if (readings.empty()) return std::nullopt;
    if (!noun) continue;
    auto fits =
        std::ranges::find_if(readings, [&](const Reading& one) { return stands_in(one, wanted, number); });
    return fits == readings.end() ? std::nullopt : std::optional(*fits);
  }
  return std::nullopt;
}

/// «, имеющих право голоса» → «, имеющие право голоса»; other words stay as they are.
std::string clause_in_plural(const Passage& rest, const Dictionary& dictionary) {
  const std::uint32_t at = rest.tokens.from + 1;
  const bool comma = is_sign(*rest.text, rest.tokens.from, ",") && at < rest.tokens.to;
  if (comma && is_word(*rest.text, at)) {
    for (const Reading& one : dictionary.readings(rest.at(at))) {
      const bool genitive = one.grammatical_case == Case::genitive && one.number == Number::plural;
      if (one.part != PartOfSpeech::participle || !genitive) continue;
      const auto form = dictionary.form(one, Case::nominative, Number::plural, Gender::none);
      if (form) return ", " + to_utf8(*form) + " " + wording(rest.within({at + 1, rest.tokens.to}));
    }
  }
  return (comma ? "" : " ") + wording(rest);
}

/// «собственник жилья» → «собственники жилья», where the first word stands in the case `printed`.
std::optional<std::string> in_plural(const Passage& phrase, const Dictionary& dictionary, Case printed) {
  std::optional<Reading> head = head_reading(phrase, dictionary, printed, Number::singular);
  if (!head || !is_word(*phrase.text, phrase.tokens.from)) return std::nullopt;
  const Readings first = dictionary.readings(phrase.at(phrase.tokens.from));
  if (std::ranges::none_of(first, [&](const Reading& one) { return one.lemma == head->lemma; }))
    return std::nullopt;
  std::optional<std::string> plural = dictionary.form(*head, Case::nominative, Number::plural, Gender::none);
  if (!plural) return std::nullopt;
  Passage rest = phrase.within({phrase.tokens.from + 1, phrase.tokens.to});
  if (rest.empty()) return to_utf8(*plural);
  return to_utf8(*plural) + clause_in_plural(rest, dictionary);
}

}  // namespace

bool is_plural(const Passage& phrase, const Dictionary& dictionary) {
  return head_reading(phrase, dictionary, Case::nominative, Number::plural).has_value() &&
         !head_reading(phrase, dictionary, Case::nominative, Number::singular);
}

bool is_predicate(std::string_view word, const Dictionary& dictionary) {
  const Readings readings = dictionary.readings(word);
  return !readings.empty() && std::ranges::all_of(readings, [](const Reading& one) {
    bool finite = one.part == PartOfSpeech::verb && one.tense != Tense::imperative;
    return finite || (one.part == PartOfSpeech::short_adjective && one.voice != Voice::none);
  });
}

std::string name_of_represented(const Passage& label, const Language& language) {
  const std::vector<FoundParty> found = party_at(label, label.tokens.from, Case::genitive, language);
  if (found.empty()) return wording(label);
  std::string name = found[0].party.group.empty() ? found[0].party.role : found[0].party.group;
  Passage rest = label.within({found[0].tokens.to, label.tokens.to});
  return rest.empty() ? name : name + " " + wording(rest);
}

std::optional<CountedGroup> counted_group(const Passage& phrase, int number, const Language& language) {
  for (Case wanted : {Case::genitive, Case::nominative}) {
    const std::vector<FoundParty> found = party_at(phrase, phrase.tokens.from, wanted, language);
    if (found.empty() || found[0].kind == PartyKind::person) continue;
    CountedGroup group{found[0].party, found[0].tokens.to};
    group.party.name.clear();
    // «34 члена совета»: behind two, three and four stands the genitive singular.
    const bool few = number % 10 > 1 && number % 10 < 5 && number / 10 % 10 != 1 && wanted == Case::genitive;
    if (number == 1 || (found[0].kind == PartyKind::body && !few)) return group;
    const Passage words = phrase.within(found[0].tokens);
    std::optional<std::string> plural =
        few ? in_plural(words, language.dictionary, Case::genitive) : std::nullopt;
    if (!plural && found[0].kind == PartyKind::body) return group;
    if (!plural) plural = in_plural(words, language.dictionary, Case::nominative);
    group.party.group = plural.value_or(group.party.role);
    group.party.role.clear();
    return group;
  }
  return std::nullopt;
}

}  // namespace protokol

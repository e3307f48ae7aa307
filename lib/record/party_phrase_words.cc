// What single words and abbreviations are to the reading of posts and bodies.
#include <algorithm>
#include <array>

#include "record/party_phrases.h"
#include "record/person_names.h"

namespace protokol {

namespace {

bool is_nominal(const Reading& reading) {
  return reading.part == PartOfSpeech::noun || reading.part == PartOfSpeech::adjective ||
         reading.part == PartOfSpeech::participle || reading.part == PartOfSpeech::pronoun ||
         reading.part == PartOfSpeech::numeral;
}

}  // namespace

bool PartyPhrases::in(PeopleTable table, std::uint32_t token) const {
  return is_word(text_, token) && (tables_of(token) & PeopleWords::bit(table)) != 0;
}

std::uint32_t PartyPhrases::tables_of(std::uint32_t token) const {
  WordTables& slot = tables_[token % tables_.size()];
  if (slot.token == token) return slot.tables;
  slot = {token, language_.people.tables_of(text_.at(token))};
  if (slot.tables == 0) slot.tables = tables_of_rest(token);
  return slot.tables;
}

/// «Техзаказчику», «Госжилинспекции»: a compound that no table has is the post or body that ends it.
std::uint32_t PartyPhrases::tables_of_rest(std::uint32_t token) const {
  constexpr std::size_t shortest = 7;  // «горсуду»
  if (text_.at(token).size() < shortest) return 0;
  const WordReadings& word = look_up(token);
  if (word.known || word.prefix_size == 0) return 0;
  const std::uint32_t wanted = PeopleWords::bit(PeopleTable::posts) | PeopleWords::bit(PeopleTable::bodies);
  return language_.people.tables_of(text_.at(token).substr(word.prefix_size)) & wanted;
}

const PartyPhrases::WordReadings& PartyPhrases::look_up(std::uint32_t token) const {
  WordReadings& slot = words_[token % words_.size()];
  if (slot.token == token) return slot;
  slot.all = language_.dictionary.readings(text_.at(token));
  slot.known = !slot.all.empty();
  slot.prefix_size = 0;
  if (!slot.known) {
    Dictionary::Guess guess = language_.dictionary.guess(text_.at(token));
    slot.all = std::move(guess.readings);
    slot.prefix_size = static_cast<std::uint8_t>(std::min<std::size_t>(guess.prefix_size, UINT8_MAX));
  }
  slot.token = token;
  return slot;
}

std::uint32_t PartyPhrases::abbreviation_end(std::uint32_t token) const {
  constexpr std::size_t longest = 6;
  if (!is_word(text_, token) || text_.at(token).size() > longest) return token;
  std::uint32_t end = token;
  auto stop_behind = [&](std::uint32_t t) {
    return t + 1 < passage_.tokens.to && is_sign(text_, t + 1, ".") && !text_.tokens[t + 1].space_before;
  };
  // «к.т.н.», «и.о.»: letters and stops without gaps; single small letters with gaps, too: «и. о.».
  auto goes_on = [&](std::uint32_t t) {
    if (!text_.tokens[t].space_before) return text_.at(t).size() <= 3;
    return text_.at(t).size() == 1 && text_.at(t - 2).size() == 1 && !text_.tokens[t].capital;
  };
  while (end < passage_.tokens.to && is_word(text_, end) && stop_behind(end) &&
         (end == token || goes_on(end))) {
    bool letter = text_.at(end).size() <= 2;
    end += 2;
    if (!letter && end == token + 2) break;
  }
  // The last stop may be lost: «к.г.н, доц.»
  if (end > token && end < passage_.tokens.to && is_word(text_, end) && text_.at(end).size() == 1 &&
      !text_.tokens[end].space_before) {
    ++end;
  }
  bool one_word = end == token + 2;
  bool known = one_word && text_.at(token).size() > 2 && language_.dictionary.knows(text_.at(token)) &&
               !is_shortened(token) && !is_abbreviating_stop(token + 1);
  if (end > token && !known) return end;
  std::uint32_t compound = token;  // «рук-ль»
  if (token + 2 < passage_.tokens.to && is_sign(text_, token + 1, "-") && is_word(text_, token + 2) &&
      !text_.tokens[token + 1].space_before && !text_.tokens[token + 2].space_before) {
    compound = token + 3;
    if (is_post_abbreviation({token, compound})) return compound;
  }
  bool other_word =
      language_.dictionary.knows(text_.at(token)) && !in(PeopleTable::bare_abbreviations, token);
  if (is_post_abbreviation({token, token + 1}) && !other_word) return token + 1;
  return token;
}

bool PartyPhrases::is_shortened(std::uint32_t token) const {
  using enum PeopleTable;
  constexpr std::array tables{modifiers, abbreviations, places, memorials, labels, counted, numbered};
  return text_.at(token).size() <= 6 &&
         std::ranges::any_of(tables, [&](PeopleTable table) { return in(table, token); });
}

std::string PartyPhrases::letters(Span abbreviation) const {
  std::string result;
  for (std::uint32_t t = abbreviation.from; t < abbreviation.to; ++t) result += text_.at(t);
  if (result.ends_with('.')) result.pop_back();
  return result;
}

bool PartyPhrases::is_post_abbreviation(Span abbreviation) const {
  std::string whole = letters(abbreviation);
  using enum PeopleTable;
  if (language_.people.in(abbreviations, whole) || language_.people.in(plural_abbreviations, whole))
    return true;
  constexpr std::string_view science = ".\xED";  // «к.т.н», «д.филол.н»
  constexpr std::string_view degrees = "\xE4\xEA";
  return whole.size() > 3 && whole.ends_with(science) && whole[1] == '.' &&
         degrees.find(whole[0]) != std::string_view::npos;
}

bool PartyPhrases::is_acronym(std::uint32_t token) const {
  return !shouted_ && has_letters_of_acronym(passage_, token) && !in(PeopleTable::posts, token);
}

bool PartyPhrases::reads_as(std::uint32_t token, PartOfSpeech part) const {
  if (token >= passage_.tokens.to || !is_word(text_, token)) return false;
  return std::ranges::any_of(readings(token), [part](const Reading& r) { return r.part == part; });
}

bool PartyPhrases::may_stand_in(std::uint32_t token, Case wanted) const {
  if (token >= passage_.tokens.to || !is_word(text_, token)) return false;
  return std::ranges::any_of(
      readings(token), [wanted](const Reading& r) { return is_nominal(r) && r.grammatical_case == wanted; });
}

bool PartyPhrases::is_verb(std::uint32_t token) const {
  if (token >= passage_.tokens.to || !is_word(text_, token)) return false;
  const Readings& found = readings(token);
  if (!look_up(token).known) return false;
  bool verb = std::ranges::any_of(found, [](const Reading& r) {
    return r.part == PartOfSpeech::verb || r.part == PartOfSpeech::infinitive ||
           r.part == PartOfSpeech::converb ||
           (r.part == PartOfSpeech::short_adjective && r.voice != Voice::none);
  });
  return verb && std::ranges::none_of(
                     found, [](const Reading& r) { return is_nominal(r) || r.part == PartOfSpeech::adverb; });
}

bool PartyPhrases::is_relative(std::uint32_t token) const { return in(PeopleTable::relatives, token); }

std::vector<Case> PartyPhrases::governed_by(std::uint32_t token) const {
  if (in(PeopleTable::reports, token)) return {Case::genitive};
  std::vector<Case> cases;
  if (!is_word(text_, token)) return cases;
  for (const Reading& r : readings(token)) {
    if (r.part == PartOfSpeech::preposition) cases.push_back(r.grammatical_case);
  }
  return cases;
}

bool PartyPhrases::is_compound_prefix(std::uint32_t token) const {
  const bool hyphen = token + 2 < passage_.tokens.to && is_sign(text_, token + 1, "-") &&
                      is_word(text_, token + 2) && !text_.tokens[token + 1].space_before &&
                      !text_.tokens[token + 2].space_before;
  if (!hyphen || !is_word(text_, token) || text_.tokens[token + 2].capital) return false;
  if (in(PeopleTable::modifiers, token)) return true;  // «вице-президент»
  return std::ranges::none_of(readings(token), [](const Reading& r) {
    return r.part == PartOfSpeech::noun || r.part == PartOfSpeech::adjective ||
           r.part == PartOfSpeech::participle;
  });
}

bool PartyPhrases::is_participle(std::uint32_t token) const {
  if (!reads_as(token, PartOfSpeech::participle)) return false;
  return std::ranges::none_of(readings(token), [](const Reading& r) {  // «учащиеся»
    return r.part == PartOfSpeech::noun && r.animacy == Animacy::animate;
  });
}

bool PartyPhrases::is_abbreviating_stop(std::uint32_t token) const {
  if (token == passage_.tokens.from || token + 1 >= passage_.tokens.to) return false;
  if (!is_word(text_, token - 1)) return false;
  std::string_view before = text_.at(token - 1);
  if (before.size() == 1 || is_shortened(token - 1)) return true;
  const Token& next = text_.tokens[token + 1];
  constexpr std::size_t longest = 6;
  constexpr std::size_t short_enough = 4;  // «муз. руководитель», though «муз» is of «муза»
  return next.kind == TokenKind::word && !next.capital && before.size() <= longest &&
         (before.size() <= short_enough || !language_.dictionary.knows(before));
}

}  // namespace protokol

// How much a word looks like a surname, and how a text is lettered.
#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "record/person_names.h"

namespace protokol {

Lettering lettering_of(const Passage& passage) {
  std::size_t words = 0, capitals = 0;
  for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to; ++t) {
    const Token& token = passage.token(t);
    if (token.kind != TokenKind::word) continue;
    if (token.capital && !token.capitals && token.to - token.from > 1) return Lettering::mixed;
    if (token.to - token.from == 1) continue;
    ++words;
    capitals += token.capitals;
  }
  if (words > 1 && capitals == words) return Lettering::capitals;
  if (capitals > 0) return Lettering::mixed;
  return Lettering::small;
}

bool has_letters_of_acronym(const Passage& passage, std::uint32_t token) {
  constexpr std::size_t longest = 7;
  const Token& word = passage.token(token);
  if (word.kind != TokenKind::word || !word.capital || word.to - word.from > longest) return false;
  if (word.capitals) return true;
  const Span source = passage.text->source({token, token + 1});
  const std::string_view printed = passage.document.substr(source.from, source.size());
  int capitals = 0;
  for (std::size_t i = 0; i < printed.size(); i += utf8::decode(printed, i).size) {
    capitals += utf8::is_capital(utf8::decode(printed, i).value) ? 1 : 0;
  }
  return capitals > 1;
}

bool PersonNames::is_name_word(std::uint32_t token) const {
  if (token >= passage_.tokens.to || !is_word(text_, token)) return false;
  const Token& word = text_.tokens[token];
  if (word.to - word.from < 2 || !is_cyrillic(text_.prepared.text[word.from])) return false;
  return lettering_ == Lettering::small || word.capital;
}

Likeness PersonNames::likeness(std::uint32_t token) const {
  if (!is_name_word(token)) return Likeness::none;
  auto& [known, result] = judged_[token % judged_.size()];
  if (known != token) {
    result = judge(token);
    known = token;
  }
  return result;
}

/// «Предложение», «Организация»
bool PersonNames::names_deed(std::string_view word) const {
  constexpr std::size_t ending = 3;
  return word.size() > ending &&
         language_.people.in(PeopleTable::thing_endings, word.substr(word.size() - ending));
}

Likeness PersonNames::judge(std::uint32_t token) const {
  std::string_view word = text_.at(token);
  using enum PeopleTable;
  if (language_.people.in_any({posts, bodies, abbreviations, modifiers, labels, clergy, sides, counted},
                              word))
    return Likeness::none;
  bool ending = language_.people.has_surname_ending(word);
  if (is_undeclined_surname(word)) return Likeness::fair;
  if (lettering_ == Lettering::mixed && !ending && has_letters_of_acronym(passage_, token))
    return Likeness::none;
  Readings readings = language_.dictionary.readings(word);
  if (readings.empty()) return ending ? Likeness::good : Likeness::fair;
  const bool neuter = std::ranges::all_of(readings, [](const Reading& reading) {
    return reading.part == PartOfSpeech::adjective && reading.gender == Gender::neuter;
  });
  if (neuter) return Likeness::none;  // «Разное: …»
  bool animate = false, nominal = false, only_plural = true, call = true, converb = true;
  for (const Reading& reading : readings) {
    // «Пестов», «Волков», «Лыков» are forms of other words, too.
    bool genitive_plural = reading.part == PartOfSpeech::noun && reading.number == Number::plural;
    bool short_form = reading.part == PartOfSpeech::short_adjective && reading.voice == Voice::none;
    // «Рубан» is a short participle, too.
    bool participle = reading.part == PartOfSpeech::short_adjective && reading.gender == Gender::masculine;
    only_plural = only_plural && (genitive_plural || short_form);
    bool noun = reading.part == PartOfSpeech::noun;
    call = call && reading.part == PartOfSpeech::other;          // «Бах», «Гой»
    converb = converb && reading.part == PartOfSpeech::converb;  // «Хмелёв»
    animate = animate || (noun && reading.animacy == Animacy::animate && reading.number != Number::plural);
    nominal = nominal || noun || short_form || participle || reading.part == PartOfSpeech::adjective;
  }
  if (!animate && !ending && names_deed(word)) return Likeness::none;
  if (animate && ending) return Likeness::good;
  if ((only_plural || converb) && ending) return Likeness::fair;
  return nominal || call ? Likeness::word : Likeness::none;
}

bool PersonNames::is_form_of_surname(std::uint32_t token) const {
  return std::ranges::any_of(language_.dictionary.readings(text_.at(token)), [this](const Reading& reading) {
    return reading.part == PartOfSpeech::noun && reading.animacy == Animacy::animate &&
           language_.people.has_surname_ending(language_.dictionary.base_form(reading.lemma));
  });
}

/// «Ли», «Цю»: a whole surname of the table.
bool PersonNames::is_undeclined_surname(std::string_view word) const {
  const auto& cells = language_.tables.fixed_by_letter[static_cast<unsigned char>(word.back())];
  return std::ranges::find(cells, word) != cells.end();
}

/// «Тер-Аветисян»: the likeliest part tells, unless the first is a post.
Likeness PersonNames::likeness_of_whole(std::uint32_t token) const {
  Likeness result = likeness(token);
  if (language_.people.in(PeopleTable::posts, text_.at(token)) || !is_name_word(token)) return result;
  for (std::uint32_t t = token + 2; t < surname_end(token); t += 2) result = std::max(result, likeness(t));
  return result;
}

}  // namespace protokol

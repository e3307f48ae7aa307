// Cutting running decisions into sentences.
#include "record/act_sentences.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "record/deadline_sentence.h"

namespace protokol {

namespace {

bool is_dative(const Dictionary& dictionary, std::string_view word) {
  return std::ranges::any_of(dictionary.readings(word), [](const Reading& reading) {
    return reading.part == PartOfSpeech::noun && reading.grammatical_case == Case::dative;
  });
}

/// «… за 1 кв. м», «… 5 л», «2020 г»: a small letter behind a number or an abbreviation is no initial.
bool ends_measure(const Passage& passage, std::uint32_t letter) {
  if (letter < passage.tokens.from + 1 || passage.token(letter).capital) return false;
  return passage.token(letter - 1).kind == TokenKind::number || is_sign(*passage.text, letter - 1, ".");
}

/// Where sentences begin behind initials: «Секретарём – Котову А. А. Поручить ей …». A capital there may
/// belong to a surname («А. А. Котов»), but an infinitive is nobody's, and a known word is none where the
/// word before the initials is unknown, so a surname itself.
std::vector<std::uint32_t> starts_after_initials(const Passage& passage, const Dictionary& dictionary) {
  const TokenText& text = *passage.text;
  SentenceWords words(text, dictionary);
  auto is_initial = [&](std::uint32_t stop) {
    return is_sign(text, stop, ".") && is_word(text, stop - 1) && text.at(stop - 1).size() == 1;
  };
  std::vector<std::uint32_t> starts;
  for (std::uint32_t t = passage.tokens.from + 2; t < passage.tokens.to; ++t) {
    if (!is_word(text, t) || !text.tokens[t].capital || text.at(t).size() == 1 || !is_initial(t - 1))
      continue;
    std::uint32_t name = t - 2;
    if (ends_measure(passage, name) && (words.is_infinitive(t) || is_dative(dictionary, text.at(t)))) {
      starts.push_back(t);
      continue;
    }
    while (name >= passage.tokens.from + 2 && is_initial(name - 1)) name -= 2;
    bool surname = name > passage.tokens.from && is_word(text, name - 1) && text.tokens[name - 1].capital &&
                   !text.tokens[name - 1].capitals && !dictionary.knows(text.at(name - 1));
    const bool
        addresses =  // «… Рогач Е. В. Аспиранту …»: no surname in the dative behind one in another case
        name > passage.tokens.from && is_word(text, name - 1) && text.tokens[name - 1].capital &&
        is_dative(dictionary, text.at(t)) && !is_dative(dictionary, text.at(name - 1));
    if (words.is_infinitive(t) || addresses || (surname && dictionary.knows(text.at(t)))) starts.push_back(t);
  }
  return starts;
}

/// What a bracket or a «» holds, where it closes soon and no other opens in it: no sentence ends there.
std::vector<Span> enclosed(const Passage& passage) {
  constexpr std::uint32_t longest = 80;  // tokens
  const TokenText& text = *passage.text;
  std::vector<Span> spans;
  std::uint32_t opened = passage.tokens.to;  // none is open
  for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to; ++t) {
    std::string_view glyph =
        is_sign(text, t, "\"") ? passage.document.substr(text.source({t, t + 1}).from) : std::string_view();
    if (is_sign(text, t, "([") || glyph.starts_with("\u00AB")) opened = t;
    if (opened == passage.tokens.to || !(is_sign(text, t, ")]") || glyph.starts_with("\u00BB"))) continue;
    if (t - opened < longest) spans.push_back({opened, t});
    opened = passage.tokens.to;
  }
  return spans;
}

/// Time phrases and abbreviations, in order; «2020 г.» is no abbreviation of the word behind it.
std::vector<Span> merged(const std::vector<Span>& phrases, const std::vector<Span>& abbreviations) {
  std::vector<Span> result;
  auto abbreviation = abbreviations.begin();
  for (Span phrase : phrases) {
    for (; abbreviation != abbreviations.end() && abbreviation->from < phrase.to; ++abbreviation) {
      if (abbreviation->to <= phrase.from) result.push_back(*abbreviation);
    }
    result.push_back(phrase);
  }
  result.insert(result.end(), abbreviation, abbreviations.end());
  return result;
}

}  // namespace

std::vector<Span> act_sentences(const Passage& passage, const std::vector<Span>& phrases,
                                const std::vector<Span>& abbreviations, const Dictionary& dictionary) {
  Sentences sentences(*passage.text, passage.document, passage.tokens, {}, merged(phrases, abbreviations));
  std::vector<std::uint32_t> ends = sentences.clause_ends();
  std::vector<std::uint32_t> after_initials = starts_after_initials(passage, dictionary);
  ends.insert(ends.end(), after_initials.begin(), after_initials.end());
  std::ranges::sort(ends);
  std::vector<Span> closed = enclosed(passage);
  auto inside = closed.begin();
  std::vector<Span> sides;
  std::uint32_t from = passage.tokens.from;
  for (std::uint32_t end : ends) {
    while (inside != closed.end() && inside->to <= end) ++inside;
    bool within = end < passage.tokens.to && inside != closed.end() && inside->contains(end);
    if (from >= end || within) continue;
    sides.push_back({from, end});
    from = end;
  }
  return sides;
}

}  // namespace protokol

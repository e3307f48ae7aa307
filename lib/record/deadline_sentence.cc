// The surroundings of a time phrase.
#include "record/deadline_sentence.h"

#include <algorithm>
#include <utility>

#include "record/deadline_marks.h"

namespace protokol {

namespace {

constexpr std::size_t longest_abbreviation = 4;

/// Is the full stop `token` the end of a sentence, as far as its neighbours tell?
bool stop_ends_sentence(const TokenText& text, std::uint32_t token, Span range) {
  if (token + 1 >= range.to) return true;
  const Token& next = text.tokens[token + 1];
  if (!next.space_before && next.kind != TokenKind::sign) return false;
  bool after_word = token > range.from && is_word(text, token - 1);
  std::size_t letters = after_word ? text.at(token - 1).size() : 0;
  if (letters == 1) return false;  // an initial, «г.», «п.»
  if (next.kind == TokenKind::word && next.capital) return true;
  return !after_word || letters > longest_abbreviation;
}

}  // namespace

Sentences::Sentences(const TokenText& text, std::string_view document_text, Span range,
                     std::vector<Span> taken, const std::vector<Span>& phrases)
    : text_(text), document_text_(document_text), range_(range), taken_(std::move(taken)) {
  auto phrase_at = [&](std::uint32_t token) {
    return std::ranges::find_if(phrases, [token](Span phrase) { return phrase.contains(token); });
  };
  for (std::uint32_t t = range.from; t < range.to; ++t) {
    auto phrase = phrase_at(t);
    bool inside = phrase != phrases.end() && t + 1 < phrase->to;
    bool closes_phrase = phrase != phrases.end() && t + 1 == phrase->to;
    bool before_capital = t + 1 < range.to && text.tokens[t + 1].capital;
    bool ends =
        is_sign(text, t, "!?") ||
        (is_sign(text, t, ".") && (closes_phrase ? before_capital : stop_ends_sentence(text, t, range)));
    if (inside) continue;
    if (ends) ends_.push_back(t + 1);
    if (ends || is_sign(text, t, ";")) clause_ends_.push_back(t + 1);
  }
  ends_.push_back(range.to);
  clause_ends_.push_back(range.to);
}

Span Sentences::around(std::uint32_t token) const {
  auto end = std::ranges::upper_bound(clause_ends_, token);
  return {end == clause_ends_.begin() ? range_.from : *(end - 1),
          end == clause_ends_.end() ? range_.to : *end};
}

bool Sentences::is_taken(std::uint32_t token) const {
  return std::ranges::any_of(taken_, [token](Span span) { return span.contains(token); });
}

/// A dash between words, not a hyphen within one; a comma, colon or semicolon.
bool Sentences::is_separator(std::uint32_t token) const {
  if (is_sign(text_, token, ",:;")) return true;
  if (!is_sign(text_, token, "-")) return false;
  return text_.tokens[token].space_before ||
         (token + 1 < text_.size() && text_.tokens[token + 1].space_before);
}

bool Sentences::starts_sentence(std::uint32_t token) const {
  return token <= range_.from || std::ranges::binary_search(clause_ends_, token);
}

bool Sentences::opens(std::uint32_t token) const {
  if (starts_sentence(token)) return true;
  return is_separator(token - 1) || is_sign(text_, token - 1, "([") || is_taken(token - 1);
}

bool Sentences::closes(std::uint32_t token) const {
  for (; token < range_.to; ++token) {
    if (token > range_.from && std::ranges::binary_search(ends_, token)) return true;
    if (is_taken(token)) continue;
    if (text_.tokens[token].kind != TokenKind::sign || is_sign(text_, token, "№%+=")) return false;
  }
  return true;
}

bool Sentences::ends_clause(std::uint32_t token) const {
  return token >= range_.to || starts_sentence(token) || is_sign(text_, token, ",;:.)]");
}

bool Sentences::in_bracket(std::uint32_t token) const {
  int depth = 0;
  for (std::uint32_t t = around(token).from; t < token; ++t) {
    if (is_sign(text_, t, "([")) ++depth;
    if (is_sign(text_, t, ")]") && depth > 0) --depth;
  }
  return depth > 0;
}

/// The nearest quotation mark before it opens: marks that were opened twice and closed once do no harm.
bool Sentences::is_quoted(std::uint32_t token) const {
  Span sentence = around(token);
  bool open = false;
  for (std::uint32_t t = sentence.from; t < token; ++t) {
    if (!is_sign(text_, t, "\"")) continue;
    std::string_view glyph = document_text_.substr(text_.source({t, t + 1}).from);
    bool opens = glyph.starts_with("\u00AB") || glyph.starts_with("\u201E");
    bool closes = glyph.starts_with("\u00BB");
    open = opens || (!closes && !open);
  }
  return open;
}

std::uint32_t Sentences::piece_end(std::uint32_t token) const {
  std::uint32_t end = around(token).to;
  bool bracket = in_bracket(token);
  for (std::uint32_t t = token; t < end; ++t) {
    if (is_taken(t) || (bracket && is_sign(text_, t, ")];"))) return t;
  }
  return end;
}

bool Sentences::closes_piece(std::uint32_t token) const {
  return closes(token) || is_sign(text_, token, ")];") || is_taken(token);
}

std::vector<Span> Sentences::tails() const {
  std::vector<Span> tails;
  std::vector<std::uint32_t> ends = ends_;
  for (std::uint32_t t = range_.from; t < range_.to; ++t) {
    if (is_sign(text_, t, ")]")) ends.push_back(t);
  }
  for (std::uint32_t end : ends) {
    Span tail{end, end};
    while (tail.to > range_.from && (is_sign(text_, tail.to - 1, ".;,!") || is_taken(tail.to - 1))) --tail.to;
    tail.from = tail.to;
    std::uint32_t start = tail.to == range_.from ? range_.from : around(tail.to - 1).from;
    while (tail.from > start && !is_separator(tail.from - 1) && !is_sign(text_, tail.from - 1, "(["))
      --tail.from;
    bool known = !tails.empty() && tails.back() == tail;  // the last sentence ends with its range
    if (!known && !tail.empty() && tail.from > start) tails.push_back(tail);
  }
  return tails;
}

Span Sentences::with_separators(Span phrase, bool closing) const {
  auto before = [&](std::string_view signs) {
    return phrase.from > range_.from && is_sign(text_, phrase.from - 1, signs);
  };
  if (before("([") && phrase.to < range_.to && is_sign(text_, phrase.to, ".")) ++phrase.to;
  if (before("([") && phrase.to < range_.to && is_sign(text_, phrase.to, ")]"))
    phrase = {phrase.from - 1, phrase.to + 1};
  while (phrase.from > range_.from && is_separator(phrase.from - 1)) --phrase.from;
  if (!closing) return phrase;
  bool own_sentence = phrase.from == range_.from || std::ranges::binary_search(ends_, phrase.from);
  std::uint32_t end = phrase.to;
  while (end < range_.to && is_sign(text_, end, ".;,!:")) ++end;
  if (own_sentence || end == range_.to) phrase.to = end;
  return phrase;
}

bool SentenceWords::reads_as(std::uint32_t token, PartOfSpeech part) const {
  if (!is_word(text_, token)) return false;
  return std::ranges::any_of(dictionary_.readings(text_.at(token)),
                             [part](const Reading& reading) { return reading.part == part; });
}

bool SentenceWords::is_infinitive(std::uint32_t token) const {
  return reads_as(token, PartOfSpeech::infinitive);
}

bool SentenceWords::is_participle(std::uint32_t token) const {
  return reads_as(token, PartOfSpeech::participle) && !reads_as(token, PartOfSpeech::noun);
}

/// A verb that is not past: after «чтобы» stands a past that asks for something.
bool SentenceWords::is_finite(std::uint32_t token) const {
  if (!is_word(text_, token)) return false;
  return std::ranges::any_of(dictionary_.readings(text_.at(token)), [](const Reading& reading) {
    return reading.part == PartOfSpeech::verb &&
           (reading.tense == Tense::present || reading.tense == Tense::future);
  });
}

bool SentenceWords::is_preposition(std::uint32_t token) const {
  return reads_as(token, PartOfSpeech::preposition);
}
bool SentenceWords::is_conjunction(std::uint32_t token) const {
  return reads_as(token, PartOfSpeech::conjunction);
}

bool SentenceWords::is_direct_noun(std::uint32_t token) const {
  if (!is_word(text_, token)) return false;
  std::vector<Reading> readings = dictionary_.readings(text_.at(token));
  bool direct = false;
  for (const Reading& reading : readings) {
    bool subject_or_object =
        reading.grammatical_case == Case::nominative || reading.grammatical_case == Case::accusative;
    direct = direct || subject_or_object;
    bool receiver = reading.grammatical_case == Case::dative;
    if (reading.part != PartOfSpeech::noun || (!subject_or_object && !receiver)) return false;
  }
  return direct;
}

bool SentenceWords::participle_before(std::uint32_t token, Span range) const {
  if (token <= range.from || !is_participle(token - 1)) return false;
  return token - 1 == range.from || !is_preposition(token - 2);
}

std::optional<std::uint32_t> SentenceWords::verb_of(Span phrase, Span sentence) const {
  for (std::uint32_t t = phrase.from; t > sentence.from; --t) {
    if (is_infinitive(t - 1)) return t - 1;
  }
  for (std::uint32_t t = phrase.to; t < sentence.to; ++t) {
    if (is_infinitive(t)) return t;
  }
  return std::nullopt;
}

bool SentenceWords::in_finite_clause(Span phrase, Span sentence) const {
  constexpr std::uint32_t longest_clause = 50;
  bool finite = false;
  std::uint32_t end = std::min(sentence.to, phrase.to + longest_clause);
  for (std::uint32_t t = phrase.to; t < end && !is_infinitive(t) && !is_sign(text_, t, ","); ++t) {
    finite = finite || is_finite(t);
  }
  std::uint32_t start =
      std::max(sentence.from, phrase.from > longest_clause ? phrase.from - longest_clause : 0);
  for (std::uint32_t t = phrase.from; t > start && !is_infinitive(t - 1); --t) {
    if (is_sign(text_, t - 1, ",")) {
      return finite && (is_conjunction(t) || reads_as(t, PartOfSpeech::pronoun));
    }
    finite = finite || is_finite(t - 1);
  }
  return false;
}

bool SentenceWords::verb_before(std::uint32_t token, Span sentence) const {
  for (std::uint32_t t = sentence.from; t < token; ++t) {
    if (is_infinitive(t)) return true;
  }
  return false;
}

}  // namespace protokol

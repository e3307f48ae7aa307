// The surroundings of a time phrase.
#include "record/deadline_sentence.h"

#include <algorithm>
#include <utility>

#include "record/deadline_marks.h"
#include "record/quotes.h"

namespace protokol {

namespace {

constexpr std::size_t longest_abbreviation = 4;
constexpr std::uint32_t longest_tail = 400;  // tokens
constexpr std::uint32_t longest_piece = 400;
constexpr std::uint8_t taken_state = 1, bracket_state = 2, quoted_state = 4;

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
                     const std::vector<Span>& taken, const std::vector<Span>& phrases)
    : text_(text), document_text_(document_text), range_(range) {
  find_ends(phrases);
  mark_states(taken);
}

void Sentences::find_ends(const std::vector<Span>& phrases) {
  auto phrase = phrases.begin();
  for (std::uint32_t t = range_.from; t < range_.to; ++t) {
    while (phrase != phrases.end() && phrase->to <= t) ++phrase;
    bool within = phrase != phrases.end() && phrase->contains(t);
    if (within && t + 1 < phrase->to) continue;
    bool before_capital = t + 1 < range_.to && text_.tokens[t + 1].capital;
    bool ends = is_sign(text_, t, "!?") ||
                (is_sign(text_, t, ".") && (within ? before_capital : stop_ends_sentence(text_, t, range_)));
    if (ends) ends_.push_back(t + 1);
    if (ends || is_sign(text_, t, ";")) clause_ends_.push_back(t + 1);
  }
  ends_.push_back(range_.to);
  clause_ends_.push_back(range_.to);
}

/// Brackets end with their clause.
void Sentences::mark_states(const std::vector<Span>& taken) {
  states_.resize(range_.size());
  next_solid_.resize(range_.size());
  for (Span span : taken) {
    for (std::uint32_t t = std::max(span.from, range_.from); t < std::min(span.to, range_.to); ++t)
      states_[t - range_.from] |= taken_state;
  }
  for (const Span quote : quotes_in({&text_, document_text_, range_})) {
    for (std::uint32_t t = quote.from + 1; t < quote.to; ++t) states_[t - range_.from] |= quoted_state;
  }
  int depth = 0;
  auto clause_end = clause_ends_.begin();
  for (std::uint32_t t = range_.from; t < range_.to; ++t) {
    if (t >= *clause_end) {
      ++clause_end;
      depth = 0;
    }
    if (depth > 0) states_[t - range_.from] |= bracket_state;
    if (is_sign(text_, t, "([")) ++depth;
    if (is_sign(text_, t, ")]") && depth > 0) --depth;
  }
  std::uint32_t solid = range_.to;
  for (std::uint32_t t = range_.to; t-- > range_.from;) {
    bool mere = text_.tokens[t].kind == TokenKind::sign && !is_sign(text_, t, "№%+=");
    if (!mere && !is_taken(t)) solid = t;
    next_solid_[t - range_.from] = solid;
  }
}

bool Sentences::has_state(std::uint32_t token, std::uint8_t state) const {
  return range_.contains(token) && (states_[token - range_.from] & state) != 0;
}

Span Sentences::around(std::uint32_t token) const {
  auto end = std::ranges::upper_bound(clause_ends_, token);
  return {end == clause_ends_.begin() ? range_.from : *(end - 1),
          end == clause_ends_.end() ? range_.to : *end};
}

bool Sentences::is_taken(std::uint32_t token) const { return has_state(token, taken_state); }
bool Sentences::in_bracket(std::uint32_t token) const { return has_state(token, bracket_state); }
bool Sentences::is_quoted(std::uint32_t token) const { return has_state(token, quoted_state); }

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
  if (token >= range_.to) return true;
  std::uint32_t next = next_solid_[token - range_.from];
  std::uint32_t first_end = std::max(token, range_.from + 1);
  return next >= range_.to || *std::ranges::lower_bound(ends_, first_end) <= next;
}

bool Sentences::ends_clause(std::uint32_t token) const {
  return token >= range_.to || starts_sentence(token) || is_sign(text_, token, ",;:.)]");
}

std::uint32_t Sentences::piece_end(std::uint32_t token) const {
  std::uint32_t end = std::min(around(token).to, token + longest_piece);
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
  std::uint32_t last_end = range_.from;
  for (std::uint32_t end : ends) {
    Span tail{end, end};
    std::uint32_t least = last_end < end ? last_end : range_.from;  // what lies before it has been looked at
    last_end = end;
    while (tail.to > least && (is_sign(text_, tail.to - 1, ".;,!") || is_taken(tail.to - 1))) --tail.to;
    if (tail.to == least && least != range_.from) continue;
    tail.from = tail.to;
    std::uint32_t start = tail.to == range_.from ? range_.from : around(tail.to - 1).from;
    if (tail.to - start > longest_tail) continue;
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

bool SentenceWords::is_only_finite(std::uint32_t token) const {
  if (!is_finite(token)) return false;
  return std::ranges::all_of(dictionary_.readings(text_.at(token)), [](const Reading& reading) {
    return reading.part == PartOfSpeech::verb && reading.tense != Tense::imperative;
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
  Readings readings = dictionary_.readings(text_.at(token));
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

bool SentenceWords::is_actor_before_verb(std::uint32_t token) const {
  const auto in_dative = [](const Reading& one) { return one.grammatical_case == Case::dative; };
  const auto is_quality = [&](const Reading& one) {
    return in_dative(one) && one.part == PartOfSpeech::adjective;
  };
  const auto is_somebody = [&](const Reading& one) {
    return in_dative(one) && one.part == PartOfSpeech::noun && one.animacy == Animacy::animate;
  };
  while (is_word(text_, token) && std::ranges::any_of(dictionary_.readings(text_.at(token)), is_quality))
    ++token;
  if (!is_word(text_, token) || std::ranges::none_of(dictionary_.readings(text_.at(token)), is_somebody))
    return false;
  const bool named = is_word(text_, token + 1) && text_.tokens[token + 1].capital;
  return named || is_infinitive(token + 1);
}

bool SentenceWords::is_attribute(std::uint32_t token) const {
  if (token == 0 || !is_word(text_, token) || !reads_as(token - 1, PartOfSpeech::noun)) return false;
  bool genitive = false;
  for (const Reading& one : dictionary_.readings(text_.at(token))) {
    if (one.part != PartOfSpeech::noun || one.number != Number::singular) continue;
    const Case stands_in = one.grammatical_case;
    genitive = genitive || stands_in == Case::genitive;
    if (stands_in == Case::nominative || stands_in == Case::accusative || stands_in == Case::instrumental)
      return false;
  }
  return genitive;
}

bool SentenceWords::participle_before(std::uint32_t token, Span range) const {
  if (token <= range.from || !is_participle(token - 1)) return false;
  if (token - 1 == range.from) return true;
  // «60 % работающих до 1 декабря»: a noun like any other
  const bool counted = is_sign(text_, token - 2, "%") || text_.tokens[token - 2].kind == TokenKind::number;
  return !counted && !is_preposition(token - 2);
}

const std::vector<std::uint32_t>& SentenceWords::infinitives_in(Span sentence) const {
  if (sentence == sentence_) return infinitives_;
  sentence_ = sentence;
  infinitives_.clear();
  for (std::uint32_t t = sentence.from; t < sentence.to; ++t) {
    if (is_infinitive(t)) infinitives_.push_back(t);
  }
  return infinitives_;
}

std::optional<std::uint32_t> SentenceWords::verb_of(Span phrase, Span sentence) const {
  const std::vector<std::uint32_t>& verbs = infinitives_in(sentence);
  const auto within = std::ranges::lower_bound(verbs, phrase.from);
  if (within != verbs.begin()) return *(within - 1);
  const auto behind = std::ranges::lower_bound(verbs, phrase.to);
  return behind == verbs.end() ? std::nullopt : std::optional(*behind);
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
  const std::vector<std::uint32_t>& verbs = infinitives_in(sentence);
  return !verbs.empty() && verbs.front() < token;
}

}  // namespace protokol

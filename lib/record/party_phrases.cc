// Posts and bodies told by the first nouns of a phrase.
#include "record/party_phrases.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "base/utf8.h"
#include "morphology/letters.h"
#include "record/person_names.h"
#include "record/quotes.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_inflected = 80;  // tokens; what follows them stays as it is

bool is_nominal(const Reading& reading) {
  return reading.part == PartOfSpeech::noun || reading.part == PartOfSpeech::adjective ||
         reading.part == PartOfSpeech::participle || reading.part == PartOfSpeech::pronoun ||
         reading.part == PartOfSpeech::numeral;
}

/// The tokens as inflection wants them, with the printed words that the source does not hold in one piece.
struct PrintedPhrase {
  std::vector<PhraseToken> tokens;
  std::deque<std::string> repaired;
};

PrintedPhrase printed(const Passage& passage, Span span) {
  PrintedPhrase result;
  for (std::uint32_t t = span.from; t < span.to; ++t) {
    Span bytes = passage.text->source({t, t + 1});
    std::string_view prepared = passage.at(t);
    std::string_view source = passage.document.substr(bytes.from, bytes.to - bytes.from);
    if (utf8::count(source) != prepared.size()) {
      result.repaired.push_back(wording(*passage.text, passage.document, {t, t + 1}));
      source = result.repaired.back();
    }
    result.tokens.push_back({source, prepared, passage.token(t).space_before});
  }
  return result;
}

}  // namespace

PartyPhrases::PartyPhrases(const Passage& passage, const Language& language)
    : passage_(passage),
      text_(*passage.text),
      language_(language),
      shouted_(lettering_of(passage) == Lettering::capitals),
      quotes_(quotes_in(passage)) {}

std::uint32_t PartyPhrases::quote_end(std::uint32_t token) const {
  auto quote = std::ranges::lower_bound(quotes_, token, {}, [](Span one) { return one.from; });
  return quote != quotes_.end() && quote->from == token ? quote->to : token;
}

CaseSet PartyPhrases::cases(Span phrase) const {
  constexpr std::uint32_t enough_for_head = 16;
  phrase.to = std::min(phrase.to, phrase.from + enough_for_head);
  auto& [known, found] = cases_[(phrase.from * 7 + phrase.to) % cases_.size()];
  if (known != phrase || phrase.empty()) {
    found = phrase_case(language_.dictionary, language_.tables, printed(passage_, phrase).tokens);
    known = phrase;
  }
  return found;
}

CaseSet PartyPhrases::cases_of_one(Span phrase) const {
  CaseSet found;
  for (Case c : cases(phrase)) {
    if (read(phrase, c).kind != PhraseKind::posts) found.add(c);
  }
  return found;
}

std::string PartyPhrases::nominative(Span phrase, Case stands_in) const {
  Span front = phrase;
  front.to = std::min(front.to, front.from + longest_inflected);
  std::string result =
      to_nominative(language_.dictionary, language_.tables, printed(passage_, front).tokens, stands_in);
  if (front.to < phrase.to) result += " " + wording(passage_.within({front.to, phrase.to}));
  return result;
}

std::string PartyPhrases::nominative_of_one(Span phrase, Case stands_in) const {
  PhraseReading reading = read(phrase, stands_in);
  PrintedPhrase front = printed(passage_, {phrase.from, reading.head + 1});
  std::optional<Reading> noun;
  for (const Reading& r : readings(reading.head)) {
    bool plural = r.number == Number::plural && r.grammatical_case == reading.stands_in;
    if (plural && r.part == PartOfSpeech::noun && !noun) noun = r;
  }
  if (!noun) return nominative(phrase, stands_in);
  std::string result;
  for (std::uint32_t t = phrase.from; t <= reading.head; ++t) {
    const PhraseToken& token = front.tokens[t - phrase.from];
    if (t > phrase.from && token.space_before) result += ' ';
    std::optional<std::string> form;
    for (std::size_t i = 0; is_word(text_, t) && i < readings(t).size(); ++i) {
      const Reading& r = readings(t)[i];
      if (r.number != Number::plural || r.grammatical_case != reading.stands_in) continue;
      Gender gender = noun->gender == Gender::none ? Gender::masculine : noun->gender;
      form = language_.dictionary.form(r, Case::nominative, Number::singular, gender);
      if (form) break;
    }
    result += form ? letters::reprint(token.printed, token.prepared, *form) : std::string(token.printed);
  }
  if (reading.head + 1 < phrase.to) {
    if (text_.tokens[reading.head + 1].space_before) result += ' ';
    result += wording(passage_.within({reading.head + 1, phrase.to}));
  }
  return result;
}

/// «ОАО «Заря» технический директор» is a post for all its beginning; «МКУ ЦРО» is a body.
std::optional<PhraseReading> PartyPhrases::organisation(std::uint32_t token, Span phrase,
                                                        Case assumed) const {
  std::uint32_t t = token;
  while (t < phrase.to && (is_acronym(t) || is_sign(text_, t, "-\xB9") ||
                           text_.tokens[t].kind == TokenKind::number || is_sign(text_, t, "\""))) {
    if (is_sign(text_, t, "\"")) {
      std::uint32_t end = quote_end(t);
      if (end == t) return PhraseReading{PhraseKind::body, true, token};
      t = end;
    } else {
      ++t;
    }
  }
  if (t == token || (!is_acronym(token) && !is_sign(text_, token, "\""))) return std::nullopt;
  if (t < phrase.to && is_word(text_, t)) {
    PhraseReading behind = read({t, phrase.to}, Case::nominative);
    bool post = behind.kind == PhraseKind::post && behind.listed &&
                (assumed == Case::none || may_stand_in(behind.head, assumed) ||
                 abbreviation_end(behind.head) > behind.head);
    if (post && !only_genitive(behind.head)) return behind;
  }
  return PhraseReading{PhraseKind::body, true, token};
}

bool PartyPhrases::only_genitive(std::uint32_t token) const {
  return may_stand_in(token, Case::genitive) && !may_stand_in(token, Case::nominative);
}

/// Behind «зав.», «нач.»: one department or several tell one head from several.
PhraseKind PartyPhrases::kind_behind(std::uint32_t token, Span phrase) const {
  constexpr std::uint32_t furthest = 4;
  for (std::uint32_t t = token; t < std::min(phrase.to, token + furthest); ++t) {
    if (std::uint32_t end = abbreviation_end(t); end > t) {
      t = end - 1;
      continue;
    }
    if (!is_word(text_, t) || is_acronym(t)) break;
    bool one = false, several = false;
    for (const Reading& r : readings(t)) {
      if (r.part != PartOfSpeech::noun || r.grammatical_case == Case::nominative) continue;
      one = one || r.number == Number::singular;
      several = several || r.number == Number::plural;
    }
    if (one || several) return one ? PhraseKind::post : PhraseKind::posts;
  }
  return PhraseKind::post;
}

PhraseReading PartyPhrases::by_word(std::uint32_t token, Span phrase, Case assumed) const {
  CaseSet possible = cases(phrase);
  Case stands_in = assumed;
  if (!possible.empty() && !possible.has(assumed)) {
    stands_in = possible.front();  // the nominative stands first
    if (stands_in == Case::genitive && possible.has(Case::dative)) stands_in = Case::dative;
  }
  PhraseReading result{PhraseKind::none, false, token, stands_in, Gender::none};
  bool one = false, several = false, animate = false, inanimate = false;
  for (const Reading& r : readings(token)) {
    if (!is_nominal(r) || (stands_in != Case::none && r.grammatical_case != stands_in)) continue;
    bool noun = r.part == PartOfSpeech::noun;
    animate = animate || !noun || r.animacy != Animacy::inanimate;
    inanimate = inanimate || (noun && r.animacy == Animacy::inanimate);
    one = one || r.number != Number::plural;
    several = several || r.number == Number::plural;
  }
  using enum PeopleTable;
  bool post = in(posts, token) || in(clergy, token);
  bool body = in(bodies, token);
  result.listed = post || body;
  if (post || (!body && animate && !inanimate)) {
    result.kind = several && !one ? PhraseKind::posts : PhraseKind::post;
    if (several && one && stands_in == Case::nominative) result.kind = PhraseKind::post;
  } else if (body || inanimate || animate) {
    result.kind = PhraseKind::body;
  }
  if (in(feminine, token)) result.gender = Gender::feminine;
  if (in(masculine, token)) result.gender = Gender::masculine;
  return result;
}

PhraseReading PartyPhrases::read(Span phrase, Case assumed) const {
  std::optional<std::uint32_t> adjective, last_adjective;
  for (std::uint32_t t = phrase.from; t < phrase.to; ++t) {
    if (auto found = organisation(t, phrase, assumed)) {
      if (t == phrase.from || found->kind == PhraseKind::body) found->stands_in = assumed;
      return *found;
    }
    if (std::uint32_t end = abbreviation_end(t); end > t) {
      Span abbreviation{t, end};
      std::string whole = letters(abbreviation);
      if (language_.people.in(PeopleTable::plural_abbreviations, whole)) {
        return {PhraseKind::posts, true, t, assumed, Gender::none};
      }
      if (is_post_abbreviation(abbreviation)) {
        return {kind_behind(end, phrase), true, t, assumed, Gender::none};
      }
      if (end == phrase.to) return {};
      t = end - 1;
      continue;
    }
    if (!is_word(text_, t)) {
      if (is_sign(text_, t, ",-") && adjective) continue;
      if (text_.tokens[t].kind == TokenKind::number && t == phrase.from) continue;
      break;
    }
    if (in(PeopleTable::conjunctions, t)) {
      if (!adjective) break;
      continue;
    }
    if (is_compound_prefix(t) && t + 2 < phrase.to) {
      ++t;  // «учебно-методическому управлению»: the last word of the compound tells
      continue;
    }
    const Readings& found = readings(t);
    bool noun = false, modifier = false, stands_alone = false;
    for (const Reading& r : found) {
      noun = noun || r.part == PartOfSpeech::noun;
      modifier = modifier || (is_nominal(r) && r.part != PartOfSpeech::noun);
      stands_alone = stands_alone || r.part == PartOfSpeech::adjective || r.part == PartOfSpeech::participle;
    }
    bool listed = in(PeopleTable::posts, t) || in(PeopleTable::bodies, t) || in(PeopleTable::clergy, t);
    if (found.empty()) {
      // Unknown words name what no dictionary has: «Энергосбыт».
      bool capital = text_.tokens[t].capital && !shouted_;
      return {listed ? PhraseKind::post : PhraseKind::body, listed || (capital && adjective), t, assumed,
              Gender::none};
    }
    if (noun && !(modifier && continues(t, phrase, assumed))) return by_word(t, phrase, assumed);
    if (modifier) {
      if (stands_alone || adjective) last_adjective = t;
      adjective = t;
    } else if (!reads_as(t, PartOfSpeech::adverb) && !reads_as(t, PartOfSpeech::particle)) {
      break;
    }
  }
  if (last_adjective) return by_word(*last_adjective, phrase, assumed);
  return {};
}

bool PartyPhrases::takes_object(std::uint32_t token) const {
  return std::ranges::any_of(readings(token), [&](const Reading& one) {
    if (one.part != PartOfSpeech::participle) return false;
    const std::string verb = language_.dictionary.base_form(one.lemma);
    return std::ranges::any_of(language_.tables.object_participles, [&verb](const auto& row) {
      return std::ranges::find(row, verb) != row.end();
    });
  });
}

/// Is the word, which may be a noun, rather an adjective of the noun behind it: «старший специалист»?
bool PartyPhrases::continues(std::uint32_t token, Span phrase, Case assumed) const {
  std::uint32_t next = token + 1;
  if (next >= phrase.to || !is_word(text_, next) || abbreviation_end(next) > next) return false;
  for (const Reading& own : readings(token)) {
    if (!is_nominal(own) || own.part == PartOfSpeech::noun) continue;
    // «заведующей библиотекой»: what she is in charge of
    if (own.grammatical_case == Case::instrumental && assumed != Case::instrumental && takes_object(token))
      continue;
    for (const Reading& other : readings(next)) {
      if (is_nominal(other) && other.grammatical_case == own.grammatical_case && other.number == own.number &&
          (own.number == Number::plural || own.gender == other.gender)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace protokol

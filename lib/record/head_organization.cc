// Words for meetings and institutions; letterheads.
#include "record/head_organization.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "record/cell_names.h"
#include "record/quotes.h"

namespace protokol {

namespace {

constexpr std::uint32_t issuer_within = 6;  // words before the word for the institution

bool reads_as(const Dictionary& dictionary, std::string_view word, Case wanted) {
  return std::ranges::any_of(dictionary.readings(word), [wanted](const Reading& reading) {
    bool declined = reading.part == PartOfSpeech::noun || reading.part == PartOfSpeech::adjective ||
                    reading.part == PartOfSpeech::participle;
    return declined && reading.grammatical_case == wanted &&
           (wanted != Case::nominative || reading.number == Number::singular);
  });
}

bool has_reading(const Dictionary& dictionary, std::string_view word, PartOfSpeech part) {
  return std::ranges::any_of(dictionary.readings(word),
                             [part](const Reading& reading) { return reading.part == part; });
}

std::uint32_t first_word(const Passage& passage) {
  std::uint32_t t = passage.tokens.from;
  while (t < passage.tokens.to && !is_word(*passage.text, t)) ++t;
  return t;
}

std::string_view mark_kind(const Mark& mark) {
  return mark.kind.empty() ? std::string_view(mark.value) : mark.kind;
}

}  // namespace

std::vector<Mark> MeetingWords::meetings(const Passage& passage) const {
  std::vector<Mark> marks =
      language_.grammar.find(*passage.text, passage.tokens, head_group(language_.grammar, "meeting"));
  std::erase_if(marks, [](const Mark& mark) { return mark_kind(mark) == "none"; });
  return marks;
}

bool MeetingWords::names_meeting(const Passage& passage) const { return !meetings(passage).empty(); }

bool MeetingWords::opens_with_meeting(const Passage& passage, std::uint32_t within) const {
  std::vector<Mark> marks = meetings(passage);
  if (marks.empty()) return false;
  std::uint32_t from = first_word(passage), at = marks.front().tokens.from;
  if (at > from + within || !passage.token(from).capital) return false;
  for (std::uint32_t t = from; t < at; ++t) {
    if (!is_word(*passage.text, t)) continue;
    if (is_sign(*passage.text, t + 1, "-") && t + 2 < at) continue;
    if (!has_reading(language_.dictionary, passage.at(t), PartOfSpeech::adjective) &&
        !has_reading(language_.dictionary, passage.at(t), PartOfSpeech::numeral))
      return false;
  }
  bool event = mark_kind(marks.front()) == "event";
  std::vector<Named> named = bodies(passage);
  return event || named.empty() || named.front().tokens.from > at;
}

std::vector<MeetingWords::Named> MeetingWords::bodies(const Passage& passage) const {
  std::vector<Named> named;
  for (const Mark& mark :
       language_.grammar.find(*passage.text, passage.tokens, head_group(language_.grammar, "body"))) {
    std::string_view kind = mark_kind(mark);
    if (kind != "institution" && kind != "authority") continue;
    std::string_view word = passage.at(mark.tokens.from);
    bool known = language_.dictionary.knows(word);
    if (kind == "institution" && mark.tokens.size() == 1) {
      // Short forms are capitals or no words; full words stand in the singular.
      if (!known && word.size() <= 2 && !passage.token(mark.tokens.from).capitals) continue;
      if (known && !passage.token(mark.tokens.from).capitals) {
        bool singular = std::ranges::any_of(language_.dictionary.readings(word), [](const Reading& reading) {
          return reading.part == PartOfSpeech::noun && reading.number == Number::singular;
        });
        if (!singular) continue;
      }
    }
    named.push_back({mark.tokens, kind == "institution"});
  }
  return named;
}

bool MeetingWords::names_issuer(const Passage& passage) const {
  std::vector<Named> named = bodies(passage);
  if (named.empty()) return false;
  std::uint32_t first = first_word(passage), at = named.front().tokens.from;
  if (first >= passage.tokens.to || !passage.token(first).capital || at > first + issuer_within) return false;
  if (first > passage.tokens.from && is_sign(*passage.text, passage.tokens.from, "\"")) return false;
  const Dictionary& dictionary = language_.dictionary;
  for (std::uint32_t t = first; t <= at; ++t) {
    if (!is_word(*passage.text, t) || !dictionary.knows(passage.at(t))) continue;
    if (has_reading(dictionary, passage.at(t), PartOfSpeech::preposition)) return false;
    if (!reads_as(dictionary, passage.at(t), Case::nominative)) return false;
  }
  return dictionary.knows(passage.at(at));
}

/// «ФГБОУ ВО «Энский университет»» below «Министерство образования».
bool MeetingWords::opens_with_short_form(const Passage& passage) const {
  constexpr std::size_t longest = 6;  // letters
  const std::uint32_t first = first_word(passage);
  const std::vector<Named> named = bodies(passage);
  if (named.empty() || named.front().tokens.from != first || !named.front().institution) return false;
  return passage.at(first).size() > 2 && passage.at(first).size() <= longest &&
         passage.token(first).capitals && !language_.dictionary.knows(passage.at(first));
}

bool MeetingWords::opens_with_body(const Passage& passage) const {
  const std::vector<Named> named = bodies(passage);
  return !named.empty() && named.front().tokens.from == first_word(passage) && named.front().institution;
}

/// «по отбору управляющей организации» goes on with the line above.
bool MeetingWords::opens_with_preposition(const Passage& passage) const {
  const std::uint32_t first = first_word(passage);
  return first < passage.tokens.to && !passage.token(first).capital &&
         has_reading(language_.dictionary, passage.at(first), PartOfSpeech::preposition);
}

bool MeetingWords::opens_subject(const Passage& passage) const {
  std::uint32_t first = first_word(passage);
  if (first + 1 >= passage.tokens.to || !passage.token(first).capital || passage.at(first).size() > 3)
    return false;
  bool preposition =
      std::ranges::any_of(language_.dictionary.readings(passage.at(first)), [](const Reading& reading) {
        return reading.part == PartOfSpeech::preposition && reading.grammatical_case == Case::prepositional;
      });
  return preposition && !passage.token(first + 1).capital;
}

bool MeetingWords::stands_in_genitive(const Passage& passage) const {
  std::uint32_t first = first_word(passage);
  if (first >= passage.tokens.to) return false;
  if (!passage.token(first).capital) return true;
  // Adjectives up to their noun; those that the dictionary lacks tell nothing: «Верхнереченской средней
  // школы».
  for (std::uint32_t t = first; t < passage.tokens.to && is_word(*passage.text, t); ++t) {
    bool genitive = reads_as(language_.dictionary, passage.at(t), Case::genitive);
    bool nominative = reads_as(language_.dictionary, passage.at(t), Case::nominative);
    if (genitive != nominative) return genitive;
    if (has_reading(language_.dictionary, passage.at(t), PartOfSpeech::noun)) return false;
  }
  return false;
}

bool MeetingWords::stands_in_nominative(const Passage& passage) const {
  std::uint32_t first = first_word(passage);
  if (first >= passage.tokens.to) return false;
  Readings readings = language_.dictionary.readings(passage.at(first));
  return !readings.empty() && std::ranges::all_of(readings, [](const Reading& reading) {
    return (reading.part == PartOfSpeech::noun || reading.part == PartOfSpeech::adjective) &&
           reading.grammatical_case == Case::nominative;
  });
}

bool MeetingWords::is_open(const Passage& passage) const {
  std::uint32_t quotes = 0;
  for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to; ++t) {
    if (is_sign(*passage.text, t, "\"")) ++quotes;
  }
  if (passage.tokens.from > 0 && is_sign(*passage.text, passage.tokens.from - 1, "\"")) ++quotes;
  std::uint32_t last = passage.tokens.to - 1;
  if (is_sign(*passage.text, passage.tokens.to, "\"")) ++quotes;
  bool comma = is_sign(*passage.text, passage.tokens.to, ",");
  return quotes % 2 == 1 || comma ||
         (is_word(*passage.text, last) &&
          has_reading(language_.dictionary, passage.at(last), PartOfSpeech::preposition) &&
          passage.at(last).size() <= 3);
}

bool MeetingWords::is_region(const Passage& passage) const {
  for (const Mark& mark :
       language_.grammar.find(*passage.text, passage.tokens, head_group(language_.grammar, "body"))) {
    if (mark_kind(mark) == "region") return true;
  }
  return false;
}

namespace {

bool is_address(const Passage& passage) {
  return passage.token(passage.tokens.from).kind == TokenKind::number &&
         passage.at(passage.tokens.from).size() >= 5;
}

bool is_bracketed(const Passage& passage) {
  return is_sign(*passage.text, passage.tokens.from, "(") &&
         is_sign(*passage.text, passage.tokens.to - 1, ")");
}

Passage with_quotes(Passage passage) {
  const TokenText& text = *passage.text;
  while (passage.tokens.from > 0 && is_sign(text, passage.tokens.from - 1, "\"")) --passage.tokens.from;
  while (passage.tokens.to < text.size() && is_sign(text, passage.tokens.to, "\"")) ++passage.tokens.to;
  return passage;
}

void append(LetterHead& block, std::uint32_t item, const HeadItem& what) {
  Passage passage = with_quotes(what.passage);
  bool follows =
      !block.items.empty() && block.items.back() + 1 == item && block.passages.back().text == passage.text;
  if (follows)
    block.passages.back().tokens.to = passage.tokens.to;
  else
    block.passages.push_back(passage);
  block.items.push_back(item);
}

/// Walks over lines and gathers blocks that begin with an issuing body.
class Blocks {
 public:
  Blocks(const std::vector<HeadItem>& items, const std::vector<bool>& taken, const MeetingWords& words)
      : items_(items), taken_(taken), words_(words) {}

  void item(std::uint32_t i) {
    const HeadItem& item = items_[i];
    bool wording = item.mark == HeadMark::text || item.mark == HeadMark::foreign ||
                   item.mark == HeadMark::town || item.mark == HeadMark::number;
    if (!wording || taken_[i] || !item.core || item.label != HeadLabel::none || item.listed) return close();
    if (is_bracketed(item.passage)) return;
    if (words_.is_region(item.passage) || is_address(item.passage)) return close();
    bool own = item.before == Gap::line || item.before == Gap::blank;
    bool glued = item.before == Gap::space && open_;
    bool below = own && open_ && item.before == Gap::line && item.mark != HeadMark::number;
    bool open_quote = open_ && own && words_.is_open(blocks_.back().passages.back());
    // «МБДОУ № 18 «Солнышко»»: its number is foreign to the protocol, and its name begins the line.
    const bool numbered = item.mark == HeadMark::foreign && own && words_.opens_with_body(item.passage);
    if (item.mark != HeadMark::text && !glued && !numbered) return close();
    bool issues = numbered || (item.mark == HeadMark::text && !words_.bodies(item.passage).empty());
    // «Институт … / Диссертационный совет»: the meeting's own body is no part of the letterhead.
    if (below && words_.opens_with_meeting(item.passage, 2)) return close();
    const bool another =
        issues && (words_.names_issuer(item.passage) || words_.opens_with_short_form(item.passage));
    if (glued || open_quote || (below && !another)) {
      return append(blocks_.back(), i, item);
    }
    close();
    if (!issues || words_.opens_with_preposition(item.passage)) return;
    blocks_.emplace_back();
    append(blocks_.back(), i, item);
    open_ = true;
  }

  std::optional<LetterHead> last() const {
    if (blocks_.empty()) return std::nullopt;
    return blocks_.back();
  }

 private:
  void close() { open_ = false; }

  const std::vector<HeadItem>& items_;
  const std::vector<bool>& taken_;
  const MeetingWords& words_;
  std::vector<LetterHead> blocks_;
  bool open_ = false;
};

/// «…, посвящённого юбилею музея»: an institution in such a clause issues nothing.
bool behind_participle(const Passage& passage, std::uint32_t token, const Dictionary& dictionary) {
  for (std::uint32_t t = passage.tokens.from + 1; t < token; ++t) {
    if (is_sign(*passage.text, t - 1, ",") && is_word(*passage.text, t) &&
        has_reading(dictionary, passage.at(t), PartOfSpeech::participle))
      return true;
  }
  return false;
}

/// «Ремонт кровли Дома культуры»: an institution within the quoted name of something else.
bool names_something_else(const Passage& passage, std::uint32_t token) {
  return std::ranges::any_of(quotes_in(passage),
                             [token](Span quote) { return quote.from + 1 < token && token < quote.to; });
}

/// How far the institution's name goes: to a preposition that begins another thought, a comma, a bracket.
std::uint32_t name_end(const Passage& passage, std::uint32_t from, const Dictionary& dictionary) {
  bool quoted = false;
  for (std::uint32_t t = from; t < passage.tokens.to; ++t) {
    if (is_sign(*passage.text, t, "\"")) quoted = !quoted;
    if (quoted || t == from) continue;
    if (is_sign(*passage.text, t, ",(;:")) return t;
    if (is_sign(*passage.text, t - 1, "/")) continue;  // «д/с»
    if (is_word(*passage.text, t) && !passage.token(t).capital && !is_sign(*passage.text, t + 1, ".") &&
        has_reading(dictionary, passage.at(t), PartOfSpeech::preposition))
      return t;
  }
  return passage.tokens.to;
}

/// Is the item the next of one value behind a label?
bool goes_on_with(const std::vector<HeadItem>& items, std::uint32_t item) {
  if (item >= items.size()) return false;
  const HeadItem &before = items[item - 1], &now = items[item];
  return now.line == before.line && now.label == before.label && now.before == Gap::space &&
         now.passage.text == before.passage.text &&
         (now.mark == HeadMark::text || now.mark == HeadMark::foreign || now.mark == HeadMark::town);
}

}  // namespace

std::optional<LetterHead> labelled_organization(const std::vector<HeadItem>& items,
                                                const Language& language) {
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (items[i].mark != HeadMark::text || items[i].label != HeadLabel::organization) continue;
    LetterHead found;
    append(found, i, items[i]);
    for (std::uint32_t k = i + 1; goes_on_with(items, k); ++k) append(found, k, items[k]);
    Passage& passage = found.passages.front();  // «МБОУ «Гимназия № 2»»
    bool quoted = false;
    for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to; ++t) {
      if (is_sign(*passage.text, t, "\"")) quoted = !quoted;
      const bool dash = is_sign(*passage.text, t, "-") && passage.token(t).space_before;
      if (!quoted && (dash || is_sign(*passage.text, t, ",;"))) passage.tokens.to = t;
    }
    if (holds_only_names(passage, language)) continue;  // «Заказчик: Котов К. К.»
    return found;
  }
  return std::nullopt;
}

std::optional<LetterHead> letterhead(const std::vector<HeadItem>& items, const std::vector<bool>& taken,
                                     std::uint32_t end, const MeetingWords& words) {
  Blocks blocks(items, taken, words);
  for (std::uint32_t i = 0; i < end; ++i) blocks.item(i);
  return blocks.last();
}

std::optional<LetterHead> letterhead_below(const std::vector<HeadItem>& items, const std::vector<bool>& taken,
                                           std::uint32_t from, const MeetingWords& words) {
  for (std::uint32_t i = from; i < items.size() && items[i].core; ++i) {
    bool own = items[i].before == Gap::line || items[i].before == Gap::blank;
    if (items[i].mark != HeadMark::text || taken[i] || items[i].label != HeadLabel::none || !own ||
        items[i].listed)
      continue;
    bool whole = i + 1 >= items.size() || items[i + 1].line != items[i].line;
    if (!whole || !words.names_issuer(items[i].passage)) continue;
    LetterHead found;
    append(found, i, items[i]);
    return found;
  }
  return std::nullopt;
}

std::optional<LetterHead> institution_within(const std::vector<Passage>& title, const MeetingWords& words) {
  const Dictionary& dictionary = words.language().dictionary;
  for (std::size_t piece = 0; piece < title.size(); ++piece) {
    const Passage& passage = title[piece];
    for (const MeetingWords::Named& body : words.bodies(passage)) {
      std::uint32_t from = body.tokens.from;
      if (!body.institution || behind_participle(passage, from, dictionary)) continue;
      if (names_something_else(passage, from)) continue;
      // «Общественный совет при Управлении культуры»: it is the council that meets.
      const bool declined = dictionary.knows(passage.at(from)) && !passage.token(from).capitals;
      if (declined && !reads_as(dictionary, passage.at(from), Case::genitive) &&
          !reads_as(dictionary, passage.at(from), Case::nominative))
        continue;
      constexpr std::size_t longest_short_form = 5;
      bool short_form = !dictionary.knows(passage.at(from)) ||
                        (passage.token(from).capitals && passage.at(from).size() <= longest_short_form);
      while (!short_form && from > passage.tokens.from && is_word(*passage.text, from - 1) &&
             has_reading(dictionary, passage.at(from - 1), PartOfSpeech::adjective) &&
             (passage.token(from - 1).capital ||
              !has_reading(dictionary, passage.at(from - 1), PartOfSpeech::noun)))
        --from;
      std::uint32_t to = name_end(passage, body.tokens.to - 1, dictionary);
      bool named = to > body.tokens.to || (from < body.tokens.from && piece + 1 < title.size());
      if (!named && from == body.tokens.from) continue;
      LetterHead found;
      found.passages.push_back(passage.within({from, to}));
      if (to == passage.tokens.to) {
        for (std::size_t next = piece + 1; next < title.size(); ++next) found.passages.push_back(title[next]);
      }
      return found;
    }
  }
  return std::nullopt;
}

std::string title_wording(const std::vector<Passage>& passages) {
  std::string out;
  for (const Passage& passage : passages) {
    Passage part = trimmed(passage, ";:-|.");
    if (&passage == &passages.back()) part = trimmed(part, ".,;:-|");
    std::string words = wording(part);
    if (words.empty()) continue;
    if (!out.empty()) out += ' ';
    out += words;
  }
  return out;
}

}  // namespace protokol

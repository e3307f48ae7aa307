// Looking around a vote.
#include "record/vote_places.h"

#include <algorithm>

namespace protokol {

namespace {

constexpr std::uint32_t longest_names = 60;  // tokens
constexpr std::uint32_t candidate_reach = 40;

}  // namespace

bool VotePlaces::adjoins(std::size_t first, std::size_t second) const {
  if (second >= atoms_.size()) return false;
  for (std::uint32_t t = atoms_[first].tokens.to; t < atoms_[second].tokens.from; ++t) {
    if (!is_sign(text_, t, "\"-:*|")) return false;
  }
  return true;
}
bool VotePlaces::follows(std::uint32_t token, std::string_view signs) const {
  return token > passage_.tokens.from && is_sign(text_, token - 1, signs);
}

bool VotePlaces::opens_sentence(std::uint32_t token) const {
  if (token == passage_.tokens.from || is_sign(text_, token - 1, ";!?")) return true;
  return is_sign(text_, token - 1, ".") && !continues_abbreviation(token);
}

/// «… 250 руб. за 1 кв. м»: a small word behind a short one's full stop.
bool VotePlaces::continues_abbreviation(std::uint32_t token) const {
  constexpr std::size_t longest_abbreviation = 4;
  if (!is_word(text_, token) || text_.tokens[token].capital || token < passage_.tokens.from + 2) return false;
  return is_word(text_, token - 2) && !text_.tokens[token - 2].capital &&
         text_.at(token - 2).size() <= longest_abbreviation;
}

bool VotePlaces::closes(std::uint32_t token) const {
  return token >= passage_.tokens.to || is_sign(text_, token, ".;!?)]|,") || text_.tokens[token].opens;
}
VoterNames VotePlaces::names_at(std::uint32_t from, std::size_t next) const {
  VoterNames names;
  names.small = !text_.tokens[from].capital;
  bool in_name = false, surname = false;
  std::uint32_t t = from, limit = std::min(passage_.tokens.to, from + longest_names);
  for (; t < limit; ++t) {
    while (next < atoms_.size() && atoms_[next].tokens.from < t) ++next;
    bool mark = next < atoms_.size() && atoms_[next].tokens.from == t;
    if (mark && atoms_[next].kind != VoteAtomKind::filler) break;
    bool initial = is_sign(text_, t, ".") && text_.at(t - 1).size() == 1;
    // «Котов И. И. и Рыжик А. А.»
    const bool joins = is_word(text_, t) && text_.at(t).size() == 1 && !text_.tokens[t].capital && t > from &&
                       t + 1 < limit && is_capital_word(t + 1);
    if (mark || joins || is_sign(text_, t, ",")) {
      in_name = surname = false;
    } else if (initial) {
      bool new_sentence = surname && t + 1 < limit && is_capital_word(t + 1);
      if (new_sentence && ++t) break;
    } else if (is_word(text_, t) && (text_.tokens[t].capital || (names.small && !in_name))) {
      if (!in_name) ++names.count;
      in_name = true;
      surname = surname || text_.at(t).size() > 1;
    } else if (!is_sign(text_, t, "-") || !in_name || text_.tokens[t].space_before) {
      break;
    }
  }
  names.end = t;
  bool atom_follows = next < atoms_.size() && atoms_[next].tokens.from == t;
  names.others = atom_follows && atoms_[next].kind == VoteAtomKind::others;
  names.complete =
      atom_follows || t >= passage_.tokens.to || !is_word(text_, t) || !in_name || is_sign(text_, t - 1, ".");
  return names;
}

Span VotePlaces::with_pairs(Span tokens) const {
  int depth = 0, quotes = 0;
  for (std::uint32_t t = tokens.from; t < tokens.to; ++t) {
    depth += is_sign(text_, t, "([") ? 1 : is_sign(text_, t, ")]") ? -1 : 0;
    quotes += is_sign(text_, t, "\"");
  }
  std::uint32_t end = passage_.tokens.to;
  if (quotes % 2 == 1 && tokens.to < end && is_sign(text_, tokens.to, "\"")) ++tokens.to;
  while (tokens.to < end && is_sign(text_, tokens.to, "_\x7F")) ++tokens.to;
  std::uint32_t to = tokens.to;
  while (to < end && is_sign(text_, to, "\".;,")) ++to;
  if (depth > 0 && to < end && is_sign(text_, to, ")]")) tokens.to = to + 1;
  return tokens;
}

std::optional<Span> VotePlaces::bracket_around(Span tokens, std::size_t first) const {
  std::uint32_t from = tokens.from;
  std::size_t index = first;
  while (from > passage_.tokens.from) {
    if (is_sign(text_, from - 1, "\",-:")) {
      --from;
    } else if (index > 0 && atoms_[index - 1].tokens.to == from &&
               atoms_[index - 1].kind == VoteAtomKind::filler) {
      from = atoms_[--index].tokens.from;
    } else {
      break;
    }
  }
  if (from == passage_.tokens.from || !is_sign(text_, from - 1, "([")) return std::nullopt;
  std::uint32_t to = tokens.to;
  while (to < passage_.tokens.to && is_sign(text_, to, "\".;,")) ++to;
  if (to >= passage_.tokens.to || !is_sign(text_, to, ")]")) return std::nullopt;
  return Span{from - 1, to + 1};
}

Span VotePlaces::with_separators(Span phrase) const {
  while (phrase.from > passage_.tokens.from && is_sign(text_, phrase.from - 1, ",:;-")) --phrase.from;
  bool own_sentence = opens_sentence(phrase.from);
  std::uint32_t end = phrase.to;
  while (end < passage_.tokens.to && is_sign(text_, end, ".;,!:-")) ++end;
  if (own_sentence || end == passage_.tokens.to) phrase.to = end;
  return phrase;
}

bool VotePlaces::is_capital_word(std::uint32_t token) const {
  return is_word(text_, token) && text_.tokens[token].capital && text_.at(token).size() > 1;
}
bool VotePlaces::is_initial(std::uint32_t letter) const {
  return is_word(text_, letter) && text_.tokens[letter].capital && text_.at(letter).size() <= 2 &&
         is_sign(text_, letter + 1, ".");
}

/// Where the hyphenated word that ends with `word` begins.
std::uint32_t VotePlaces::hyphenated(std::uint32_t word) const {
  bool hyphen = word >= passage_.tokens.from + 2 && is_sign(text_, word - 1, "-") &&
                !text_.tokens[word].space_before && !text_.tokens[word - 1].space_before;
  return hyphen && is_capital_word(word - 2) ? word - 2 : word;
}

/// The name that ends at `end`: «Петров П. П.», «П. П. Петров», «Петров Пётр Петрович».
std::optional<Span> VotePlaces::name_before(std::uint32_t end) const {
  std::uint32_t start = passage_.tokens.from, from = end;
  auto initials = [&] {
    while (from >= start + 2 && is_initial(from - 2)) from -= 2;
  };
  initials();
  if (from < end) {
    if (from == start || !is_capital_word(from - 1)) return std::nullopt;
    return Span{hyphenated(from - 1), end};
  }
  while (from > start && end - from < 3 && is_capital_word(from - 1)) --from;
  if (from == end) return std::nullopt;
  std::uint32_t words = end - from;
  if (words == 1) initials();
  return words == 3 || end - from > 1 ? std::optional(Span{from, end}) : std::nullopt;
}

std::uint32_t VotePlaces::name_end(std::uint32_t from) const {
  constexpr std::uint32_t longest = 6;  // tokens
  std::uint32_t end = from;
  while (end < std::min(passage_.tokens.to, from + longest)) {
    if (is_initial(end)) {
      end += 2;
    } else if (is_capital_word(end)) {
      ++end;
    } else {
      break;
    }
  }
  return end;
}

std::optional<Span> VotePlaces::voter_before(std::uint32_t side) const {
  std::uint32_t end = side;
  while (end > passage_.tokens.from && is_sign(text_, end - 1, "\"-:(|\x7F")) --end;
  if (end == passage_.tokens.from || end == side) return std::nullopt;
  if (std::optional<Span> name = name_before(end)) return name;
  if (!is_capital_word(end - 1)) return std::nullopt;
  return Span{hyphenated(end - 1), end};
}

std::optional<Span> VotePlaces::candidate_before(std::uint32_t vote) const {
  std::uint32_t end = vote;
  while (end > passage_.tokens.from && is_sign(text_, end - 1, "\"-:,|")) --end;
  std::optional<Span> name = name_before(end);
  if (!name) return std::nullopt;
  for (std::uint32_t t = name->to, seen = 0; t > passage_.tokens.from && seen < candidate_reach;
       --t, ++seen) {
    if (t <= name->from && (opens_sentence(t) || is_sign(text_, t - 1, ":"))) break;
    if (!is_word(text_, t - 1)) continue;
    for (const Reading& reading : language_.dictionary.readings(text_.at(t - 1))) {
      if (reading.part == PartOfSpeech::infinitive) return std::nullopt;
    }
  }
  return name;
}

}  // namespace protokol

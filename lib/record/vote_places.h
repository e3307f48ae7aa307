// What stands around a vote: its sentence, brackets, the names beside it. For votes.cc only.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "record/language.h"
#include "record/passage.h"
#include "record/vote_atoms.h"

namespace protokol {

/// The names of those who voted one way.
struct VoterNames {
  int count = 0;
  std::uint32_t end = 0;
  bool small = false;     ///< printed without capitals
  bool complete = false;  ///< nothing but a sign or an atom follows
  bool others = false;    ///< «остальные за» follows
};

/// Questions about tokens of one passage; places outside it have no answer but the safe one.
class VotePlaces {
 public:
  VotePlaces(const Passage& passage, const std::vector<VoteAtom>& atoms, const Language& language)
      : passage_(passage), text_(*passage.text), atoms_(atoms), language_(language) {}

  /// Only quotes, dashes, colons and blanks stand between the two atoms; both indexes may be past the end.
  bool adjoins(std::size_t first, std::size_t second) const;
  /// Does one of the signs stand right before `token`?
  bool follows(std::uint32_t token, std::string_view signs) const;
  bool opens_sentence(std::uint32_t token) const;
  bool continues_abbreviation(std::uint32_t token) const;
  /// Does a sentence, a bracket or a part of them end at `token`?
  bool closes(std::uint32_t token) const;

  /// Names from `from` on, parted by commas and conjunctions; `next` is the first atom behind `from`.
  VoterNames names_at(std::uint32_t from, std::size_t next) const;

  /// A bracket or a quotation that opens within the vote closes within it; blanks to fill in go with it.
  Span with_pairs(Span vote) const;
  /// The brackets that hold nothing but the vote, with what they hold; `first` is the vote's first atom.
  std::optional<Span> bracket_around(Span vote, std::size_t first) const;
  /// The vote with the separators before it and, where it closes the passage or is a sentence, behind it.
  Span with_separators(Span vote) const;

  /// Where the name that begins at `from` ends: «Котова», «Котова И. И.», «Котова Ивана Ильича»; `from` where
  /// none does.
  std::uint32_t name_end(std::uint32_t from) const;
  /// The name right before a vote, unless a verb shows that it belongs to a decision.
  std::optional<Span> candidate_before(std::uint32_t vote) const;
  /// The name, perhaps a bare surname, with nothing but a dash, a colon or a bracket between it and `side`.
  std::optional<Span> voter_before(std::uint32_t side) const;

 private:
  bool is_capital_word(std::uint32_t token) const;
  bool is_initial(std::uint32_t letter) const;
  std::uint32_t hyphenated(std::uint32_t word) const;
  std::optional<Span> name_before(std::uint32_t end) const;

  const Passage& passage_;
  const TokenText& text_;
  const std::vector<VoteAtom>& atoms_;
  const Language& language_;
};

}  // namespace protokol

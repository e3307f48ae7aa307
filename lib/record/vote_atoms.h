// The words and figures that votes are put together from. For the readings of votes only.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/language.h"
#include "record/passage.h"

namespace protokol {

enum class VoteSide : std::uint8_t {
  in_favour,
  against,
  abstained,
  absent,  ///< did not vote, or spoiled the ballot: counted nowhere
  none,
};

enum class VoteAtomKind : std::uint8_t {
  side,        ///< «за», «против», «возд.»
  number,      ///< «5», «2 871,4», «четверо»
  figures,     ///< «7-0-0», «6 / 1 / 0»
  nil,         ///< «нет», «не было»
  unit,        ///< «чел.», «голосами», «м2»
  all,         ///< «все»
  unanimous,   ///< «единогласно»
  majority,    ///< «большинством голосов»
  label,       ///< «Голосовали», «Результаты голосования»
  filler,      ///< «открыто», «то есть», «и», «5 %»
  adopted,     ///< «решение принято»
  rejected,    ///< «решение не принято»
  took,        ///< «принято» alone
  ground,      ///< «не набравший необходимого числа голосов»
  no_vote,     ///< «без голосования»
  others,      ///< «остальные за»
  items,       ///< «по пп. 2, 3»
  rest,        ///< «по остальным пунктам»
  everywhere,  ///< «по всем вопросам»
};

struct VoteAtom {
  VoteAtomKind kind = VoteAtomKind::filler;
  VoteSide side = VoteSide::none;
  bool nil_before = false;  ///< of a side: «нетПротив», the side before it has no votes
  double number = 0;
  std::array<double, 3> figures{};
  std::string value;  ///< of items: their list as printed, prepared («2, 3», «6-8»)
  Span tokens;
};

/// The marks of one of the groups of votes: «votes», «total».
std::vector<Mark> vote_marks(std::string_view place, const Passage& passage, const Grammar& grammar);

/// The atoms of a passage, in order, without overlaps.
std::vector<VoteAtom> vote_atoms(const Passage& passage, const Language& language);

/// «2, 3», «6-8», «а-в» as single numbers. Two numbers that make no rising range stay as they are.
std::vector<std::string> spelled_out(std::string_view items);

}  // namespace protokol

// Votes: how many were for, against and abstained, and whether a draft was adopted.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "record/language.h"
#include "record/passage.h"
#include "record/protocol.h"

namespace protokol {

enum class Verdict : std::uint8_t { none, adopted, not_adopted };

struct FoundVote {
  Vote vote;                        ///< may be empty where only a verdict is printed
  Verdict verdict = Verdict::none;  ///< «решение принято», «решение не принято»
  Span tokens;                      ///< the whole vote phrase with its label and brackets
  Span removal;  ///< what leaves a decision's wording with it: separators too. Empty: it is the
                 ///< ground of the decision («как не набравший …») and stays
  std::vector<std::string> items;  ///< the items it is for («по п. 3»; ranges spelled out)
  bool rest = false;               ///< «по остальным пунктам»
  bool everywhere = false;  ///< «по всем вопросам»: it closes all that has no vote of its own
  std::optional<Span> candidate;  ///< tokens of the candidate's name, in votes on candidates
};

/// Every vote in `passage`, by place: «Голосовали: «за» - 8, «против» - нет», «Единогласно.», «7-0-0»,
/// «(за – 17, воздержались двое)», «принято большинством (против – 4)», «кто против - рябченко, остальные
/// за». Figures that are no votes («отличников - 30», «Форма голосования: открытая») are none.
std::vector<FoundVote> find_votes(const Passage& passage, const Language& language);

/// Whether the passage holds a vote and nothing else: a line or a sentence of its own.
bool is_vote_line(const Passage& passage, const Language& language);

/// The columns of a table that hold votes: «Член совета | За | Против | Возд.».
struct VoteColumns {
  std::optional<std::size_t> in_favour, against, abstained;
};

/// Reads a table's head, cell by cell; nothing where no column is for votes «за» or «против».
std::optional<VoteColumns> vote_columns(std::span<const Passage> head, const Language& language);

/// The votes of one row, where its cells are numbers («ИТОГО | 5 | 0 | 1», a decision's own row); nothing
/// where they are marks of single members.
std::optional<Vote> vote_of_row(const VoteColumns& columns, std::span<const Passage> cells,
                                const Language& language);

/// Whether the row adds up the rows above it: «ИТОГО».
bool is_total_row(std::span<const Passage> cells, const Language& language);

/// For tests: «for=5 against=0 unanimous items=3 «…»», joined by « | ».
std::string dump(const std::vector<FoundVote>& votes, const Passage& passage);

}  // namespace protokol

// Votes in the columns of a table.
#include <algorithm>

#include "record/vote_atoms.h"
#include "record/votes.h"

namespace protokol {

namespace {

/// The one atom that the cell holds beside signs; nothing where it holds more, or words that are none.
std::optional<VoteAtom> only_atom(const Passage& cell, const Language& language) {
  std::vector<VoteAtom> atoms = vote_atoms(cell, language);
  if (atoms.size() != 1) return std::nullopt;
  for (std::uint32_t t = cell.tokens.from; t < cell.tokens.to; ++t) {
    if (!atoms[0].tokens.contains(t) && cell.token(t).kind != TokenKind::sign) return std::nullopt;
  }
  return atoms[0];
}

/// The number in the column's cell; «нет» and a dash are none for. Nothing where it holds something else.
std::optional<double> number_in(std::span<const Passage> cells, std::optional<std::size_t> column,
                                const Language& language) {
  if (!column || *column >= cells.size()) return std::nullopt;
  const Passage& cell = cells[*column];
  std::optional<VoteAtom> atom = only_atom(cell, language);
  if (atom && atom->kind == VoteAtomKind::number) return atom->number;
  bool dash = cell.tokens.size() == 1 && is_sign(*cell.text, cell.tokens.from, "-");
  return dash || (atom && atom->kind == VoteAtomKind::nil) ? std::optional(0.0) : std::nullopt;
}

}  // namespace

std::optional<VoteColumns> vote_columns(std::span<const Passage> head, const Language& language) {
  VoteColumns columns;
  for (std::size_t i = 0; i < head.size(); ++i) {
    std::optional<VoteAtom> atom = only_atom(head[i], language);
    if (!atom || atom->kind != VoteAtomKind::side) continue;
    if (atom->side == VoteSide::in_favour) columns.in_favour = i;
    if (atom->side == VoteSide::against) columns.against = i;
    if (atom->side == VoteSide::abstained) columns.abstained = i;
  }
  return columns.in_favour || columns.against ? std::optional(columns) : std::nullopt;
}

std::optional<Vote> vote_of_row(const VoteColumns& columns, std::span<const Passage> cells,
                                const Language& language) {
  Vote vote;
  vote.in_favour = number_in(cells, columns.in_favour, language);
  vote.against = number_in(cells, columns.against, language);
  vote.abstained = number_in(cells, columns.abstained, language);
  if (vote.empty()) return std::nullopt;
  vote.rule = "vote.row";
  for (const std::optional<std::size_t>& column : {columns.in_favour, columns.against, columns.abstained}) {
    if (!column || *column >= cells.size() || cells[*column].empty()) continue;
    Span cell = source(cells[*column]);
    vote.span =
        vote.span.empty() ? cell : Span{std::min(vote.span.from, cell.from), std::max(vote.span.to, cell.to)};
  }
  return vote;
}

bool is_total_row(std::span<const Passage> cells, const Language& language) {
  return std::ranges::any_of(cells, [&](const Passage& cell) {
    return !cell.empty() && !vote_marks("total", cell, language.grammar).empty();
  });
}

}  // namespace protokol

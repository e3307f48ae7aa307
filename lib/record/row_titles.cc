// A row is a title where nothing but a number stands beside it, and the next row counts on from that number.
#include "record/row_titles.h"

#include <vector>

#include "record/actions.h"
#include "record/lead_in.h"

namespace protokol {

namespace {

std::vector<Passage> filled_cells(const Unit& row) {
  std::vector<Passage> cells;
  for (const Passage& cell : row.cells) {
    if (!trimmed(cell, ".-_").empty()) cells.push_back(cell);
  }
  return cells;
}

/// «2», «2.»
std::string whole_number(const Passage& cell) {
  const Passage number = trimmed(cell, ".");
  if (number.tokens.size() != 1 || number.token(number.tokens.from).kind != TokenKind::number) return {};
  return std::string(number.at(number.tokens.from));
}

}  // namespace

std::optional<RowTitle> row_title(const Outline& outline, std::uint32_t unit, const Language& language) {
  if (unit + 1 >= outline.units.size() || outline.units[unit].kind != UnitKind::row) return std::nullopt;
  const Unit& next = outline.units[unit + 1];
  if (next.kind != UnitKind::row || next.table != outline.units[unit].table) return std::nullopt;
  const std::vector<Passage> own = filled_cells(outline.units[unit]);
  const std::vector<Passage> below = filled_cells(next);
  if (own.size() != 2 || below.size() < 2) return std::nullopt;
  const std::string number = whole_number(own[0]);
  if (number.empty() || !wording(below[0]).starts_with(number + ".") || !whole_number(below[0]).empty())
    return std::nullopt;
  if (names_addressees_only(own[1], language)) return std::nullopt;
  if (has_operative_verb(own[1], Asked::nobody, language)) return std::nullopt;
  return RowTitle{number, own[0], own[1]};
}

}  // namespace protokol

// Heading rows: every cell is looked up among the names of columns.
#include "record/columns.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "record/groups.h"

namespace protokol {

namespace {

Column column_named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Column>, 16> names{{{"number", Column::number},
                                                                      {"task", Column::task},
                                                                      {"responsible", Column::responsible},
                                                                      {"partner", Column::partner},
                                                                      {"addressee", Column::addressee},
                                                                      {"deadline", Column::deadline},
                                                                      {"duty", Column::duty},
                                                                      {"control", Column::control},
                                                                      {"status", Column::status},
                                                                      {"for", Column::in_favour},
                                                                      {"against", Column::against},
                                                                      {"abstained", Column::abstained},
                                                                      {"name", Column::name},
                                                                      {"role", Column::role},
                                                                      {"talk", Column::talk},
                                                                      {"agenda", Column::agenda}}};
  for (const auto& [known, column] : names) {
    if (known == name) return column;
  }
  return Column::other;
}

}  // namespace

Column column_of(const Passage& cell, const Language& language) {
  constexpr std::uint32_t longest = 8;
  const std::string_view group = group_named(language.grammar, "column");
  if (cell.empty() || cell.tokens.size() > longest || group.empty()) return Column::other;
  for (const Mark& mark : language.grammar.find(*cell.text, cell.tokens, group)) {
    if (mark.tokens == cell.tokens) return column_named(mark.value);
  }
  return Column::other;
}

std::optional<std::vector<Column>> columns_of(const Unit& row, const Language& language) {
  if (row.kind != UnitKind::row) return std::nullopt;
  std::vector<Column> columns;
  std::size_t known = 0, filled = 0;
  for (const Passage& cell : row.cells) {
    columns.push_back(column_of(cell, language));
    filled += cell.empty() ? 0 : 1;
    known += columns.back() == Column::other ? 0 : 1;
  }
  if (known < 2 || known * 2 < filled) return std::nullopt;
  return columns;
}

bool has(const std::vector<Column>& columns, Column wanted) { return std::ranges::find(columns, wanted) != columns.end(); }

}  // namespace protokol

// Tables in plain text: drawn with bars and rules, or parted by tabs.
#pragma once

#include <string_view>
#include <vector>

#include "input/document.h"
#include "input/text_lines.h"

namespace protokol {

/// What a look for a table at some line gave. Lines [from, plain) are no table, lines [plain, end) are
/// its rows; where there is no table plain == end. `end` is past `from` in any case.
struct TableSearch {
  std::size_t plain = 0, end = 0;
  std::vector<Block> rows;  ///< without their table number
};

/// True where a table drawn with bars, or parted by tabs, may begin in this line: worth a search.
bool may_be_barred(std::string_view content);
bool may_be_tabbed(std::string_view text, const TextLine& line);

TableSearch find_barred_table(std::string_view text, const std::vector<TextLine>& lines, std::size_t from);
TableSearch find_tabbed_table(std::string_view text, const std::vector<TextLine>& lines, std::size_t from);

/// A row's block from its cells; place and margins are those of `line`.
Block row_of(std::vector<Cell> cells, const TextLine& line);

}  // namespace protokol

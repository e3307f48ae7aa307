// Protocols that were laid out as a table of two columns: «СЛУШАЛИ: | …», «РЕШИЛИ: | …», «Председатель | …».
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "input/document.h"
#include "record/language.h"

namespace protokol {

/// The blocks with the rows whose first cell is a heading turned into lines, the heading on a line of its
/// own; nothing where there are none. So is a row behind such a one whose first cell is empty. Before any
/// talk an office («Секретарь») heads a row, too; and before any heading at all a letterhead beside
/// «УТВЕРЖДАЮ» is read cell by cell. A table with the names of columns stays one.
std::optional<std::vector<Block>> with_headed_rows(std::string_view document,
                                                   const std::vector<Block>& blocks,
                                                   const Language& language);

}  // namespace protokol

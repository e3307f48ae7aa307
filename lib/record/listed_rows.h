// Lists of people that were laid out as a table: labels on rows of their own, or beside the names.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "input/document.h"
#include "record/language.h"

namespace protokol {

/// The blocks with such tables turned into lines; nothing where there are none. Every row is one of
///
///     Присутствовали:                              a label
///     Присутствовали: | Рогов Р. Р. – директор     a label, and people on the lines of the next cell
///     Рогов Р. Р. | – | директор                   a person: one line
///
/// and a label says who was there, who chaired, who kept the minutes; it may also stand on the line above. A
/// table with the names of columns, or numbers, stays one.
std::optional<std::vector<Block>> with_listed_rows(std::string_view document,
                                                   const std::vector<Block>& blocks,
                                                   const Language& language);

}  // namespace protokol

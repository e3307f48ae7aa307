// Two lists, or two stamps, that stand side by side: each is read by itself, the left one first.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "input/document.h"
#include "record/language.h"

namespace protokol {

/// The blocks with such columns put below each other as lines; nothing where there are none. Columns are the
/// two cells of a table's rows, or the two parts of lines with a wide gap; above them stand
///
///     От заказчика:          От подрядчика:        two labels: lists of people below, as far as names go
///     УТВЕРЖДАЮ              СОГЛАСОВАНО           two stamps: the lines below, up to a blank one
std::optional<std::vector<Block>> with_columns_apart(std::string_view document,
                                                     const std::vector<Block>& blocks,
                                                     const Language& language);

}  // namespace protokol

// Text whose cells were glued together: «№РешениеИсполнительСрок», «3.1Заключить договорКотов И.И.до 1 мая».
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "input/document.h"
#include "record/language.h"

namespace protokol {

/// The blocks with glued lines cut, and the rows of glued tables put together; nothing where no line holds
/// the glued names of a table's columns. Rows are the lines under such a head up to a blank line.
std::optional<std::vector<Block>> with_glued_tables(std::string_view document,
                                                    const std::vector<Block>& blocks,
                                                    const Language& language);

}  // namespace protokol

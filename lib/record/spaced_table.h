// Tables of tasks whose cells only a space parts, as text copied from a PDF has them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "input/document.h"
#include "record/language.h"

namespace protokol {

/// The blocks with the lines of such tables turned into rows; nothing where it has none. A table begins with
/// a line that is nothing but names of columns («№ Мероприятие Ответственный Срок»); each row begins with its
/// number, from one on, and may take several lines. People and deadlines show where cells part.
std::optional<std::vector<Block>> with_spaced_tables(std::string_view document,
                                                     const std::vector<Block>& blocks,
                                                     const Language& language);

}  // namespace protokol

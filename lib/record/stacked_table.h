// Tables of tasks whose cells stand one under another, each on lines of its own, as PDF exports leave them.
#pragma once

#include <optional>
#include <vector>

#include "input/document.h"
#include "record/language.h"

namespace protokol {

/// The document's blocks with the lines of such tables put together into rows; nothing where it has none. A table
/// begins where the names of its columns stand one under another («№», «Содержание», «Исполнитель», «Срок»); each
/// row begins with its number alone on a line.
std::optional<std::vector<Block>> with_stacked_tables(const Document& document, const Language& language);

}  // namespace protokol

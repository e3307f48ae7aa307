// At which width a text's lines were wrapped.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "input/document.h"
#include "record/line_shape.h"

namespace protokol {

/// The width in columns that lines were filled up to; empty where they were not wrapped. `shapes`: one for
/// each block, left as made where a block is no line of text.
std::optional<std::uint16_t> wrap_width(const std::vector<Block>& blocks,
                                        const std::vector<LineShape>& shapes);

/// A line that is read and may be joined with others.
bool is_text_line(const Block& block);

}  // namespace protokol

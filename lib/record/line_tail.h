// How a line ends.
#pragma once

#include <string_view>

#include "record/line_shape.h"

namespace protokol {

/// Fills in what `shape` tells of the line's end. `line`: without white space at either end, not empty.
void read_line_tail(std::string_view line, const LineWords& words, LineShape& shape);

}  // namespace protokol

// One line of a table that is drawn with bars and rules: ASCII («| a | b |», +---+) or box signs (│ ├─┼).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "input/text_lines.h"

namespace protokol {

/// What stands between two bars.
struct Segment {
  Span content;  ///< without white space at either end
  std::uint32_t column = 0, end_column = 0;
  bool rule = false;  ///< a stretch of a horizontal rule
};

enum class BarredKind : std::uint8_t { other, row, rule };

struct BarredLine {
  BarredKind kind = BarredKind::other;
  std::vector<Segment> segments;             ///< the first begins at the line's content, the last ends there
  bool bar_first = false, bar_last = false;  ///< a bar stands at the content's start, at its end
  std::size_t bars() const { return segments.empty() ? 0 : segments.size() - 1; }
};

BarredLine read_barred_line(std::string_view text, const TextLine& line);

}  // namespace protokol

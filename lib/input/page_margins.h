// The margins that a document's lines keep, and which lines are one paragraph.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "input/page_items.h"

namespace protokol {

/// The margins of a document's text, and what a letter takes.
struct Margins {
  double left = 0, right = 0, column = 1, leading = 1;

  /// A place in columns from the left margin.
  std::uint16_t columns(double place) const;
  /// The right margin that this line keeps.
  double right_of(const PageLine& line) const;
  bool is_centred(const PageLine& line) const;
};

Margins measure(const std::vector<PageItems>& pages);

/// Whether a new paragraph begins with `next`: its first word had room on the line before, or it is indented.
bool ends_paragraph(const PageLine& line, const PageLine& next, const Margins& margins);

/// Whether the lines, which the margin may have parted, are one sentence or two of one paragraph; `before` is
/// the paragraph's text so far. Where that is open they stay apart, as do halves of a word: whoever reads the
/// words knows more.
bool are_joined(std::string_view before, const PageLine& line, const PageLine& next);

/// «2022-»: the other year stands on the next line.
bool ends_in_range(std::string_view text);

}  // namespace protokol

// The lines of text that words on a page, or within one cell, stand in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/page.h"

namespace protokol {

/// Words without a wide gap between them.
struct PageSegment {
  Box box;
  std::string text;
};

struct PageLine {
  Box box;
  std::vector<PageSegment> segments;  ///< from left to right, parted by wide gaps
  std::vector<PageWord> words;        ///< from left to right
  double first_word = 0;              ///< width of the first word
  double right_margin = 0;            ///< of the column that it is set in; 0: the page's
  double moved = 0;                   ///< how far to the left it was, into the first column's place

  bool is_one_piece() const { return segments.size() == 1; }
};

/// The lines from the top down.
std::vector<PageLine> lines_of(std::vector<PageWord> words);

/// «1.», «2.3)», «–», «а)»: what stands before an item of a list.
bool is_list_mark(std::string_view word);

/// The line's text, gaps as spaces: as many as `column` (the width of a letter) goes into them.
std::string text_of(const PageLine& line, double column);

}  // namespace protokol

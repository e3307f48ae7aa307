// The physical lines of a plain text: where their content stands, how far it is indented.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace protokol {

/// One line that holds more than white space.
struct TextLine {
  Span all;      ///< the line without its end and without the mark of a quotation («> »)
  Span content;  ///< `all` without the white space at either end
  std::uint16_t indent = 0, width = 0, blank_before = 0;  ///< as of Block
  bool page_break_before = false;                         ///< a form feed stands before the content
};

/// The lines of `text`, which end at \n, \v and \f; blank ones are only counted.
std::vector<TextLine> text_lines(std::string_view text);

/// Underscores, dashes, equal signs, dots, stars in a row: a line that only parts others.
bool is_ruled_off(std::string_view content);
/// A page number: «- 2 -», or a bare number in a place where page numbers stand.
bool is_page_number(std::string_view text, const std::vector<TextLine>& lines, std::size_t line);
/// For each line whether all of it stands between `*` or `**`.
std::vector<bool> emphasised_lines(std::string_view text, const std::vector<TextLine>& lines);

}  // namespace protokol

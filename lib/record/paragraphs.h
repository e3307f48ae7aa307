// Lines joined into paragraphs: what a hard wrap, a page break or a hyphen parted.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "input/document.h"
#include "record/line_shape.h"

namespace protokol {

struct JoinedLine {
  std::uint32_t block = 0;  ///< its place in `blocks`
  bool wrapped = false;     ///< it begins where the line before was full: the break between them says nothing
};

/// Consecutive lines that are one paragraph, or one table row. Page furniture stands in no paragraph, and
/// lines before and behind it may belong together.
using Paragraph = std::vector<JoinedLine>;

/// `text`: the document's, which the blocks' spans point into.
std::vector<Paragraph> join_lines(std::string_view text, const std::vector<Block>& blocks,
                                  const LineWords& words);

}  // namespace protokol

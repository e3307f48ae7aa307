#include "input/wrapped_text.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "base/utf8.h"

namespace protokol {
namespace {

constexpr std::size_t widest_line = 140;  ///< columns of a line that a program may have wrapped
constexpr std::size_t narrowest_line = 40;
constexpr std::size_t fewest_wrapped = 3;  ///< lines that show that a text came wrapped

bool ends_in_hyphen(std::string_view line) {
  return line.size() > 3 && line.ends_with('-') && static_cast<unsigned char>(line[line.size() - 2]) >= 0x80;
}

}  // namespace

bool came_wrapped(const Document& document) {
  std::size_t lines = 0, wrapped = 0;
  std::uint16_t widest = 0;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::line) widest = std::max(widest, block.width);
  }
  if (widest > widest_line || widest < narrowest_line) return false;
  for (std::size_t i = 0; i + 1 < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    const Block& next = document.blocks[i + 1];
    if (block.kind != BlockKind::line || next.kind != BlockKind::line || next.blank_before > 0) continue;
    ++lines;
    const Span piece = block.pieces.back();
    const bool full = block.width * 4 >= widest * 3 ||
                      ends_in_hyphen(std::string_view(document.text).substr(piece.from, piece.size()));
    wrapped += full && utf8::is_small(utf8::decode(document.text, next.pieces[0].from).value);
  }
  return wrapped >= fewest_wrapped && wrapped * 12 >= lines;
}

}  // namespace protokol

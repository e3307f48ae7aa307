#include "record/piece_text.h"

#include <algorithm>

namespace protokol {

bool PieceText::only_signs() const {
  return std::ranges::all_of(text_.tokens, [](const Token& one) { return one.kind == TokenKind::sign; });
}

std::uint32_t extent(const std::vector<Span>& pieces) {
  return pieces.empty() ? 0 : pieces.back().to - pieces.front().from;
}

}  // namespace protokol

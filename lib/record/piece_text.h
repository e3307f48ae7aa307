// The text of a cell or of a few lines, read on its own: what the outline's stages ask about blocks.
#pragma once

#include <string_view>
#include <vector>

#include "record/passage.h"
#include "text/prepared.h"
#include "text/tokens.h"

namespace protokol {

/// Owns what its passages point into; `document` outlives it.
class PieceText {
 public:
  /// `pieces`: bytes of the document, in order.
  PieceText(std::string_view document, const std::vector<Span>& pieces)
      : document_(document), text_(tokenize(prepare(document, pieces), document)) {}

  const TokenText& text() const { return text_; }
  Passage whole() const { return {&text_, document_, {0, text_.size()}}; }
  bool ends_with_colon() const { return text_.size() > 0 && is_sign(text_, text_.size() - 1, ":"); }
  /// Signs alone tell nothing: a dash between two cells, a stroke for the hand.
  bool only_signs() const;

 private:
  std::string_view document_;
  TokenText text_;
};

/// Bytes of the document from the first piece to the end of the last; 0 of none.
std::uint32_t extent(const std::vector<Span>& pieces);

}  // namespace protokol

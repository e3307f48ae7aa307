// The first step of preparation: source characters into the one-byte alphabet, in one pass.
#pragma once

#include <span>
#include <string_view>

#include "text/prepared.h"

namespace protokol {

enum class Litter { kept, passed_over };

struct Folded {
  Prepared prepared;
  std::uint8_t kinds = 0;      ///< kinds of characters that occur, bits of text/alphabet.h
  bool may_be_spaced = false;  ///< single letters stand side by side
};

Folded fold(std::string_view document_text, std::span<const Span> pieces, Litter litter);

}  // namespace protokol

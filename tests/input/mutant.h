// Bytes with a few of them broken, and what must hold of whatever is still read.
#pragma once

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>

#include "base/utf8.h"
#include "input/document.h"

namespace protokol::test {

/// One to four changes: bytes overwritten, taken out, doubled, cut off, or made signs that formats live by.
inline std::string mutant(std::string bytes, std::mt19937& random) {
  const auto any = [&](std::size_t below) {
    return static_cast<std::size_t>(random() % std::max<std::size_t>(below, 1));
  };
  for (std::size_t i = any(4) + 1; i > 0 && !bytes.empty(); --i) {
    const std::size_t place = any(bytes.size()), size = any(40) + 1;
    switch (any(6)) {
      case 0:
        bytes[place] = static_cast<char>(any(256));
        break;
      case 1:
        bytes.erase(place, size);
        break;
      case 2:
        bytes.insert(place, bytes.substr(any(bytes.size()), size));
        break;
      case 3:
        bytes.resize(place);
        break;
      case 4:
        bytes[place] = "<>&\"/:0%"[any(8)];
        break;
      default:
        bytes.replace(place, std::min(size, bytes.size() - place), bytes.substr(any(bytes.size()), size));
    }
  }
  return bytes;
}

/// Every block has content, which lies in the text.
inline bool is_sound(const Document& document) {
  const auto is_inside = [&](Span piece) {
    return piece.from < piece.to && piece.to <= document.text.size() &&
           !utf8::trim(document.text, piece).empty();
  };
  return std::all_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
    return !block.pieces.empty() && std::all_of(block.pieces.begin(), block.pieces.end(), is_inside);
  });
}

}  // namespace protokol::test

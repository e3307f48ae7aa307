// The marks of the texts that were read last: several readings ask for the same group in the same passage.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "grammar/grammar.h"
#include "grammar/number_map.h"

namespace protokol::grammar {

/// Keeps what was found by the text's number, not by what the text says. Not for two threads at once.
class MarkMemory {
 public:
  /// The marks that were kept of a group in a range; nullptr where none were. Good until the next `keep`.
  const std::vector<Mark>* find(const TokenText& text, Span range, std::uint32_t group) const;
  void keep(const TokenText& text, Span range, std::uint32_t group, const std::vector<Mark>& marks);

 private:
  static constexpr std::uint32_t longest_kept = 8192;  // tokens of a text
  static constexpr std::size_t texts_kept = 16;

  struct Kept {
    std::uint64_t number = 0;
    NumberMap places;  ///< by range and group: number of `marks`
    std::vector<std::vector<Mark>> marks;
  };
  static bool may_keep(const TokenText& text) { return text.number != 0 && text.size() <= longest_kept; }
  static std::uint64_t key(Span range, std::uint32_t group) {
    return std::uint64_t{group} << 32U | std::uint64_t{range.from} << 16U | range.to;
  }

  std::array<Kept, texts_kept> kept_;
};

}  // namespace protokol::grammar

// A half-open stretch of a text.
#pragma once

#include <cstdint>

namespace protokol {

/// Bytes [from, to) of the decoded UTF-8 text of one document, or, where a
/// declaration says so, tokens [from, to) of one block. Emitters turn byte
/// spans into Unicode code points.
struct Span {
  std::uint32_t from = 0;
  std::uint32_t to = 0;

  constexpr bool empty() const { return from >= to; }
  constexpr std::uint32_t size() const { return empty() ? 0 : to - from; }
  constexpr bool contains(std::uint32_t place) const { return from <= place && place < to; }
  constexpr bool overlaps(Span other) const { return from < other.to && other.from < to; }
  friend constexpr bool operator==(Span, Span) = default;
};

}  // namespace protokol

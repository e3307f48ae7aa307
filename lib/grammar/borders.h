// A set of token borders within a short stretch of a text: bit 0 is its start.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace protokol::grammar {

template <std::size_t Words>
class Borders {
 public:
  static constexpr std::uint32_t capacity = Words * 64;

  static Borders only(std::uint32_t border) {
    Borders made;
    made.add(border);
    return made;
  }

  void add(std::uint32_t border) { words_[border / 64] |= std::uint64_t{1} << (border % 64); }
  bool has(std::uint32_t border) const { return (words_[border / 64] >> (border % 64) & 1U) != 0; }

  bool empty() const {
    for (const std::uint64_t word : words_) {
      if (word != 0) return false;
    }
    return true;
  }
  bool meets(const Borders& other) const {
    for (std::size_t i = 0; i < Words; ++i) {
      if ((words_[i] & other.words_[i]) != 0) return true;
    }
    return false;
  }
  Borders& operator|=(const Borders& other) {
    for (std::size_t i = 0; i < Words; ++i) words_[i] |= other.words_[i];
    return *this;
  }
  Borders operator&(const Borders& other) const {
    Borders both;
    for (std::size_t i = 0; i < Words; ++i) both.words_[i] = words_[i] & other.words_[i];
    return both;
  }
  /// The last one; the set must not be empty.
  std::uint32_t last() const {
    std::size_t i = Words - 1;
    while (words_[i] == 0) --i;
    return static_cast<std::uint32_t>(i * 64 + 63) - static_cast<std::uint32_t>(std::countl_zero(words_[i]));
  }

  /// Calls `visit` with each border, ascending.
  template <typename Visit>
  void each(Visit visit) const {
    for (std::size_t i = 0; i < Words; ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        visit(static_cast<std::uint32_t>(i * 64) + static_cast<std::uint32_t>(std::countr_zero(word)));
      }
    }
  }

 private:
  std::array<std::uint64_t, Words> words_{};
};

}  // namespace protokol::grammar

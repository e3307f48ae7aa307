// The readings of words that were looked up before: a text's vocabulary is small beside its length.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "morphology/dictionary.h"

namespace protokol {

/// Forgets everything when it holds too much. Not for two threads at once.
class ReadingMemory {
 public:
  ReadingMemory();

  /// The word's readings; nothing where it was not kept. Good until the next `keep`.
  std::optional<std::span<const Reading>> find(std::string_view word) const;
  void keep(std::string_view word, std::span<const Reading> readings);
  void forget();

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t letters_from = 0, letters_size = 0;
    std::uint32_t readings_from = 0, readings_size = 0;
  };

  /// The slot that holds the word, or the empty one where it belongs.
  std::size_t slot(std::string_view word, std::uint64_t hash) const;

  std::string letters_;
  std::vector<Reading> readings_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  ///< entry number + 1; 0 is empty; the size is a power of two
};

}  // namespace protokol

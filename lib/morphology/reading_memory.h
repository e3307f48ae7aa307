// The readings of words that were looked up before: a text's vocabulary is small beside its length.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/word_table.h"
#include "morphology/dictionary.h"

namespace protokol {

/// Forgets everything when it holds too much. Not for two threads at once.
class ReadingMemory {
 public:
  /// The word's readings; nothing where it was not kept. Good until the next `keep`.
  std::optional<std::span<const Reading>> find(std::string_view word) const;
  void keep(std::string_view word, std::span<const Reading> readings);
  void forget();

 private:
  WordTable words_;
  std::vector<Reading> readings_;
  std::vector<std::uint32_t> starts_ = {0};  ///< by word: its first reading; one more at the end
};

}  // namespace protokol

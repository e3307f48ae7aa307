// Words numbered as they come: the one hash look-up that a token costs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protokol {

class WordTable {
 public:
  WordTable();

  std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }
  std::optional<std::uint32_t> find(std::string_view word) const;
  /// The word's number; a new word gets the next one.
  std::uint32_t insert(std::string_view word);
  void clear();

  template <typename Stream>
  void transfer(Stream& stream) {
    stream(characters_);
    stream.block(entries_);
    stream(slots_);
  }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t from = 0;
    std::uint32_t size = 0;
  };

  static std::uint64_t hash(std::string_view word);
  /// The slot that holds the word, or the empty one where it belongs.
  std::size_t slot(std::string_view word, std::uint64_t hash) const;
  void grow();

  std::string characters_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  ///< entry number + 1; 0 is empty; the size is a power of two
};

}  // namespace protokol

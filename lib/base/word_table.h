// Words numbered as they come: the one hash look-up that a token costs.
#pragma once

#include <cstdint>
#include <cstring>
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
  static std::uint64_t mixed(std::uint64_t value) {
    value *= 0x9E3779B97F4A7C15U;
    return value ^ (value >> 32U);
  }
  template <typename Number>
  static std::uint64_t load(const char* bytes) {
    Number value = 0;
    std::memcpy(&value, bytes, sizeof value);
    return value;
  }
  /// Up to eight bytes, by two reads that may overlap: the size is part of the hash anyway.
  static std::uint64_t load(std::string_view bytes) {
    const char* end = bytes.data() + bytes.size();
    if (bytes.size() == 8) return load<std::uint64_t>(bytes.data());
    if (bytes.size() >= 4) return load<std::uint32_t>(bytes.data()) << 32U | load<std::uint32_t>(end - 4);
    if (bytes.size() >= 2) return load<std::uint16_t>(bytes.data()) << 16U | load<std::uint16_t>(end - 2);
    return bytes.empty() ? 0 : static_cast<unsigned char>(bytes.front());
  }
  /// The slot that holds the word, or the empty one where it belongs.
  std::size_t slot(std::string_view word, std::uint64_t hash) const;
  void grow();

  std::string characters_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  ///< entry number + 1; 0 is empty; the size is a power of two
};

inline std::uint64_t WordTable::hash(std::string_view word) {
  std::uint64_t value = word.size();
  while (word.size() > 8) {
    value = mixed(value ^ load<std::uint64_t>(word.data()));
    word.remove_prefix(8);
  }
  return mixed(value ^ load(word));
}

inline std::size_t WordTable::slot(std::string_view word, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t place = hash & mask;
  while (slots_[place] != 0) {
    const Entry& entry = entries_[slots_[place] - 1];
    if (entry.hash == hash && std::string_view(characters_).substr(entry.from, entry.size) == word) break;
    place = (place + 1) & mask;
  }
  return place;
}

inline std::optional<std::uint32_t> WordTable::find(std::string_view word) const {
  const std::uint32_t found = slots_[slot(word, hash(word))];
  if (found == 0) return std::nullopt;
  return found - 1;
}

}  // namespace protokol

#include "base/word_table.h"

#include <cstring>

namespace protokol {

namespace {

constexpr std::size_t first_slots = 256;

template <typename Number>
std::uint64_t load(const char* bytes) {
  Number value = 0;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

/// Of up to eight bytes, by two reads that may overlap: the size is part of the hash anyway.
std::uint64_t load(std::string_view bytes) {
  const char* end = bytes.data() + bytes.size();
  if (bytes.size() == 8) return load<std::uint64_t>(bytes.data());
  if (bytes.size() >= 4) return load<std::uint32_t>(bytes.data()) << 32U | load<std::uint32_t>(end - 4);
  if (bytes.size() >= 2) return load<std::uint16_t>(bytes.data()) << 16U | load<std::uint16_t>(end - 2);
  return bytes.empty() ? 0 : static_cast<unsigned char>(bytes.front());
}

std::uint64_t mixed(std::uint64_t value) {
  value *= 0x9E3779B97F4A7C15U;
  return value ^ (value >> 32U);
}

}  // namespace

WordTable::WordTable() : slots_(first_slots, 0) {}

std::uint64_t WordTable::hash(std::string_view word) {
  std::uint64_t value = word.size();
  while (word.size() > 8) {
    value = mixed(value ^ load<std::uint64_t>(word.data()));
    word.remove_prefix(8);
  }
  return mixed(value ^ load(word));
}

std::size_t WordTable::slot(std::string_view word, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t place = hash & mask;
  while (slots_[place] != 0) {
    const Entry& entry = entries_[slots_[place] - 1];
    if (entry.hash == hash && std::string_view(characters_).substr(entry.from, entry.size) == word) break;
    place = (place + 1) & mask;
  }
  return place;
}

std::optional<std::uint32_t> WordTable::find(std::string_view word) const {
  const std::uint32_t found = slots_[slot(word, hash(word))];
  if (found == 0) return std::nullopt;
  return found - 1;
}

std::uint32_t WordTable::insert(std::string_view word) {
  const std::uint64_t value = hash(word);
  const std::size_t place = slot(word, value);
  if (slots_[place] != 0) return slots_[place] - 1;
  entries_.push_back(
      {value, static_cast<std::uint32_t>(characters_.size()), static_cast<std::uint32_t>(word.size())});
  characters_ += word;
  slots_[place] = size();
  if (entries_.size() * 2 > slots_.size()) grow();
  return size() - 1;
}

void WordTable::clear() {
  characters_.clear();
  entries_.clear();
  slots_.assign(first_slots, 0);
}

void WordTable::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t i = 0; i < size(); ++i) {
    std::size_t place = entries_[i].hash & mask;
    while (slots_[place] != 0) place = (place + 1) & mask;
    slots_[place] = i + 1;
  }
}

}  // namespace protokol

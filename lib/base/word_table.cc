#include "base/word_table.h"

namespace protokol {

namespace {

constexpr std::size_t first_slots = 256;

}  // namespace

WordTable::WordTable() : slots_(first_slots, 0) {}

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

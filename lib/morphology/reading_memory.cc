// A hash table of words, their letters and readings side by side.
#include "morphology/reading_memory.h"

#include <cstring>

namespace protokol {

namespace {

constexpr std::size_t most_words = 1U << 15U;
constexpr std::size_t slot_count = 1U << 16U;

std::uint64_t mixed(std::uint64_t value) {
  value *= 0x9E3779B97F4A7C15U;
  return value ^ (value >> 32U);
}

std::uint64_t hash_of(std::string_view word) {
  std::uint64_t value = word.size();
  for (; word.size() > 8; word.remove_prefix(8)) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, word.data(), 8);
    value = mixed(value ^ eight);
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, word.data(), word.size());
  return mixed(value ^ rest);
}

}  // namespace

ReadingMemory::ReadingMemory() : slots_(slot_count, 0) {}

std::size_t ReadingMemory::slot(std::string_view word, std::uint64_t hash) const {
  std::size_t place = hash % slot_count;
  while (slots_[place] != 0) {
    const Entry& entry = entries_[slots_[place] - 1];
    if (entry.hash == hash &&
        std::string_view(letters_).substr(entry.letters_from, entry.letters_size) == word) {
      break;
    }
    place = (place + 1) % slot_count;
  }
  return place;
}

std::optional<std::span<const Reading>> ReadingMemory::find(std::string_view word) const {
  const std::uint32_t found = slots_[slot(word, hash_of(word))];
  if (found == 0) return std::nullopt;
  const Entry& entry = entries_[found - 1];
  return std::span(readings_).subspan(entry.readings_from, entry.readings_size);
}

void ReadingMemory::keep(std::string_view word, std::span<const Reading> readings) {
  if (entries_.size() >= most_words) forget();
  const std::uint64_t hash = hash_of(word);
  const auto size = [](const auto& values) { return static_cast<std::uint32_t>(values.size()); };
  slots_[slot(word, hash)] = size(entries_) + 1;
  entries_.push_back({hash, size(letters_), size(word), size(readings_), size(readings)});
  letters_ += word;
  readings_.insert(readings_.end(), readings.begin(), readings.end());
}

void ReadingMemory::forget() {
  letters_.clear();
  readings_.clear();
  entries_.clear();
  slots_.assign(slot_count, 0);
}

}  // namespace protokol

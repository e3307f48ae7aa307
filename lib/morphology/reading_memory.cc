#include "morphology/reading_memory.h"

namespace protokol {

namespace {

constexpr std::uint32_t most_words = 1U << 15U;

}  // namespace

std::optional<std::span<const Reading>> ReadingMemory::find(std::string_view word) const {
  const auto known = words_.find(word);
  if (!known) return std::nullopt;
  const std::uint32_t from = starts_[*known];
  return std::span(readings_).subspan(from, starts_[*known + 1] - from);
}

void ReadingMemory::keep(std::string_view word, std::span<const Reading> readings) {
  if (words_.size() >= most_words) forget();
  if (words_.insert(word) + 1 < starts_.size()) return;
  readings_.insert(readings_.end(), readings.begin(), readings.end());
  starts_.push_back(static_cast<std::uint32_t>(readings_.size()));
}

void ReadingMemory::forget() {
  words_.clear();
  readings_.clear();
  starts_ = {0};
}

}  // namespace protokol

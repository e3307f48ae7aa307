// A hash map from 64-bit numbers to 32-bit numbers, for the automaton's tables.
#pragma once

#include <cstdint>
#include <vector>

namespace protokol::grammar {

class NumberMap {
 public:
  static constexpr std::uint32_t absent = 0xFFFFFFFFU;

  std::uint32_t size() const { return size_; }

  std::uint32_t find(std::uint64_t key) const { return slots_[slot(key)].value; }

  /// Sets the value of a key; `value` must not be `absent`.
  void set(std::uint64_t key, std::uint32_t value) {
    Slot& found = slots_[slot(key)];
    if (found.value == absent) ++size_;
    found = {key, value, 0};
    if (size_ * 2 > slots_.size()) grow();
  }

  template <typename Stream>
  void transfer(Stream& stream) {
    stream.block(slots_);
    stream(size_);
  }

  void clear() {
    if (size_ != 0) slots_.assign(first_size, {});
    size_ = 0;
  }

 private:
  static constexpr std::size_t first_size = 64;
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t value = absent;
    std::uint32_t unused = 0;  ///< no padding where slots are packed
  };

  std::size_t slot(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::uint64_t hash = key * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 29U;
    std::size_t place = hash & mask;
    while (slots_[place].value != absent && slots_[place].key != key) place = (place + 1) & mask;
    return place;
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& entry : old) {
      if (entry.value != absent) slots_[slot(entry.key)] = entry;
    }
  }

  std::vector<Slot> slots_ = std::vector<Slot>(first_size);
  std::uint32_t size_ = 0;
};

}  // namespace protokol::grammar

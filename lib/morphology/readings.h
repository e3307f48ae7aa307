// The readings of one form: a handful, held in place.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>

#include "morphology/grammemes.h"

namespace protokol {

/// What one form may be.
struct Reading {
  std::uint32_t lemma = 0;  ///< equal for forms of one word
  PartOfSpeech part = PartOfSpeech::other;
  Case grammatical_case = Case::none;  ///< of a preposition: the case it governs
  Gender gender = Gender::none;
  Number number = Number::none;
  Animacy animacy = Animacy::none;  ///< of nouns; of accusative adjectives: what they agree with
  Tense tense = Tense::none;
  Voice voice = Voice::none;  ///< of participles; a short participle is a short_adjective with a voice

  friend bool operator==(const Reading&, const Reading&) = default;
};

/// A sequence of readings. Only what few words have, more than `in_place`, takes memory of its own.
class Readings {
 public:
  static constexpr std::uint32_t in_place = 8;

  Readings() = default;
  explicit Readings(std::span<const Reading> readings) { append(readings); }
  Readings(const Readings& other) { append(other); }
  Readings(Readings&& other) noexcept { take(other); }
  Readings& operator=(const Readings& other) {
    if (this != &other) size_ = 0, append(other);
    return *this;
  }
  Readings& operator=(Readings&& other) noexcept {
    if (this != &other) take(other);
    return *this;
  }
  ~Readings() = default;

  const Reading* begin() const { return data(); }
  const Reading* end() const { return data() + size_; }
  Reading* begin() { return data(); }
  Reading* end() { return data() + size_; }
  std::uint32_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const Reading& operator[](std::size_t index) const { return data()[index]; }
  const Reading& front() const { return data()[0]; }
  operator std::span<const Reading>() const { return {data(), size_}; }

  void push_back(const Reading& reading) {
    if (size_ == room_) reserve(size_ * 2);
    data()[size_++] = reading;
  }
  template <typename Unwanted>
  void erase_if(Unwanted unwanted) {
    size_ = static_cast<std::uint32_t>(std::remove_if(begin(), end(), unwanted) - begin());
  }

 private:
  Reading* data() { return more_ ? more_.get() : few_.data(); }
  const Reading* data() const { return more_ ? more_.get() : few_.data(); }

  void reserve(std::uint32_t room) {
    if (room <= room_) return;
    auto grown = std::make_unique<Reading[]>(room);
    std::copy(begin(), end(), grown.get());
    more_ = std::move(grown);
    room_ = room;
  }
  void append(std::span<const Reading> readings) {
    reserve(size_ + static_cast<std::uint32_t>(readings.size()));
    std::copy(readings.begin(), readings.end(), end());
    size_ += static_cast<std::uint32_t>(readings.size());
  }
  void take(Readings& other) {
    if (other.more_) {
      more_ = std::move(other.more_);
      room_ = other.room_;
      other.room_ = in_place;
    } else {
      std::copy(other.begin(), other.end(), data());
    }
    size_ = other.size_;
    other.size_ = 0;
  }

  std::uint32_t size_ = 0;
  std::uint32_t room_ = in_place;
  std::unique_ptr<Reading[]> more_;
  std::array<Reading, in_place> few_;
};

}  // namespace protokol

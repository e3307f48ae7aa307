// A set of grammatical cases, gone through in the order of `Case`.
#pragma once

#include <bit>
#include <cstdint>

#include "morphology/grammemes.h"

namespace protokol {

class CaseSet {
 public:
  class Iterator {
   public:
    explicit Iterator(std::uint8_t left) : left_(left) {}
    Case operator*() const { return static_cast<Case>(std::countr_zero(left_)); }
    Iterator& operator++() {
      left_ = static_cast<std::uint8_t>(left_ & (left_ - 1U));
      return *this;
    }
    friend bool operator==(Iterator, Iterator) = default;

   private:
    std::uint8_t left_;
  };

  void add(Case one) { bits_ = static_cast<std::uint8_t>(bits_ | bit(one)); }
  bool has(Case one) const { return (bits_ & bit(one)) != 0; }
  bool empty() const { return bits_ == 0; }
  /// The set must not be empty.
  Case front() const { return *begin(); }
  Iterator begin() const { return Iterator(bits_); }
  Iterator end() const { return Iterator(0); }
  friend CaseSet operator&(CaseSet a, CaseSet b) {
    CaseSet both;
    both.bits_ = a.bits_ & b.bits_;
    return both;
  }

 private:
  static std::uint8_t bit(Case one) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(one)); }

  std::uint8_t bits_ = 0;
};

}  // namespace protokol

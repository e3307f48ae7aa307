// What stands before an item of a list: «3.1.», «а)», «II.», «•».
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/passage.h"

namespace protokol {

enum class MarkerKind : std::uint8_t { none, number, letter, roman, bullet };

struct Marker {
  MarkerKind kind = MarkerKind::none;
  std::string text;                 ///< as printed, without the final dot or bracket; empty of a bullet
  std::vector<std::uint32_t> path;  ///< «3.1» → 3, 1; «б» → 2; «IV» → 4; empty of a bullet
  char sign = 0;         ///< what closes it («.», «)», 0), or a bullet's sign (prepared alphabet)
  bool capital = false;  ///< a capital letter: «А.» may also be an initial
  Span tokens;           ///< with what closes it
};

/// «IV» → 4, up to 50; look-alikes in Cyrillic count. `letters`: of the prepared alphabet.
std::optional<std::uint32_t> roman_number(std::string_view letters);

/// «2» of «2.1»
std::string first_number(const Marker& marker);

/// The marker that the passage begins with; its kind is `none` where it begins with none. A date, a time, an
/// amount is no marker. Behind a bullet a number may follow; then the number is the marker.
Marker marker_at(const Passage& passage);

/// Whether `next` may follow `last` in one list: the next number of its level or of a level above, or the
/// first of the level below. Gaps of one are let through.
bool may_follow(const Marker& last, const Marker& next);

/// Whether a list may begin with the marker: 1, 2.1, а, I.
bool may_open_list(const Marker& marker);

}  // namespace protokol

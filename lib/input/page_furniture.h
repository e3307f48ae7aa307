// Running heads, feet and page numbers.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace protokol {

/// How many lines at either edge of a page are looked at.
inline constexpr std::size_t furniture_depth = 3;

/// A line near the head or the foot of a page.
struct EdgeLine {
  std::size_t page = 0;   ///< from 0
  std::size_t place = 0;  ///< among what stands on the page
  std::size_t edge = 0;   ///< lines between it and the edge
  double top = 0;
  std::string text;
};

/// Which of the lines are furniture: what stands at one height on at least half of the pages, digits aside,
/// and at the very edge a number that counts the pages. `lines` are in reading order.
std::vector<bool> find_furniture(const std::vector<EdgeLine>& lines, std::size_t pages);

}  // namespace protokol

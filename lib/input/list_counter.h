// Counts the items of one list with levels, as word processors do.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "input/number_format.h"

namespace protokol {

inline constexpr std::size_t list_levels = 10;

struct ListLevel {
  NumberFormat format = NumberFormat::decimal;
  std::uint32_t start = 1;
  /// What is printed: «%1.%2.»; «%» and a digit stand for the number of that level. A bullet is its sign.
  std::string text;
  bool legal = false;  ///< all numbers in it are decimal
  /// The item of which level, from 1, lets this one begin anew: any that lies above where nothing is said,
  /// none where it is 0.
  std::optional<std::uint32_t> restart = {};
};

using ListLevels = std::array<ListLevel, list_levels>;

/// The sign that stands for a bullet of any font: dashes and stars remain, all others are U+2022.
std::string bullet(std::string_view printed);

/// Whether what is printed counts: in a table's first column the number may be all that a cell holds.
bool is_ordinal(std::string_view printed);

class ListCounter {
 public:
  /// Counts an item of that level (below list_levels): deeper levels begin anew.
  void count(const ListLevels& levels, std::size_t level);
  /// The next item of that level gets this number.
  void restart(std::size_t level, std::uint32_t number);
  /// What is printed before the item that was counted last; at most about a hundred bytes.
  std::string printed(const ListLevels& levels, std::size_t level) const;

 private:
  std::array<std::optional<std::uint32_t>, list_levels> numbers_;  ///< of levels that have begun
  std::array<std::optional<std::uint32_t>, list_levels> next_;     ///< where a number was set
};

}  // namespace protokol

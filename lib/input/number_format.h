// Automatic numbers as they are printed.
#pragma once

#include <cstdint>
#include <string>

namespace protokol {

enum class NumberFormat : std::uint8_t {
  none,
  decimal,
  decimal_zero,  ///< 01, 02 … 10
  lower_roman,
  upper_roman,
  lower_latin,
  upper_latin,
  lower_russian,  ///< the alphabet without the letters that lists leave out
  upper_russian,
};

/// The number in this format; letters are doubled after the last of the alphabet, as word processors do. A
/// number that the format cannot show is decimal.
std::string formatted(std::uint32_t number, NumberFormat format);

}  // namespace protokol

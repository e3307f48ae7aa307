#include "input/number_format.h"

#include <array>
#include <string_view>

#include "base/utf8.h"

namespace protokol {
namespace {

constexpr std::uint32_t most_repeats = 5;

// Lists pass over five letters.
constexpr std::u32string_view lower_russian_letters = U"абвгдежзиклмнопрстуфхцчшщэюя";
constexpr char32_t russian_case = 0x20;  ///< from a capital to its small letter

struct Roman {
  std::uint32_t value;
  std::string_view upper, lower;
};

constexpr std::array romans{
    Roman{1000, "M", "m"}, Roman{900, "CM", "cm"}, Roman{500, "D", "d"}, Roman{400, "CD", "cd"},
    Roman{100, "C", "c"},  Roman{90, "XC", "xc"},  Roman{50, "L", "l"},  Roman{40, "XL", "xl"},
    Roman{10, "X", "x"},   Roman{9, "IX", "ix"},   Roman{5, "V", "v"},   Roman{4, "IV", "iv"},
    Roman{1, "I", "i"},
};

std::string roman(std::uint32_t number, std::string_view Roman::*letters) {
  if (number == 0 || number > 3999) return std::to_string(number);
  std::string text;
  for (const Roman& sign : romans) {
    for (; number >= sign.value; number -= sign.value) text += sign.*letters;
  }
  return text;
}

std::string latin(std::uint32_t number, char first) {
  if (number == 0 || number > 26 * most_repeats) return std::to_string(number);
  return std::string((number - 1) / 26 + 1, static_cast<char>(first + static_cast<char>((number - 1) % 26)));
}

std::string russian(std::uint32_t number, char32_t shift) {
  const auto size = static_cast<std::uint32_t>(lower_russian_letters.size());
  if (number == 0 || number > size * most_repeats) return std::to_string(number);
  const std::string letter = utf8::encode(lower_russian_letters[(number - 1) % size] - shift);
  std::string text;
  for (std::uint32_t i = 0; i <= (number - 1) / size; ++i) text += letter;
  return text;
}

}  // namespace

std::string formatted(std::uint32_t number, NumberFormat format) {
  switch (format) {
    case NumberFormat::none:
      return {};
    case NumberFormat::decimal:
      break;
    case NumberFormat::decimal_zero:
      return (number < 10 ? "0" : "") + std::to_string(number);
    case NumberFormat::lower_roman:
      return roman(number, &Roman::lower);
    case NumberFormat::upper_roman:
      return roman(number, &Roman::upper);
    case NumberFormat::lower_latin:
      return latin(number, 'a');
    case NumberFormat::upper_latin:
      return latin(number, 'A');
    case NumberFormat::lower_russian:
      return russian(number, 0);
    case NumberFormat::upper_russian:
      return russian(number, russian_case);
  }
  return std::to_string(number);
}

}  // namespace protokol

// The one-byte alphabet of prepared text: which byte every code point becomes.
#pragma once

#include <array>
#include <cstdint>

namespace protokol {

/// What a code point becomes where it becomes no character of the alphabet.
inline constexpr char drops_out = '\x01';      ///< soft hyphens and zero-width characters
inline constexpr char joins = '\x02';          ///< a combining mark: belongs to the letter before it
inline constexpr char may_be_litter = '\x03';  ///< * ~ [ \ : a character itself, or a piece of markup

/// Kinds of the alphabet's bytes, as bits.
enum : std::uint8_t { cyrillic_bit = 1, latin_bit = 2, foreign_bit = 4, digit_bit = 8, space_bit = 16 };
inline constexpr std::uint8_t letter_bits = cyrillic_bit | latin_bit | foreign_bit;

/// Built once, on first use.
struct Alphabet {
  std::array<char, 0x10000> prepared;   ///< by code point; ones above U+FFFF: prepared_beyond
  std::array<std::uint8_t, 256> kinds;  ///< by prepared byte
  std::array<char32_t, 256> printed;    ///< by prepared byte; U+FFFD for other_letter and other_sign
};

const Alphabet& alphabet();
char prepared_beyond(char32_t value);

inline std::uint8_t kind_of(const Alphabet& alphabet, char prepared) {
  return alphabet.kinds[static_cast<unsigned char>(prepared)];
}

}  // namespace protokol

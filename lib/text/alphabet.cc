// Fills the tables of the prepared alphabet.
#include "text/alphabet.h"

#include <string_view>

#include "base/utf8.h"
#include "text/prepared.h"

namespace protokol {
namespace {

using Bytes = std::array<char, 0x10000>;

struct Range {
  char32_t first, last;
};
// Ideographs, Hangul, private use beyond the symbol fonts: no need to ask about each.
constexpr Range letters_all[] = {{0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xA000, 0xA48C}, {0xAC00, 0xD7A3}};

constexpr char32_t dashes[] = {0x2010, 0x2011, 0x2012, 0x2013, 0x2014,
                               0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D};
constexpr char32_t quotes[] = {'\'',   0xAB,   0xBB,   0xB4,   0x2018, 0x2019, 0x201A,
                               0x201B, 0x201C, 0x201D, 0x201E, 0x201F, 0x2032, 0x2033,
                               0x2039, 0x203A, 0x301D, 0x301E, 0x301F, 0xFF02};
constexpr char32_t bullets[] = {0x95,   0xB7,   0x2DC,  0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219,
                                0x22C5, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25B8, 0x25BA, 0x25C6,
                                0x25C7, 0x25C8, 0x25CB, 0x25CF, 0x25D8, 0x25E6, 0x2605, 0x2606, 0x2610,
                                0x2611, 0x2612, 0x2713, 0x2714, 0x2717, 0x2726, 0x2736, 0x2756, 0x2794,
                                0x279C, 0x27A2, 0x27A4, 0x27A1, 0x29BF, 0x2B1B, 0x2B24, 0x2705};

struct Letter {
  char32_t small;
  unsigned char prepared;
};
// Letters of windows-1251 outside а–я.
constexpr Letter further_letters[] = {
    {0x452, 0x90}, {0x453, 0x83}, {0x454, 0xBA}, {0x455, 0xBE}, {0x456, 0xB3}, {0x457, 0xBF}, {0x458, 0xBC},
    {0x459, 0x9A}, {0x45A, 0x9C}, {0x45B, 0x9E}, {0x45C, 0x9D}, {0x45E, 0xA2}, {0x45F, 0x9F}, {0x491, 0xB4}};

char as_char(unsigned byte) { return static_cast<char>(static_cast<unsigned char>(byte)); }

char by_category(char32_t value) {
  if (utf8::is_space(value)) return ' ';
  if (utf8::is_mark(value)) return joins;
  if (utf8::is_letter(value)) return other_letter;
  return other_sign;
}

void fill_ascii(Bytes& bytes) {
  for (unsigned c = 0; c < 0x80; ++c) {
    bytes[c] = c < 0x20 ? ' ' : as_char(c);
    if (c >= 'A' && c <= 'Z') bytes[c] = as_char(c - 'A' + 'a');
  }
  bytes[0x7F] = ' ';
  for (char c : std::string_view("*~[\\")) bytes[static_cast<unsigned char>(c)] = may_be_litter;
}

void fill_signs(Bytes& bytes) {
  for (char32_t c : dashes) bytes[c] = '-';
  for (char32_t c : quotes) bytes[c] = '"';
  for (char32_t c : bullets) bytes[c] = '\x95';
  for (char32_t c = 0xF020; c <= 0xF0FF; ++c) bytes[c] = '\x95';  // Word's symbol fonts
  bytes[0x2116] = '\xB9';
  bytes[0xA7] = '\xA7';
  for (char32_t c : {0xAD, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFE0E, 0xFE0F, 0xFEFF}) {
    bytes[c] = drops_out;
  }
  for (char32_t c = 0x202A; c <= 0x202E; ++c) bytes[c] = drops_out;
}

void fill_cyrillic(Bytes& bytes) {
  for (unsigned i = 0; i < 32; ++i) bytes[0x410 + i] = bytes[0x430 + i] = as_char(0xE0 + i);
  bytes[0x401] = bytes[0x451] = as_char(0xE5);
  for (const Letter& letter : further_letters) bytes[letter.small] = as_char(letter.prepared);
  for (char32_t capital = 0x402; capital <= 0x490; ++capital) {
    const char32_t small = utf8::to_small(capital);
    for (const Letter& letter : further_letters) {
      if (letter.small == small) bytes[capital] = as_char(letter.prepared);
    }
  }
}

Bytes prepared_bytes() {
  Bytes bytes;
  bytes.fill(other_sign);
  for (const Range& range : letters_all) {
    for (char32_t c = range.first; c <= range.last; ++c) bytes[c] = other_letter;
  }
  for (char32_t c = 0x80; c < 0x3400; ++c) bytes[c] = by_category(c);
  for (char32_t c = 0xA490; c < 0xAC00; ++c) bytes[c] = by_category(c);
  for (char32_t c = 0xF900; c < 0xFFFE; ++c) bytes[c] = by_category(c);
  fill_ascii(bytes);
  fill_signs(bytes);
  fill_cyrillic(bytes);
  return bytes;
}

std::array<std::uint8_t, 256> kinds() {
  std::array<std::uint8_t, 256> kinds{};
  for (unsigned c = 'a'; c <= 'z'; ++c) kinds[c] = latin_bit;
  for (unsigned c = '0'; c <= '9'; ++c) kinds[c] = digit_bit;
  for (unsigned c = 0xE0; c <= 0xFF; ++c) kinds[c] = cyrillic_bit;
  for (const Letter& letter : further_letters) kinds[letter.prepared] = cyrillic_bit;
  kinds[static_cast<unsigned char>(other_letter)] = foreign_bit;
  kinds[' '] = space_bit;
  return kinds;
}

std::array<char32_t, 256> printed() {
  std::array<char32_t, 256> printed{};
  printed.fill(utf8::replacement);
  for (unsigned c = 0x20; c < 0x7F; ++c) printed[c] = c;
  for (unsigned c = 0xE0; c <= 0xFF; ++c) printed[c] = 0x430 + (c - 0xE0);
  for (const Letter& letter : further_letters) printed[letter.prepared] = letter.small;
  printed[0xB9] = 0x2116;
  printed[0xA7] = 0xA7;
  printed[0x95] = 0x2022;
  return printed;
}

}  // namespace

const Alphabet& alphabet() {
  static const Alphabet tables{prepared_bytes(), kinds(), printed()};
  return tables;
}

char prepared_beyond(char32_t value) {
  if (value >= 0xE0100 && value <= 0xE01EF) return drops_out;  // variation selectors
  if (utf8::is_mark(value)) return joins;
  return utf8::is_letter(value) ? other_letter : other_sign;
}

}  // namespace protokol

// Code points in UTF-8 text: reading, writing, kinds of characters, counting.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace protokol::utf8 {

inline constexpr char32_t replacement = 0xFFFD;

struct CodePoint {
  char32_t value = replacement;
  std::uint32_t size = 1;  ///< bytes it takes in the text
};

/// The code point at byte `at` (at < text.size()). A byte that begins none is U+FFFD of size 1.
inline CodePoint decode(std::string_view text, std::size_t at);
std::string encode(char32_t value);

bool is_letter(char32_t value);
bool is_capital(char32_t value);
bool is_small(char32_t value);
bool is_digit(char32_t value);  ///< decimal digits of any script
bool is_mark(char32_t value);   ///< a combining mark
bool is_space(char32_t value);  ///< white space of any width, no-break and zero-width spaces included
char32_t to_small(char32_t value);
char32_t to_capital(char32_t value);

/// Bytes from `at` on that are white space.
std::size_t space_size(std::string_view text, std::size_t at);
/// `span` of `text` without the white space at either end; an empty span keeps its `from`.
Span trim(std::string_view text, Span span);

/// Number of code points; a stray byte counts as one where it is no continuation byte.
std::size_t count(std::string_view text);
/// Canonical composition (NFC).
std::string to_nfc(std::string_view text);

/// Turns byte spans of one text into spans of Unicode code points. Building it reads the text once;
/// a question counts at most 64 bytes. The text has to outlive it.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  /// Code points before byte `at`; at most text.size() counts.
  std::uint32_t at(std::uint32_t byte) const;
  Span span(Span bytes) const { return {at(bytes.from), at(bytes.to)}; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_;  ///< code points before every 64th byte
};

/// `decode` of what is neither ASCII nor two bytes.
CodePoint decode_long(std::string_view text, std::size_t at);

inline CodePoint decode(std::string_view text, std::size_t at) {
  const unsigned first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  if (first >= 0xC2 && first <= 0xDF && at + 1 < text.size()) {
    const unsigned second = static_cast<unsigned char>(text[at + 1]);
    if ((second & 0xC0) == 0x80) return {(first & 0x1Fu) << 6 | (second & 0x3Fu), 2};
  }
  return decode_long(text, at);
}

}  // namespace protokol::utf8

#include "grammar/utf8_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace protokol::grammar {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view white = " \t\r\n\f\v";
  const std::size_t from = text.find_first_not_of(white);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(white) - from + 1);
}

std::optional<std::size_t> invalid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
  for (std::size_t i = 0; i < size;) {
    const std::size_t start = i;
    UChar32 character = 0;
    U8_NEXT(bytes, i, size, character);
    if (character < 0) return start;
  }
  return std::nullopt;
}

std::size_t character_size(std::string_view text, std::size_t place) {
  const auto lead = static_cast<unsigned char>(text[place]);
  const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(size, text.size() - place);
}

bool is_name(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
  bool space = true;  // a name begins as a word within it does: with a letter
  for (std::size_t i = 0; i < size;) {
    UChar32 character = 0;
    const bool begins = i == 0;
    U8_NEXT(bytes, i, size, character);
    if (character < 0) return false;
    const bool letter = u_isalpha(character) != 0;
    if (begins && !letter) return false;
    if (character == ' ') {
      if (space) return false;
    } else if (!letter && u_isdigit(character) == 0 && character != '.' && character != '-' &&
               character != '_') {
      return false;
    }
    space = character == ' ';
  }
  return !space;
}

}  // namespace protokol::grammar

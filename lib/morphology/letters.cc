// Russian letters between UTF-8 and the prepared alphabet, and the wording of a changed word.
#include "morphology/letters.h"

#include <cstdint>

#include "base/utf8.h"

namespace protokol::letters {
namespace {

char fold(char32_t code) {
  if (code >= 'A' && code <= 'Z') return static_cast<char>(code + 0x20);
  if (code < 0x80) return static_cast<char>(code);
  if (code == 0x401 || code == 0x451) return '\xE5';
  if (code >= 0x410 && code <= 0x42F) return static_cast<char>(code - 0x410 + 0xE0);
  if (code >= 0x430 && code <= 0x44F) return static_cast<char>(code - 0x430 + 0xE0);
  return '\x7F';
}

bool is_capital(char32_t code) { return (code >= 0x410 && code <= 0x42F) || code == 0x401; }

std::string encode(char prepared, bool capital) {
  const auto byte = static_cast<unsigned char>(prepared);
  if (byte < 0xE0) return std::string(1, prepared);
  const std::uint32_t code = byte - 0xE0u + (capital ? 0x410u : 0x430u);
  return {static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 0x3F))};
}

}  // namespace

std::string prepare(std::string_view utf8) {
  std::string result;
  result.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const utf8::CodePoint letter = utf8::decode(utf8, at);
    result += fold(letter.value);
    at += letter.size;
  }
  return result;
}

std::string to_utf8(std::string_view prepared) {
  std::string result;
  for (const char c : prepared) result += encode(c, false);
  return result;
}

namespace {

/// How a word is printed.
struct Lettering {
  std::size_t letters = 0;
  bool first_capital = false;
  bool capitals = true;
};

Lettering lettering_of(std::string_view printed) {
  Lettering result;
  for (std::size_t at = 0; at < printed.size(); ++result.letters) {
    const utf8::CodePoint letter = utf8::decode(printed, at);
    const bool capital = is_capital(letter.value);
    if (at == 0) result.first_capital = capital;
    result.capitals = result.capitals && capital;
    at += letter.size;
  }
  return result;
}

std::string reprint_part(std::string_view printed, std::string_view prepared, std::string_view changed) {
  const Lettering lettering = lettering_of(printed);
  const bool capitals = lettering.letters > 1 && lettering.capitals;
  std::size_t same = 0, bytes = 0;
  if (lettering.letters == prepared.size()) {
    for (; same < prepared.size() && same < changed.size() && prepared[same] == changed[same]; ++same) {
      bytes += utf8::decode(printed, bytes).size;
    }
  }
  std::string result(printed.substr(0, bytes));
  for (std::size_t i = same; i < changed.size(); ++i) {
    result += encode(changed[i], capitals || (i == 0 && lettering.first_capital));
  }
  return result;
}

}  // namespace

std::string reprint(std::string_view printed, std::string_view prepared, std::string_view changed) {
  std::string result;
  for (;;) {
    const std::size_t p = printed.find('-'), q = prepared.find('-'), r = changed.find('-');
    if (p == std::string_view::npos || q == std::string_view::npos || r == std::string_view::npos) break;
    result += reprint_part(printed.substr(0, p), prepared.substr(0, q), changed.substr(0, r)) + '-';
    printed.remove_prefix(p + 1);
    prepared.remove_prefix(q + 1);
    changed.remove_prefix(r + 1);
  }
  return result + reprint_part(printed, prepared, changed);
}

}  // namespace protokol::letters

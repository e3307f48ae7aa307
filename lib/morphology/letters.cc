// Russian letters between UTF-8 and the prepared alphabet, and the wording of a changed word.
#include "morphology/letters.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace protokol::letters {
namespace {

struct Character {
  std::string_view bytes;
  char32_t code = 0;
};

std::vector<Character> characters(std::string_view utf8) {
  std::vector<Character> result;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = std::min(utf8.size() - i, lead < 0xC0   ? std::size_t{1}
                                                         : lead < 0xE0 ? std::size_t{2}
                                                         : lead < 0xF0 ? std::size_t{3}
                                                                       : std::size_t{4});
    char32_t code = lead;
    if (length == 2) code = (lead & 0x1Fu) << 6 | (static_cast<unsigned char>(utf8[i + 1]) & 0x3Fu);
    if (length > 2) code = 0xFFFD;
    result.push_back({utf8.substr(i, length), code});
    i += length;
  }
  return result;
}

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
  for (const Character& c : characters(utf8)) result += fold(c.code);
  return result;
}

std::string to_utf8(std::string_view prepared) {
  std::string result;
  for (const char c : prepared) result += encode(c, false);
  return result;
}

namespace {

std::string reprint_part(std::string_view printed, std::string_view prepared, std::string_view changed) {
  const std::vector<Character> old = characters(printed);
  const bool capitals = old.size() > 1 && std::all_of(old.begin(), old.end(),
                                                      [](const Character& c) { return is_capital(c.code); });
  std::string result;
  std::size_t same = 0;
  if (old.size() == prepared.size()) {
    for (; same < prepared.size() && same < changed.size() && prepared[same] == changed[same]; ++same) {
      result += old[same].bytes;
    }
  }
  for (std::size_t i = same; i < changed.size(); ++i) {
    const bool first = i == 0 && !old.empty() && is_capital(old.front().code);
    result += encode(changed[i], capitals || first);
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

// Steps by code points.
#include "record/line_letters.h"

#include "base/utf8.h"

namespace protokol {

std::size_t code_point_before(std::string_view line, std::size_t end) {
  std::size_t start = end - 1;
  while (start > 0 && (static_cast<unsigned char>(line[start]) & 0xC0U) == 0x80U) --start;
  return start;
}

std::string word_at(std::string_view line, std::size_t at) {
  std::string word;
  while (at < line.size()) {
    const utf8::CodePoint letter = utf8::decode(line, at);
    if (!utf8::is_letter(letter.value)) break;
    word += utf8::encode(utf8::to_small(letter.value));
    if (word.size() > longest_label) return {};
    at += letter.size;
  }
  return word;
}

std::size_t after_letters(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    const utf8::CodePoint letter = utf8::decode(line, at);
    if (!utf8::is_letter(letter.value)) break;
    at += letter.size;
  }
  return at;
}

}  // namespace protokol

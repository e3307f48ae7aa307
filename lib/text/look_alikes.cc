// Latin and Greek letters in Cyrillic words.
#include <cstddef>

#include "base/utf8.h"
#include "text/alphabet.h"
#include "text/repairs.h"

namespace protokol {
namespace {

struct Pair {
  char32_t printed;
  unsigned char prepared;
};
constexpr Pair pairs[] = {
    {'A', 0xE0},   {'B', 0xE2},   {'C', 0xF1},   {'E', 0xE5},   {'H', 0xED},   {'I', 0xB3},   {'K', 0xEA},
    {'M', 0xEC},   {'O', 0xEE},   {'P', 0xF0},   {'T', 0xF2},   {'X', 0xF5},   {'Y', 0xF3},   {'a', 0xE0},
    {'c', 0xF1},   {'e', 0xE5},   {'i', 0xB3},   {'k', 0xEA},   {'m', 0xEC},   {'o', 0xEE},   {'p', 0xF0},
    {'t', 0xF2},   {'x', 0xF5},   {'y', 0xF3},   {0x391, 0xE0}, {0x392, 0xE2}, {0x393, 0xE3}, {0x395, 0xE5},
    {0x397, 0xED}, {0x39A, 0xEA}, {0x39B, 0xEB}, {0x39C, 0xEC}, {0x39F, 0xEE}, {0x3A0, 0xEF}, {0x3A1, 0xF0},
    {0x3A4, 0xF2}, {0x3A5, 0xF3}, {0x3A6, 0xF4}, {0x3A7, 0xF5}, {0x3B1, 0xE0}, {0x3B2, 0xE2}, {0x3B5, 0xE5},
    {0x3BA, 0xEA}, {0x3BB, 0xEB}, {0x3BF, 0xEE}, {0x3C0, 0xEF}, {0x3C1, 0xF0}, {0x3C4, 0xF2}, {0x3C5, 0xF3},
    {0x3C6, 0xF4}, {0x3C7, 0xF5}};

/// The Cyrillic letter that `printed` looks like; 0 where there is none.
char look_alike(char32_t printed) {
  for (const Pair& pair : pairs) {
    if (pair.printed == printed) return static_cast<char>(pair.prepared);
  }
  return 0;
}

struct Word {
  std::size_t from = 0, to = 0;
  std::uint8_t kinds = 0;
  bool mixed() const { return (kinds & cyrillic_bit) && (kinds & (latin_bit | foreign_bit)); }
  bool single_latin() const { return to - from == 1 && kinds == latin_bit; }
};

class Text {
 public:
  explicit Text(std::string_view text) : text_(text), alphabet_(alphabet()) {}

  std::uint8_t kind(std::size_t at) const { return at < text_.size() ? kind_of(alphabet_, text_[at]) : 0; }
  bool is(std::size_t at, char c) const { return at < text_.size() && text_[at] == c; }

  Word next_word(std::size_t from) const {
    while (from < text_.size() && !(kind(from) & letter_bits)) ++from;
    Word word{from, from, 0};
    while (kind(word.to) & letter_bits) word.kinds |= kind(word.to++);
    return word;
  }

  /// A Latin letter in the place of an initial or of a one-letter Cyrillic word.
  bool stands_among_cyrillic(std::size_t at) const {
    const std::size_t after = is(at + 1, '.') ? at + 2 : at + 1;
    const bool next = kind(is(after, ' ') ? after + 1 : after) & cyrillic_bit;
    if (is(at + 1, '.') && next) return true;
    std::size_t back = at;
    if (back > 0 && text_[back - 1] == ' ') --back;
    if (back > 0 && text_[back - 1] == '.') --back;
    const bool before = back < at && back > 0 && (kind(back - 1) & cyrillic_bit);
    return before && (next || is(at + 1, '.'));
  }

 private:
  std::string_view text_;
  const Alphabet& alphabet_;
};

}  // namespace

Prepared repair_look_alikes(Prepared prepared, std::string_view document_text) {
  std::size_t from = 0;
  while (from < prepared.text.size()) {
    const Text text(prepared.text);
    const Word word = text.next_word(from);
    from = word.to;
    if (!word.mixed() && !(word.single_latin() && text.stands_among_cyrillic(word.from))) continue;
    for (std::size_t i = word.from; i < word.to; ++i) {
      if (text.kind(i) & cyrillic_bit) continue;
      const char cyrillic = look_alike(utf8::decode(document_text, prepared.source[i]).value);
      if (cyrillic != 0) prepared.text[i] = cyrillic;
    }
  }
  return prepared;
}

}  // namespace protokol

// «N 5», «NN 1, 2» and «No 5» for «№ 5»: what typewriters, old code pages and legal databases print.
#include <cstddef>

#include "text/alphabet.h"
#include "text/repairs.h"

namespace protokol {
namespace {

constexpr char number_sign = '\xB9';
constexpr char cyrillic_o = '\xEE';

/// Letters of «n», «nn» or «no» that begin at `at`; 0 where they are part of a longer word.
std::size_t sign_size(std::string_view text, std::size_t at, const Alphabet& tables) {
  const auto is_word = [&](std::size_t i) {
    return i < text.size() && (kind_of(tables, text[i]) & (letter_bits | digit_bit));
  };
  if (at > 0 && is_word(at - 1)) return 0;
  const char second = at + 1 < text.size() ? text[at + 1] : ' ';
  const bool two = second == 'n' || second == 'o' || second == cyrillic_o;
  const std::size_t size = two ? 2 : 1;
  const std::size_t next = at + size < text.size() && text[at + size] == ' ' ? at + size + 1 : at + size;
  return next < text.size() && (kind_of(tables, text[next]) & digit_bit) ? size : 0;
}

}  // namespace

Prepared repair_number_signs(Prepared prepared, std::string_view document_text) {
  const Alphabet& tables = alphabet();
  std::string& text = prepared.text;
  for (std::size_t at = text.find('n'); at != std::string::npos; at = text.find('n', at + 1)) {
    if (document_text[prepared.source[at]] != 'N') continue;
    const std::size_t size = sign_size(text, at, tables);
    if (size == 0) continue;
    text.replace(at, size, size, number_sign);
    if (size == 1 || document_text[prepared.source[at + 1]] == 'N') continue;
    text.erase(at + 1, 1);  // «No» is one sign
    prepared.source.erase(prepared.source.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  }
  return prepared;
}

}  // namespace protokol

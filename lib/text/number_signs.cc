// «N 5», «NN 1, 2» and «No 5» for «№ 5»: what typewriters, old code pages and legal databases print.
#include <cstddef>
#include <vector>

#include "text/alphabet.h"
#include "text/repairs.h"

namespace protokol {
namespace {

constexpr char cyrillic_o = '\xEE';

/// Letters of «n», «nn» or «no» that begin at `at`; 0 where they are part of a longer word.
/// `capital_n`: whether the «n» at a place is printed as a capital.
template <typename CapitalN>
std::size_t sign_size(std::string_view text, std::size_t at, const Alphabet& tables,
                      const CapitalN& capital_n) {
  const auto is_word = [&](std::size_t i) {
    return i < text.size() && (kind_of(tables, text[i]) & (letter_bits | digit_bit));
  };
  if (!capital_n(at) || (at > 0 && is_word(at - 1))) return 0;
  const char second = at + 1 < text.size() ? text[at + 1] : ' ';
  const bool two = (second == 'n' && capital_n(at + 1)) || second == 'o' || second == cyrillic_o;
  const std::size_t size = two ? 2 : 1;
  const std::size_t next = at + size < text.size() && text[at + size] == ' ' ? at + size + 1 : at + size;
  return next < text.size() && (kind_of(tables, text[next]) & digit_bit) ? size : 0;
}

}  // namespace

Prepared repair_number_signs(Prepared prepared, std::string_view document_text) {
  const Alphabet& tables = alphabet();
  std::string& text = prepared.text;
  std::vector<std::uint32_t>& source = prepared.source;
  std::size_t kept = text.find('n');
  if (kept == std::string::npos) return prepared;
  const auto is_capital_n = [&](std::size_t at) { return document_text[source[at]] == 'N'; };
  const auto keep = [&](std::size_t at, char sign) {
    text[kept] = sign;
    source[kept++] = source[at];
  };
  for (std::size_t at = kept; at < text.size(); ++at) {
    const std::size_t size = text[at] == 'n' ? sign_size(text, at, tables, is_capital_n) : 0;
    if (size == 0) {
      keep(at, text[at]);
      continue;
    }
    keep(at, number_sign);
    // «No» is one sign, «NN» are two.
    if (size == 2 && text[++at] == 'n') keep(at, number_sign);
  }
  source[kept] = source[text.size()];
  text.resize(kept);
  source.resize(kept + 1);
  return prepared;
}

}  // namespace protokol

// Preparation from its steps, and the way back from prepared text to print.
#include <algorithm>

#include "base/utf8.h"
#include "text/alphabet.h"
#include "text/folding.h"
#include "text/prepared.h"
#include "text/repairs.h"

namespace protokol {
namespace {

bool mixes_alphabets(std::uint8_t kinds) {
  return (kinds & cyrillic_bit) && (kinds & (latin_bit | foreign_bit));
}

/// Bytes of the «o», Latin or Cyrillic, small or capital, that stands there; 0 where none does.
std::uint32_t letter_o_size(std::string_view document_text, std::uint32_t at) {
  const utf8::CodePoint letter = utf8::decode(document_text, at);
  return utf8::to_small(letter.value) == U'o' || utf8::to_small(letter.value) == 0x43E ? letter.size : 0;
}

bool has(char prepared, std::uint8_t kinds) { return (kind_of(alphabet(), prepared) & kinds) != 0; }

}  // namespace

Prepared prepare(std::string_view document_text, std::span<const Span> pieces) {
  Folded folded = fold(document_text, pieces, Litter::passed_over);
  Prepared prepared = std::move(folded.prepared);
  if (folded.may_be_spaced) prepared = close_up_letters(std::move(prepared), document_text);
  if (mixes_alphabets(folded.kinds)) prepared = repair_look_alikes(std::move(prepared), document_text);
  if (folded.kinds & latin_bit) prepared = repair_number_signs(std::move(prepared), document_text);
  return prepared;
}

std::string prepare(std::string_view utf8) {
  const Span whole{0, static_cast<std::uint32_t>(utf8.size())};
  Folded folded = fold(utf8, std::span(&whole, 1), Litter::kept);
  if (!mixes_alphabets(folded.kinds)) return std::move(folded.prepared.text);
  return repair_look_alikes(std::move(folded.prepared), utf8).text;
}

std::string to_utf8(std::string_view prepared) {
  const Alphabet& tables = alphabet();
  std::string printed;
  printed.reserve(prepared.size() * 2);
  for (const char c : prepared) printed += utf8::encode(tables.printed[static_cast<unsigned char>(c)]);
  return printed;
}

std::string wording(const Prepared& prepared, std::string_view document_text, std::uint32_t from,
                    std::uint32_t to) {
  std::string printed;
  if (from < to) printed.reserve((to - from) * 2);
  bool marked = false;
  to = std::min<std::uint32_t>(to, static_cast<std::uint32_t>(prepared.text.size()));
  Span run;  // what is still to be copied: characters that stand together in the source
  const auto copy = [&](Span next) {
    printed += document_text.substr(run.from, run.size());
    run = next;
  };
  for (std::uint32_t i = from; i < to; ++i) {
    if (prepared.text[i] == ' ') {
      copy({});
      printed += ' ';
      continue;
    }
    const std::uint32_t start = prepared.source[i], limit = prepared.source[i + 1];
    std::uint32_t end = start + utf8::decode(document_text, start).size;
    const bool sign_of_letters = prepared.text[i] == number_sign && document_text[start] == 'N';
    if (sign_of_letters && end < limit) end += letter_o_size(document_text, end);
    while (end < limit) {
      const utf8::CodePoint next = utf8::decode(document_text, end);
      if (!utf8::is_mark(next.value)) break;
      marked = true;
      end += next.size;
    }
    if (start != run.to) copy({start, start});
    run.to = end;
  }
  copy({});
  return marked ? utf8::to_nfc(printed) : printed;
}

bool is_letter(char prepared) { return has(prepared, letter_bits); }
bool is_cyrillic(char prepared) { return has(prepared, cyrillic_bit); }
bool is_digit(char prepared) { return has(prepared, digit_bit); }

}  // namespace protokol

// Cuts prepared text into tokens and notes how words were capitalised in the source.
#include "text/tokens.h"

#include <algorithm>
#include <atomic>

#include "base/utf8.h"
#include "text/alphabet.h"

namespace protokol {
namespace {

// А–Я and Latin capitals without asking ICU.
bool is_capital_at(std::string_view document_text, std::uint32_t at) {
  const auto byte = [&](std::uint32_t i) { return static_cast<unsigned char>(document_text[i]); };
  const unsigned first = byte(at);
  if (first < 0x80) return first >= 'A' && first <= 'Z';
  if (first == 0xD0 && at + 1 < document_text.size()) return byte(at + 1) < 0xB0;
  if (first == 0xD1 && at + 1 < document_text.size() && byte(at + 1) < 0xA0) return false;
  return utf8::is_capital(utf8::decode(document_text, at).value);
}

void note_capitals(Token& token, const Prepared& prepared, std::string_view document_text) {
  token.capital = is_capital_at(document_text, prepared.source[token.from]);
  if (!token.capital || token.to - token.from < 2) return;
  token.capitals = true;
  for (std::uint32_t i = token.from + 1; i < token.to && token.capitals; ++i) {
    token.capitals = is_capital_at(document_text, prepared.source[i]);
  }
}

std::uint64_t next_number() {
  static std::atomic<std::uint64_t> last{0};
  return last.fetch_add(1, std::memory_order_relaxed) + 1;
}

}  // namespace

TokenText tokenize(Prepared prepared, std::string_view document_text) {
  const Alphabet& tables = alphabet();
  TokenText result;
  const auto size = static_cast<std::uint32_t>(prepared.text.size());
  const char* text = prepared.text.data();
  result.tokens.reserve(size / 4 + 1);
  bool gap = true;
  for (std::uint32_t at = 0; at < size;) {
    const std::uint8_t kind = kind_of(tables, text[at]);
    if (kind & space_bit) {
      gap = true;
      ++at;
      continue;
    }
    Token token;
    token.from = at++;
    token.space_before = gap;
    gap = false;
    const std::uint8_t same = kind & letter_bits ? letter_bits : kind & digit_bit;
    while (same && at < size && (kind_of(tables, text[at]) & same)) ++at;
    token.to = at;
    token.kind = kind & letter_bits ? TokenKind::word : same ? TokenKind::number : TokenKind::sign;
    if (token.kind == TokenKind::word) note_capitals(token, prepared, document_text);
    if (!result.tokens.empty() && prepared.source[token.from] < prepared.source[result.tokens.back().from])
      result.reordered = true;
    result.tokens.push_back(token);
  }
  if (!result.tokens.empty()) {
    result.tokens.front().opens = true;
    result.tokens.back().closes = true;
  }
  result.prepared = std::move(prepared);
  result.number = next_number();
  return result;
}

Span TokenText::source(Span range) const {
  const auto place = [&](std::uint32_t token) {
    return token < size() ? prepared.source[tokens[token].from] : prepared.source.back();
  };
  if (range.empty()) return {place(range.from), place(range.from)};
  Span found{place(range.from), prepared.source[tokens[range.to - 1].to]};
  for (std::uint32_t t = range.from; reordered && t < range.to; ++t) {
    found.from = std::min(found.from, place(t));
    found.to = std::max(found.to, prepared.source[tokens[t].to]);
  }
  return found;
}

std::string wording(const TokenText& text, std::string_view document_text, Span tokens) {
  if (tokens.empty() || tokens.to > text.size()) return {};
  return wording(text.prepared, document_text, text.tokens[tokens.from].from, text.tokens[tokens.to - 1].to);
}

}  // namespace protokol

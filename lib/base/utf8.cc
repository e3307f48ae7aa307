// ICU answers for single characters; counting reads plain bytes.
#include "base/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace protokol::utf8 {
namespace {

constexpr std::size_t step = 64;

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (byte_at(text, at) & 0xC0) == 0x80;
}

char32_t six_bits(std::string_view text, std::size_t at) { return byte_at(text, at) & 0x3F; }

UChar32 icu(char32_t value) { return static_cast<UChar32>(value); }

}  // namespace

CodePoint decode_long(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  if (first >= 0xE0 && first <= 0xEF && continues(text, at + 1) && continues(text, at + 2)) {
    const char32_t value = (first & 0x0Fu) << 12 | six_bits(text, at + 1) << 6 | six_bits(text, at + 2);
    if (value >= 0x800 && (value < 0xD800 || value > 0xDFFF)) return {value, 3};
  }
  if (first >= 0xF0 && first <= 0xF4 && continues(text, at + 1) && continues(text, at + 2) &&
      continues(text, at + 3)) {
    const char32_t value = (first & 0x07u) << 18 | six_bits(text, at + 1) << 12 |
                           six_bits(text, at + 2) << 6 | six_bits(text, at + 3);
    if (value >= 0x10000 && value <= 0x10FFFF) return {value, 4};
  }
  return {};
}

std::string encode(char32_t value) {
  const auto byte = [](char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  const auto tail = [&](int shift) { return byte(0x80 | (value >> shift & 0x3F)); };
  if (value < 0x80) return {byte(value)};
  if (value < 0x800) return {byte(0xC0 | value >> 6), tail(0)};
  if (value < 0x10000) return {byte(0xE0 | value >> 12), tail(6), tail(0)};
  return {byte(0xF0 | value >> 18), tail(12), tail(6), tail(0)};
}

bool is_letter(char32_t value) { return u_isalpha(icu(value)); }
bool is_capital(char32_t value) { return u_isupper(icu(value)); }
bool is_small(char32_t value) { return u_islower(icu(value)); }
bool is_digit(char32_t value) { return u_isdigit(icu(value)); }

bool is_mark(char32_t value) { return (U_MASK(u_charType(icu(value))) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0; }

bool is_space(char32_t value) {
  if (value < 0x80) return value == ' ' || (value >= '\t' && value <= '\r');
  return u_isUWhiteSpace(icu(value)) || value == 0x200B || value == 0x2060 || value == 0xFEFF;
}

char32_t to_small(char32_t value) { return static_cast<char32_t>(u_tolower(icu(value))); }
char32_t to_capital(char32_t value) { return static_cast<char32_t>(u_toupper(icu(value))); }

std::size_t space_size(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    const CodePoint next = decode(text, end);
    if (!is_space(next.value)) break;
    end += next.size;
  }
  return end - at;
}

Span trim(std::string_view text, Span span) {
  const std::string_view all = text.substr(0, span.to);
  span.from += static_cast<std::uint32_t>(space_size(all, span.from));
  while (span.to > span.from) {
    std::uint32_t last = span.to - 1;
    while (last > span.from && continues(text, last)) --last;
    const CodePoint end = decode(text, last);
    if (last + end.size != span.to || !is_space(end.value)) break;
    span.to = last;
  }
  return span;
}

std::size_t count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string to_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  const auto source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const icu::UnicodeString composed = nfc->normalize(source, status);
  std::string result;
  return U_FAILURE(status) ? std::string(text) : composed.toUTF8String(result);
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  before_.reserve(text.size() / step + 1);
  std::size_t total = 0;
  for (std::size_t from = 0; from <= text.size(); from += step) {
    before_.push_back(static_cast<std::uint32_t>(total));
    total += count(text.substr(from, step));
  }
}

std::uint32_t CodePointIndex::at(std::uint32_t byte) const {
  const std::size_t end = std::min<std::size_t>(byte, text_.size());
  const std::size_t from = end / step * step;
  return before_[end / step] + static_cast<std::uint32_t>(count(text_.substr(from, end - from)));
}

}  // namespace protokol::utf8

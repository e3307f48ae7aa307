// Bytes of any encoding: what comes out is UTF-8 with plain line ends, and prepared text leads back into it.
#include <array>
#include <string>

#include "base/utf8.h"
#include "fuzz/fuzz.h"
#include "text/encoding.h"
#include "text/prepared.h"
#include "text/tokens.h"

namespace protokol::fuzz {
namespace {

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint point = utf8::decode(text, at);
    if (point.value == utf8::replacement && point.size == 1) return false;
    at += point.size;
  }
  return true;
}

void check_prepared(const Prepared& prepared, std::string_view text) {
  require(prepared.source.size() == prepared.text.size() + 1, "every prepared character has a place");
  require(prepared.source.back() <= text.size(), "the last place lies in the text");
  for (std::size_t i = 1; i < prepared.source.size(); ++i)
    require(prepared.source[i - 1] <= prepared.source[i], "places grow");
}

void check_tokens(const TokenText& text, std::string_view source) {
  std::uint32_t end = 0;
  for (const Token& token : text.tokens) {
    require(end <= token.from && token.from < token.to, "tokens are not empty and in order");
    end = token.to;
  }
  require(end <= text.prepared.text.size(), "tokens lie in the prepared text");
  if (text.size() == 0) return;
  const Span whole = text.source({0, text.size()});
  require(whole.from <= whole.to && whole.to <= source.size(), "the source lies in the text");
  require(is_valid_utf8(wording(text, source, {0, text.size()})), "the wording is UTF-8");
}

void check_text(std::string_view text) {
  require(is_valid_utf8(text), "decoded text is UTF-8");
  require(text.find('\r') == text.npos, "lines end in \\n");
  const std::array<Span, 1> piece{Span{0, static_cast<std::uint32_t>(text.size())}};
  Prepared prepared = prepare(text, piece);
  check_prepared(prepared, text);
  check_tokens(tokenize(std::move(prepared), text), text);
}

// The first byte chooses: the encoding is detected, or is one that detection may tell.
constexpr std::array encodings{"UTF-8",  "UTF-16LE", "UTF-16BE",   "windows-1251",
                               "KOI8-R", "IBM866",   "ISO-8859-5", "x-mac-cyrillic"};

void check(std::string_view bytes) {
  detect_encoding(bytes);
  std::optional<std::string> encoding;
  if (!bytes.empty()) {
    const std::size_t choice = static_cast<unsigned char>(bytes.front()) % (2 * encodings.size());
    if (choice < encodings.size()) encoding = encodings[choice];
    if (encoding) bytes.remove_prefix(1);
  }
  const auto decoded = decode_text(bytes, encoding);
  if (const auto* text = std::get_if<DecodedText>(&decoded)) check_text(text->text);
}

}  // namespace
}  // namespace protokol::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  protokol::fuzz::check(protokol::fuzz::view(data, size));
  return 0;
}

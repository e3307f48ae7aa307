// A stretch of a prepared text: what readings read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"
#include "text/tokens.h"

namespace protokol {

/// Tokens [tokens.from, tokens.to) of `text`, which was prepared from `document`. Both outlive it.
struct Passage {
  const TokenText* text = nullptr;
  std::string_view document;  ///< the whole document's text, UTF-8
  Span tokens;

  bool empty() const { return tokens.empty(); }
  std::string_view at(std::uint32_t token) const { return text->at(token); }
  const Token& token(std::uint32_t index) const { return text->tokens[index]; }
  /// The same text, other tokens.
  Passage within(Span other) const { return {text, document, other}; }
};

/// Whether the token is one of the signs (each a byte of the prepared alphabet); false outside the text.
inline bool is_sign(const TokenText& text, std::uint32_t token, std::string_view signs) {
  if (token >= text.size() || text.tokens[token].kind != TokenKind::sign) return false;
  const char sign = text.prepared.text[text.tokens[token].from];
  for (const char wanted : signs) {
    if (sign == wanted) return true;
  }
  return false;
}
inline bool is_word(const TokenText& text, std::uint32_t token) {
  return token < text.size() && text.tokens[token].kind == TokenKind::word;
}

/// Are all its words of two or more letters in capitals?
bool is_in_capitals(const Passage& passage);

/// Byte span of the document that the passage was read from.
Span source(const Passage& passage);
/// The printed wording, on one line, NFC.
std::string wording(const Passage& passage);
/// The passage without the given signs at either end.
Passage trimmed(Passage passage, std::string_view signs);

/// What parts two neighbouring tokens; a wide one parts two fields of a line.
enum class Gap : std::uint8_t { space, wide, line, blank };

/// What stands in the source before the token.
Gap gap_before(const TokenText& text, std::string_view document, std::uint32_t token);

}  // namespace protokol

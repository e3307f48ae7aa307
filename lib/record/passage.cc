// Small questions about a stretch of prepared text.
#include "record/passage.h"

namespace protokol {

bool is_sign(const TokenText& text, std::uint32_t token, std::string_view signs) {
  if (token >= text.size() || text.tokens[token].kind != TokenKind::sign) return false;
  std::string_view sign = text.at(token);
  return sign.size() == 1 && signs.find(sign[0]) != std::string_view::npos;
}

bool is_word(const TokenText& text, std::uint32_t token) {
  return token < text.size() && text.tokens[token].kind == TokenKind::word;
}

Span source(const Passage& passage) { return passage.text->source(passage.tokens); }

std::string wording(const Passage& passage) {
  return wording(*passage.text, passage.document, passage.tokens);
}

Passage trimmed(Passage passage, std::string_view signs) {
  Span& tokens = passage.tokens;
  while (!tokens.empty() && is_sign(*passage.text, tokens.from, signs)) ++tokens.from;
  while (!tokens.empty() && is_sign(*passage.text, tokens.to - 1, signs)) --tokens.to;
  return passage;
}

}  // namespace protokol

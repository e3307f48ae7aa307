// Small questions about a stretch of prepared text.
#include "record/passage.h"

namespace protokol {

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

bool is_in_capitals(const Passage& passage) {
  bool capitals = false;
  for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to; ++t) {
    const Token& token = passage.token(t);
    if (token.kind == TokenKind::word && !token.capitals && token.to - token.from > 1) return false;
    capitals = capitals || token.capitals;
  }
  return capitals;
}

Gap gap_before(const TokenText& text, std::string_view document, std::uint32_t token) {
  constexpr std::uint32_t wide_gap = 4;  // columns of white space
  if (token == 0) return Gap::line;
  if (text.reordered || text.tokens[token].wrap_before) return Gap::space;
  std::uint32_t from = text.source({token - 1, token}).to, to = text.source({token, token + 1}).from;
  if (from >= to || to > document.size()) return Gap::space;
  std::uint32_t lines = 0, columns = 0;
  for (std::uint32_t at = from; at < to; ++at) {
    char byte = document[at];
    if (byte == '\n') ++lines;
    if (byte == '\t' || byte == '|') columns += wide_gap;
    if (byte == ' ' || byte == '\xC2') ++columns;  // a no-break space is C2 A0
  }
  if (lines > 0) return lines > 1 ? Gap::blank : Gap::line;
  return columns >= wide_gap ? Gap::wide : Gap::space;
}

}  // namespace protokol

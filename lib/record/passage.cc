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

}  // namespace protokol

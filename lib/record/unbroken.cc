// Abbreviations whose full stop ends no sentence.
#include "record/unbroken.h"

#include <algorithm>

namespace protokol {

std::vector<Span> unbroken_phrases(const Passage& passage, std::vector<Span> phrases,
                                   const Language& language) {
  for (Span& phrase : phrases) phrase.to = std::min(phrase.to + 1, passage.tokens.to);
  const Table* groups = language.grammar.table("sentence.groups");
  if (groups && !groups->empty() && groups->front().size() > 1) {
    for (const Mark& mark : language.grammar.find(*passage.text, passage.tokens, groups->front()[1]))
      phrases.push_back(mark.tokens);
  }
  std::ranges::sort(phrases, {}, &Span::from);
  return phrases;
}

}  // namespace protokol

// protokol explain: line by line, which rule took what, and what stayed unread.
#include "cli/commands.h"
#include "cli/each_document.h"
#include "cli/interrupt.h"
#include "cli/language.h"

namespace protokol::cli {

int run(const ExplainOptions& options) {
  watch_signals();
  const Language language = load_language(options.grammars);
  return print_each(options.sources, [&language](const Document& document) {
    return explanation(parse(document, language), document.text);
  });
}

}  // namespace protokol::cli

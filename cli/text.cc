// protokol text: the decoded text that every span counts in.
#include "cli/commands.h"
#include "cli/each_document.h"
#include "cli/interrupt.h"

namespace protokol::cli {

int run(const TextOptions& options) {
  watch_signals();
  return print_each(options.sources, [](const Document& document) { return document.text; });
}

}  // namespace protokol::cli

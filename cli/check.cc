// protokol check: are the rules sound, and do their examples hold?
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/language.h"
#include "cli/messages.h"
#include "cli/output.h"

namespace protokol::cli {

int run(const CheckOptions& options) {
  watch_signals();
  const Language language = load_language(options.grammars);
  const std::vector<Diagnostic> faults = language.grammar.check();
  if (!faults.empty()) {
    say_faults(faults);
    return bad_usage;
  }
  std::string report;
  for (const auto& folder : grammar_folders(options.grammars)) report += folder.string() + ": no fault\n";
  return Output::standard().write(report) == Written::failed ? not_written : all_done;
}

}  // namespace protokol::cli

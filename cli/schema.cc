// protokol schema: the JSON Schema of the records.
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/output.h"

namespace protokol::cli {

int run(const SchemaOptions&) { return run(PrintOptions{std::string(json_schema())}); }

int run(const PrintOptions& options) {
  watch_signals();
  return Output::standard().write(options.text) == Written::failed ? not_written : all_done;
}

}  // namespace protokol::cli

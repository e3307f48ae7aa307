#include "cli/each_document.h"

#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/messages.h"
#include "cli/output.h"

namespace protokol::cli {

int print_each(const SourceOptions& sources, const std::function<std::string(const Document&)>& view) {
  auto inputs = list_inputs(sources);
  if (const auto* fault = std::get_if<std::string>(&inputs)) return say(*fault), bad_usage;
  Output output = Output::standard();
  int status = all_done;
  for (const Input& input : std::get<std::vector<Input>>(inputs)) {
    const auto document = read_document(input, sources);
    if (interrupted() != 0) return signalled + interrupted();
    if (const auto* error = std::get_if<InputError>(&document)) {
      say(input.path + ": " + error->message);
      status = some_failed;
      continue;
    }
    const Written written = output.write(view(std::get<Document>(document)));
    if (written == Written::pipe_closed) return all_done;
    if (written == Written::failed) return not_written;
  }
  return status;
}

}  // namespace protokol::cli

#include "cli/each_document.h"

#include <utility>

#include "base/time_limit.h"
#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/read_bytes.h"

namespace protokol::cli {

namespace {

/// How printing one input went.
struct Printed {
  Written written = Written::done;
  bool failed = false;
};

std::variant<std::string, InputError> shown_part(Part part, const SourceOptions& sources, const View& view) {
  const TimeLimit limit(sources.timeout);
  auto document = read_part(std::move(part), sources);
  if (time_is_up()) return timed_out(sources, "read");
  if (auto* error = std::get_if<InputError>(&document)) return std::move(*error);
  std::string text = view(std::get<Document>(document));
  if (time_is_up()) return timed_out(sources, "parse");
  return text;
}

Printed print_parts(const Input& input, const SourceOptions& sources, Output& output, const View& view) {
  Printed printed;
  for (Part& part : open_input(input, sources)) {
    const std::string source = part.source;
    const auto shown = shown_part(std::move(part), sources, view);
    if (const auto* error = std::get_if<InputError>(&shown)) {
      if (error->code == interrupted_code) return printed;
      say(source + ": " + error->message);
      printed.failed = true;
    } else {
      printed.written = output.write(std::get<std::string>(shown));
    }
    if (interrupted() != 0 || printed.written != Written::done) return printed;
  }
  return printed;
}

}  // namespace

int print_each(const SourceOptions& sources, const View& view) {
  auto inputs = list_inputs(sources);
  if (interrupted() != 0) return signalled + interrupted();
  if (const auto* fault = std::get_if<std::string>(&inputs)) return say(*fault), bad_usage;
  const SourceOptions grouped = converting_in_groups(sources, std::get<std::vector<Input>>(inputs));
  Output output = Output::standard();
  int status = all_done;
  for (const Input& input : std::get<std::vector<Input>>(inputs)) {
    const Printed printed = print_parts(input, grouped, output, view);
    if (interrupted() != 0) return signalled + interrupted();
    if (printed.written == Written::pipe_closed) return all_done;
    if (printed.written == Written::failed) return not_written;
    if (printed.failed) status = some_failed;
  }
  return status;
}

}  // namespace protokol::cli

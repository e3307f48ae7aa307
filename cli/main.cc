// The program: reads the command line, runs one command, returns its exit status.
#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

#include <exception>
#include <string>
#include <variant>
#include <vector>

#include "cli/command_line.h"
#include "cli/help.h"
#include "cli/language.h"
#include "cli/messages.h"
#include "cli/standard_streams.h"

namespace protokol::cli {

static int run(const UsageError& error) {
  say(error.message);
  const std::string command = error.command == "parse" ? "" : " " + error.command;
  say("examples and options: protokol" + command + " --help");
  return bad_usage;
}

static int run_program(const std::vector<std::string>& words) {
  try {
    return std::visit([](const auto& options) { return run(options); }, read_command_line(words));
  } catch (const LoadError& error) {
    say_faults(error.diagnostics());
    return bad_usage;
  } catch (const std::exception& error) {
    say(std::string("internal error: ") + error.what());
    return bad_usage;
  }
}

}  // namespace protokol::cli

int main(int count, char** words) {
  protokol::cli::keep_standard_streams();
#ifdef M_MMAP_THRESHOLD
  // What a large document leaves free goes back to the system: glibc would learn to keep blocks of 32 MB.
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
  return protokol::cli::run_program(std::vector<std::string>(words + 1, words + count));
}

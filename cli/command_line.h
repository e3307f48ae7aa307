// The command line, read into one command's options.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "cli/commands.h"

namespace protokol::cli {

struct UsageError {
  std::string message;
  std::string command;  ///< whose --help to look at
};

using Command = std::variant<ParseOptions, CheckOptions, ExplainOptions, TextOptions, SchemaOptions,
                             PrintOptions, UsageError>;

/// `words`: the arguments without the program's name.
Command read_command_line(const std::vector<std::string>& words);

}  // namespace protokol::cli

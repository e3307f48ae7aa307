// What --help prints before the list of options: how to call a command, examples first.
#pragma once

#include <string>
#include <string_view>

namespace protokol::cli {

/// Empty for a name that is no command.
std::string_view help_examples(std::string_view command);

std::string_view exit_status_help();

/// The program's version, and of the libraries that it was built with.
std::string version_text();

}  // namespace protokol::cli

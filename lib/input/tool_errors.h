// What to tell when a tool could not do its work.
#pragma once

#include <string_view>

#include "input/child_process.h"
#include "input/options.h"

namespace protokol {

/// `tool` is missing: names the Debian package that holds it.
InputError missing_tool(std::string_view tool, std::string_view package, std::string_view what_for);

/// The tool ran and failed, timed out or wrote too much; where it failed, the file is taken for damaged.
InputError tool_failed(std::string_view tool, const Outcome& outcome);

}  // namespace protokol

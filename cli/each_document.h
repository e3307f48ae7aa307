// One text printed for each document: what `text` and `explain` share.
#pragma once

#include <functional>
#include <string>

#include "cli/inputs.h"

namespace protokol::cli {

using View = std::function<std::string(const Document&)>;

/// Prints `view` of every document to standard output, and a line on standard error for each that could not
/// be read. Returns the exit status.
int print_each(const SourceOptions& sources, const View& view);

}  // namespace protokol::cli

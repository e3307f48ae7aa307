// What `protokol check` finds in rules that load without a fault.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "grammar/program.h"
#include "grammar/rule_file.h"

namespace protokol::grammar {

/// Runs the examples of `sources`, which the program was made of, and names the patterns that none reaches.
std::vector<Diagnostic> check(const Program& program, const std::vector<RuleEntry>& sources);

}  // namespace protokol::grammar

// Rule entries in, program out: patterns understood, names resolved, words looked up.
#pragma once

#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "grammar/program.h"
#include "grammar/rule_file.h"
#include "morphology/dictionary.h"

namespace protokol::grammar {

/// The program of all entries that have patterns, or every fault found. An entry that stands earlier
/// is preferred.
std::variant<Program, std::vector<Diagnostic>> compile(const std::vector<RuleEntry>& entries,
                                                       const Dictionary& dictionary);

}  // namespace protokol::grammar

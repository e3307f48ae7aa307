// The groups of rules that readings look for, by the names that grammars give them (table `outline.groups`).
#pragma once

#include <string_view>

#include "grammar/grammar.h"

namespace protokol {

/// The group that stands beside `key`; empty where no rule file names one. Lives as long as the grammar.
std::string_view group_named(const Grammar& grammar, std::string_view key);

}  // namespace protokol

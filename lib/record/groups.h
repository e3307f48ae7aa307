// The groups of rules that readings look for, by the names that grammars give them (table `outline.groups`).
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "grammar/grammar.h"

namespace protokol {

/// The group that stands beside `key`; empty where no rule file names one. Lives as long as the grammar.
std::string_view group_named(const Grammar& grammar, std::string_view key);

/// All cells of a table, as they are written: UTF-8; none where no rule file has it.
std::unordered_set<std::string> words_of(const Grammar& grammar, std::string_view table);

}  // namespace protokol

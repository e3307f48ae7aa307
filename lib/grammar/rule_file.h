// A rule file as its author wrote it: names with their lines, each with its place. No line is understood yet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace protokol::grammar {

/// One line beneath a name, without its sign; continuation lines are joined to it by a space.
struct RuleLine {
  std::string text;
  std::size_t line = 0;
};

/// A name and what stands beneath it.
struct RuleEntry {
  std::string name;  ///< without braces
  std::string file;
  std::size_t line = 0;
  bool is_part = false;                    ///< written in braces: usable in patterns, never a mark by itself
  std::vector<RuleLine> patterns;          ///< lines of `:`
  std::vector<RuleLine> examples;          ///< lines of `+`
  std::vector<RuleLine> counter_examples;  ///< lines of `-`
  std::vector<std::vector<std::string>> rows;  ///< lines of `|`, cut into cells
};

/// Entries in the order in which they stand, and every fault found on the way.
struct RuleEntries {
  std::vector<RuleEntry> entries;
  std::vector<Diagnostic> faults;
};

/// Cuts the UTF-8 text of one rule file into entries.
RuleEntries parse_rule_file(std::string_view text, std::string file);

/// Where a rule file lies: what is too much is told of one folder, never of another's rules.
std::string_view folder_of(std::string_view file);

/// In the order of files and lines.
std::vector<Diagnostic> by_place(std::vector<Diagnostic> faults);

}  // namespace protokol::grammar

// Folders of rule files: read one by one, within limits, and laid over each other.
#pragma once

#include <filesystem>
#include <vector>

#include "grammar/rule_file.h"

namespace protokol::grammar {

/// Reads every *.rules file of one folder, by name. A name that stands twice is a fault.
RuleEntries load_folder(const std::filesystem::path& folder);

/// `over` laid over `base`: an entry of the same name takes the old one's place, a new one is preferred to
/// all of base. An entry that is of another kind than the one that it replaces is a fault: what uses the name
/// would no longer work.
RuleEntries overlaid(RuleEntries base, RuleEntries over);

}  // namespace protokol::grammar

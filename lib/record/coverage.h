// What was read and what was not: every letter of the text is in a record, in a claim, or unread.
#pragma once

#include <string_view>
#include <vector>

#include "record/protocol.h"

namespace protokol {

/// The stretches of `text` that hold letters and that neither a record's span nor a claim covers, line by line.
std::vector<Unread> unread_of(std::string_view text, const Protocol& protocol);

}  // namespace protokol

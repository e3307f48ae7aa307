// What a clerk should look at.
#pragma once

#include <vector>

#include "record/outline.h"
#include "record/protocol.h"

namespace protokol {

/// Warnings about the finished records: no date, a deadline before the meeting, numbers that do not agree, a label
/// without a value.
std::vector<Warning> warnings_of(const Protocol& protocol);

}  // namespace protokol

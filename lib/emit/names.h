// The English words that records use for a fixed choice.
#pragma once

#include <string_view>

#include "record/protocol.h"

namespace protokol {

std::string_view name_of(ProtocolKind kind);
std::string_view name_of(Attendance status);
std::string_view name_of(HearingKind kind);
std::string_view name_of(Action action);
std::string_view name_of(DeadlineType type);
std::string_view name_of(Confidence confidence);

}  // namespace protokol

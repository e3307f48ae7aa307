// Questions by the numbers that the agenda prints: «По первому вопросу» of an agenda I, II is I.
#pragma once

#include "record/protocol.h"

namespace protokol {

/// What was heard and decided names its questions as the agenda numbers them, where only Roman and Arabic
/// figures differ.
Protocol with_agenda_numbers(Protocol protocol);

}  // namespace protokol

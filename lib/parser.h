// Start here: a document becomes a protocol.
#pragma once

#include "input/document.h"
#include "record/language.h"
#include "record/protocol.h"

namespace protokol {

/// Reads one document. Never throws on content; what no rule claims is in `unread`. Where a TimeLimit stands and is
/// over (base/time_limit.h), what is given is not the whole reading.
Protocol parse(const Document& document, const Language& language);

}  // namespace protokol

// Start here: a document becomes a protocol.
#pragma once

#include "input/document.h"
#include "record/language.h"
#include "record/protocol.h"

namespace protokol {

/// Reads one document. Never throws on content; what no rule claims is in `unread`.
Protocol parse(const Document& document, const Language& language);

}  // namespace protokol

// Start here: a document becomes a protocol.
#pragma once

#include "grammar/grammar.h"
#include "input/document.h"
#include "morphology/dictionary.h"
#include "record/protocol.h"

namespace protokol {

/// The two loaded things that every reading needs; loaded once, shared by all threads.
struct Language {
  Dictionary dictionary;
  Grammar grammar;
};

/// Reads one document. Never throws on content; what no rule claims is in `unread`.
Protocol parse(const Document& document, const Language& language);

}  // namespace protokol

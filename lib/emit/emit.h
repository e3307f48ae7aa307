// Records out: one emitter a file behind one signature.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "record/protocol.h"

namespace protokol {

/// What came of one input, as emitters see it.
struct ErrorRecord {
  std::string code, stage, message;
};
struct Result {
  std::string source;                 ///< path as given, or «-»
  std::string encoding;               ///< what the bytes were read as; empty on errors
  std::string_view text;              ///< the document's text, for turning byte spans into code points
  std::variant<Protocol, ErrorRecord> content;
};

}  // namespace protokol

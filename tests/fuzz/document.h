// What has to hold of every document that a file was read as.
#pragma once

#include <variant>

#include "fuzz/fuzz.h"
#include "input/document.h"
#include "input/mutant.h"
#include "input/options.h"

namespace protokol::fuzz {

inline void check_reading(const std::variant<Document, InputError>& reading) {
  if (const auto* error = std::get_if<InputError>(&reading)) {
    require(!error->code.empty() && !error->message.empty(), "an error says what it is");
    return;
  }
  const auto& document = std::get<Document>(reading);
  require(!document.blocks.empty(), "a document without content is an error");
  require(test::is_sound(document), "blocks have content, which lies in the text");
}

}  // namespace protokol::fuzz

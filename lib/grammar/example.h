// An example line of a rule file: a text, the part of it that is meant, and what it must give.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "grammar/pattern.h"
#include "text/tokens.h"

namespace protokol::grammar {

struct Example {
  TokenText text;
  Span tokens;                       ///< what stands in ‹ ›, else everything
  bool is_marked = false;            ///< ‹ › stands in it
  std::optional<std::string> value;  ///< what stands behind `=>`
};

/// Understands what stands behind `+` or `-`; ` / ` is a line break.
std::variant<Example, Fault> parse_example(std::string_view line);

}  // namespace protokol::grammar

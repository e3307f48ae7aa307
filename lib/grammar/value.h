// What a pattern line records: literal text with the values of its parts in between.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammar/pattern.h"

namespace protokol::grammar {

/// A piece of a value: literal text, a part's value, or a bracket that stands only where all parts in it do.
struct ValuePiece {
  enum class Kind : std::uint8_t { text, part, bracket } kind = Kind::text;
  std::string text;     ///< the literal text, or the part's name
  unsigned use = 1;     ///< of a part: its how-manieth use in the pattern
  unsigned digits = 0;  ///< of a part: a number is brought to at least so many digits; 0 leaves it alone
  std::vector<ValuePiece> pieces;  ///< of a bracket
};

struct Value {
  std::vector<ValuePiece> pieces;
  std::vector<Fault> faults;
};

/// Understands what stands behind `=`.
Value parse_value(std::string_view text);

/// The literal word that the value begins with, if it begins with a whole one: a mark's kind.
std::string_view literal_kind(const std::vector<ValuePiece>& pieces);

/// Leading zeros taken away, then as many put before it as `digits` asks for; other texts stay.
std::string with_digits(std::string value, unsigned digits);

}  // namespace protokol::grammar

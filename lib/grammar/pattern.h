// A pattern line understood: a tree over tokens, and the value that it records.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/keywords.h"

namespace protokol::grammar {

/// What is wrong with a line, without the place, which the caller knows.
struct Fault {
  std::string message;
  std::string hint;
};

enum class NodeKind : std::uint8_t {
  sequence,    ///< children one after another
  choice,      ///< one of the children; an earlier one is preferred
  repeat,      ///< the only child `least` to `most` times; `[ ]` is 0 to 1
  literal,     ///< one token, `text` in the prepared alphabet
  lemma,       ///< one token, any form of `text` (prepared alphabet) that `filter` lets through
  part,        ///< another name's match; `text` is the name, UTF-8
  shape,       ///< one token that the regular expression `text` (UTF-8) matches whole
  stretch,     ///< tokens that the regular expression `text` (UTF-8) matches together
  line_start,  ///< no token: `^`
  line_end,    ///< no token: `$`
};

struct Node {
  NodeKind kind = NodeKind::sequence;
  std::string text;
  FormFilter filter;
  std::uint8_t least = 0;
  std::uint8_t most = 0;
  std::uint8_t use = 0;  ///< of a part: its how-manieth use in the pattern, from 1
  std::vector<Node> children;
};

inline constexpr int most_repetitions = 12;

struct Pattern {
  Node root;
  std::optional<std::string> value;  ///< what stands behind `=`
  std::vector<Fault> faults;
};

/// Understands what stands behind `:`.
Pattern parse_pattern(std::string_view line);

/// A name with its use: «число'2» → «число», 2; use 0 where none is written.
struct NamedUse {
  std::string_view name;
  unsigned use = 0;
};
/// nullopt where it is neither a name nor a name with a use from 1 to 99.
std::optional<NamedUse> parse_use(std::string_view text);

/// The tree in brackets, one line; for tests.
std::string dump(const Node& node);

}  // namespace protokol::grammar

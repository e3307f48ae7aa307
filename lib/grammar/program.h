// All rules of a grammar, linked and numbered: what the matcher runs on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/expressions.h"
#include "grammar/gates.h"
#include "grammar/lexicon.h"
#include "grammar/value.h"

namespace protokol::grammar {

inline constexpr std::uint32_t none = 0xFFFFFFFFU;

enum class StepKind : std::uint8_t { token, sequence, choice, repeat, entry, stretch, line_start, line_end };

/// A node of a pattern's tree.
struct Step {
  StepKind kind = StepKind::sequence;
  std::uint8_t least = 0;
  std::uint8_t most = 0;
  std::uint32_t index = 0;        ///< of a token: its atom; else the entry or the stretch
  std::uint32_t label = none;     ///< the name under which a value may use it
  std::uint32_t first_child = 0;  ///< in Program::children
  std::uint32_t child_count = 0;

  template <typename Stream>
  void transfer(Stream& stream) {
    stream(kind), stream(least), stream(most), stream(index), stream(label), stream(first_child),
        stream(child_count);
  }
};

/// A piece of a value with its parts' labels.
struct ProgramPiece {
  ValuePiece::Kind kind = ValuePiece::Kind::text;
  std::string text;
  std::uint32_t label = none;
  unsigned digits = 0;
  std::vector<ProgramPiece> pieces;

  template <typename Stream>
  void transfer(Stream& stream) {
    stream(kind), stream(text), stream(label), stream(digits), stream(pieces);
  }
};

/// One `:` line. Their numbers follow the order in which they stand: the smaller is preferred.
struct ProgramLine {
  std::uint32_t entry = 0;
  std::uint32_t root = 0;
  bool has_value = false;
  bool told_by_parts = false;  ///< what it records depends on the parts of the match
  std::vector<ProgramPiece> value;
  std::size_t source_line = 0;

  template <typename Stream>
  void transfer(Stream& stream) {
    stream(entry), stream(root), stream(has_value), stream(told_by_parts), stream(value), stream(source_line);
  }
};

/// A part or a rule.
struct ProgramEntry {
  std::string name;
  std::string file;
  std::size_t source_line = 0;
  std::uint32_t rule = none;   ///< its number among the rules; `none` for a part
  std::uint32_t group = none;  ///< of a rule
  std::vector<std::uint32_t> lines;

  template <typename Stream>
  void transfer(Stream& stream) {
    stream(name), stream(file), stream(source_line), stream(rule), stream(group), stream(lines);
  }
};

struct Program {
  std::vector<Step> steps;
  std::vector<std::uint32_t> children;
  std::vector<ProgramLine> lines;
  std::vector<ProgramEntry> entries;
  std::vector<std::uint32_t> rules;  ///< rule → entry, in the order in which they stand
  std::vector<std::string> groups;   ///< what stands before a rule's first dot
  std::vector<std::string> labels;   ///< «год», «год'2»
  std::vector<std::string> kinds;    ///< first words of values, sorted
  Lexicon lexicon;
  std::vector<Stretch> stretches;
  Gates gates;

  std::uint32_t child(const Step& step, std::uint32_t number) const {
    return children[step.first_child + number];
  }
};

}  // namespace protokol::grammar

// How a match came about: which line of which name took which tokens, and what it records.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "grammar/alphabet.h"
#include "grammar/program.h"

namespace protokol::grammar {

/// A name's match, or a built-in part's. Its parts stand in the order of the text.
struct Derivation {
  std::uint32_t label = none;  ///< how the pattern above calls it; `none` at the top
  std::uint32_t entry = none;  ///< `none`: a built-in part
  std::uint32_t line = none;   ///< in Program::lines
  Span tokens;
  std::vector<Derivation> parts;
};

/// Looks into one text that a matcher has read.
class Deriver {
 public:
  Deriver(const Program& program, const Alphabet& alphabet, const Lettered& line)
      : program_(&program), alphabet_(&alphabet), line_(&line) {}

  /// Where matches of the entry that begin at a token end, ascending.
  std::vector<std::uint32_t> ends(std::uint32_t entry, std::uint32_t from) const;
  /// Whether the entry has a line that takes exactly these tokens.
  bool takes(std::uint32_t entry, Span tokens) const;
  /// How the entry matches exactly these tokens: its uppermost line that can, and within it earlier parts as
  /// long as can be.
  std::optional<Derivation> derive(std::uint32_t entry, Span tokens) const;
  /// How a line that is known to match these tokens does it.
  Derivation derive_line(std::uint32_t line, Span tokens) const;

  /// What a derivation records: its line's value; where the line has none, the value of the part that took
  /// all its tokens; where there is none, the text.
  std::string value(const Derivation& derivation) const;
  /// The derivation whose line gives the value: itself, or a part that took all its tokens. `entry` is `none`
  /// or its line has no value where the text is recorded.
  const Derivation& recording(const Derivation& derivation) const;

 private:
  std::string text(Span tokens) const;
  std::string render(const std::vector<ProgramPiece>& pieces, const std::vector<Derivation>& parts) const;

  const Program* program_;
  const Alphabet* alphabet_;
  const Lettered* line_;
};

}  // namespace protokol::grammar

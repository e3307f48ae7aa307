// Which lines can begin with which token: the sieve before a derivation tries a line.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "grammar/lexicon.h"

namespace protokol::grammar {

struct Program;

struct Gates {
  std::vector<std::uint32_t> first;       ///< by atom: where its lines begin in `lines`; one more at the end
  std::vector<std::uint32_t> lines;       ///< lines that a token passing the atom may begin
  std::vector<std::uint32_t> open_lines;  ///< lines that a regular expression over several tokens may begin

  std::span<const std::uint32_t> lines_of(Atom atom) const {
    return std::span(lines).subspan(first[atom], first[atom + 1] - first[atom]);
  }
};

Gates make_gates(const Program& program);

}  // namespace protokol::grammar

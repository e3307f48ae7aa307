// Tokens as letters: two tokens that pass the same tests are the same letter to the automaton.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/span.h"
#include "grammar/program.h"
#include "grammar/word_table.h"
#include "text/tokens.h"

namespace protokol::grammar {

/// Remembers the letter of every token text that it has seen. Not for two threads at once.
class Alphabet {
 public:
  explicit Alphabet(const Program& program);

  std::uint32_t letter(const TokenText& text, std::uint32_t token);
  std::span<const Atom> atoms(std::uint32_t letter) const {
    return std::span(atoms_).subspan(starts_[letter], starts_[letter + 1] - starts_[letter]);
  }
  bool passes(std::uint32_t letter, Atom atom) const;
  /// Whether a pattern line may begin with the letter.
  bool may_begin(std::uint32_t letter, std::uint32_t line) const {
    return (gates_[letter * gate_words_ + line / 64] >> (line % 64) & 1U) != 0;
  }
  /// Token texts held; the owner forgets them all when there are too many.
  std::uint32_t size() const { return seen_.size(); }
  void forget();

 private:
  std::uint32_t intern(const std::vector<Atom>& atoms);

  void add_gate(const std::vector<Atom>& atoms);

  const Program* program_;
  WordTable seen_;
  std::vector<std::array<std::uint32_t, 3>>
      letters_;     ///< by text: small, with a capital, in capitals; +1, 0 is unknown
  WordTable sets_;  ///< sets of atoms, as bytes
  std::vector<Atom> atoms_;
  std::vector<std::uint32_t> starts_ = {0};
  std::size_t gate_words_ = 0;
  std::vector<std::uint64_t> gates_;  ///< by letter: a bit for each line that it may begin
};

/// A stretch of a text as the automaton reads it.
struct Lettered {
  const TokenText* text = nullptr;
  Span range;                          ///< tokens
  std::vector<std::uint32_t> letters;  ///< of the range's tokens
  std::vector<std::uint8_t> borders;   ///< before each token of the range, and at its end

  static constexpr std::uint8_t starts = 1;  ///< `^` may stand at this border
  static constexpr std::uint8_t ends = 2;    ///< `$` may stand at this border

  std::uint32_t letter(std::uint32_t token) const { return letters[token - range.from]; }
  std::uint8_t border(std::uint32_t token) const { return borders[token - range.from]; }

  /// Reads another text; the memory is used again.
  void read(const TokenText& new_text, Span new_range, Alphabet& alphabet);
};

}  // namespace protokol::grammar

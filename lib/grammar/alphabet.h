// Tokens as letters: two tokens that pass the same tests are the same letter to the automaton.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/span.h"
#include "base/word_table.h"
#include "grammar/program.h"
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
  /// The groups with a rule whose match may begin with the letter: a bit a group.
  std::span<const std::uint64_t> groups(std::uint32_t letter) const {
    return std::span(group_gates_).subspan(letter * group_words_, group_words_);
  }
  /// Whether a pattern line may begin with the letter.
  bool may_begin(std::uint32_t letter, std::uint32_t line) const {
    return (gates_[letter * gate_words_ + line / 64] >> (line % 64) & 1U) != 0;
  }
  std::size_t group_count() const { return program_->groups.size(); }
  /// Token texts held; the owner forgets them all when there are too many.
  std::uint32_t size() const { return seen_.size(); }
  void forget();

  template <typename Stream>
  void transfer(Stream& stream) {
    stream(seen_), stream.block(letters_), stream(sets_), stream(atoms_), stream(starts_);
    stream(gates_), stream(group_gates_);
  }

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
  std::size_t group_words_ = 0;
  std::vector<std::uint64_t> group_gates_;  ///< by letter: a bit for each group
};

/// By group, the tokens of a text that a match of its rules may begin with: the sieve before the automaton.
class GroupStarts {
 public:
  /// Forgets the former text; `first` is the first token of the next one.
  void clear(std::uint32_t first, std::uint32_t tokens, std::size_t groups);
  void add(std::uint32_t token, std::span<const std::uint64_t> groups);
  /// The first of them in [from, to); `to` where there is none.
  std::uint32_t next(std::uint32_t group, std::uint32_t from, std::uint32_t to) const;

 private:
  std::uint32_t first_ = 0;
  std::size_t words_ = 0;            ///< of a group's bits
  std::vector<std::uint64_t> bits_;  ///< by group: a bit a token
};

/// A stretch of a text as the automaton reads it.
struct Lettered {
  const TokenText* text = nullptr;
  Span range;                              ///< tokens
  std::span<const std::uint32_t> letters;  ///< of tokens from `first` on, those of the range at least
  std::uint32_t first = 0;
  const GroupStarts* group_starts = nullptr;  ///< of the same tokens

  static constexpr std::uint8_t starts = 1;  ///< `^` may stand at this border
  static constexpr std::uint8_t ends = 2;    ///< `$` may stand at this border

  std::uint32_t letter(std::uint32_t token) const { return letters[token - first]; }
  /// Before a token of the range, or at its end.
  std::uint8_t border(std::uint32_t token) const {
    if (token == range.to) return ends;
    if (token == range.from) return starts;
    const bool start = text->tokens[token].opens, end = text->tokens[token - 1].closes;
    return static_cast<std::uint8_t>((start ? starts : 0U) | (end ? ends : 0U));
  }
};

/// The letters of the texts that were read last: many questions are asked about each of them.
class LetterMemory {
 public:
  /// A range of a text in letters; good until the next call.
  Lettered read(const TokenText& text, Span range, Alphabet& alphabet);
  void forget();

 private:
  static constexpr std::uint32_t longest_kept = 8192;  // tokens
  static constexpr std::size_t texts_kept = 64;

  struct Kept {
    std::uint64_t number = 0;
    Span tokens;  ///< of the text
    std::vector<std::uint32_t> letters;
    GroupStarts starts;

    void read(const TokenText& text, Span range, Alphabet& alphabet);
    bool holds(const TokenText& text, Span range) const;
  };
  std::array<Kept, texts_kept> kept_;
  Kept range_;  ///< the last range of a text that is too long to be kept
};

}  // namespace protokol::grammar

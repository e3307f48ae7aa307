// Finds where rules match: the automaton run from every token, and the competition within groups.
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/alphabet.h"
#include "grammar/automaton.h"
#include "grammar/mark_memory.h"
#include "grammar/program.h"

namespace protokol::grammar {

/// A match of a rule's line that won within its group.
struct Found {
  std::uint32_t line = 0;
  Span tokens;
};

/// No match is longer than so many tokens.
inline constexpr std::uint32_t longest_match = 1000;

/// Holds what matching remembers and reuses. Not for two threads at once.
class Matcher {
 public:
  explicit Matcher(const Program& program)
      : program_(&program),
        alphabet_(program),
        automaton_(program),
        best_(program.groups.size()),
        free_from_(program.groups.size()) {}

  /// The winners of one group (`none`: of all) in a range of a text's tokens, by place, then by group.
  /// Good until the next call.
  const std::vector<Found>& find(const TokenText& text, Span range, std::uint32_t group);

  /// Whether a rule of the group may begin in the range: cheap, and seldom true. Reads the range.
  bool may_find(const TokenText& text, Span range, std::uint32_t group);

  /// Reads a range of a text without looking for rules.
  void read(const TokenText& text, Span range);

  /// The text of the last `find` or `read`, and its letters.
  const Lettered& line() const { return line_; }
  const Alphabet& alphabet() const { return alphabet_; }
  MarkMemory& memory() { return memory_; }

 private:
  struct Best {
    std::uint32_t to = 0;  ///< 0: nothing found yet
    std::uint32_t line = 0;
  };
  struct Run {
    std::uint32_t at = 0;
    Automaton::State state = Automaton::dead;
  };

  void run(std::uint32_t from, std::uint32_t at, Automaton::State state);
  void listen(std::uint32_t from, std::uint32_t at, Automaton::State state);
  void settle(std::uint32_t from);

  const Program* program_;
  Alphabet alphabet_;
  Automaton automaton_;
  LetterMemory letters_;
  MarkMemory memory_;
  Lettered line_;
  std::vector<Best> best_;                ///< by group, of the present start
  std::vector<std::uint32_t> touched_;    ///< groups with a best
  std::vector<std::uint32_t> free_from_;  ///< by group: where its next mark may begin
  std::vector<Run> runs_;
  std::vector<Found> found_;
};

/// Where a stretch that begins at token `from` ends: a token border within the line; `from` where it does not
/// match.
std::uint32_t stretch_end(const Stretch& stretch, const Lettered& line, std::uint32_t from);

}  // namespace protokol::grammar

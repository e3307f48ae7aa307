// Regular expressions of rule files: RE2 over the prepared one-byte alphabet.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "grammar/limits.h"
#include "grammar/pattern.h"
#include "grammar/shape_automaton.h"

namespace protokol::grammar {

/// A UTF-8 expression in the prepared alphabet: letters small, ё as е, one dash, one quotation mark.
/// Classes that know no Russian (\w, \b, \pL …) are refused.
std::variant<std::string, Fault> recode_expression(std::string_view utf8);

/// How much of largest_expressions is left.
struct Room {
  int instructions = largest_expressions;
};

/// All expressions that match one whole token, as one automaton.
class Shapes {
 public:
  Shapes();
  Shapes(Shapes&&) noexcept;
  Shapes& operator=(Shapes&&) noexcept;
  ~Shapes();

  /// The expression's number, from 0; a Fault where RE2 does not understand it, or where it is too large.
  std::variant<std::uint32_t, Fault> add(std::string_view utf8, Room& room);
  /// To be called once, after the last add.
  std::optional<Fault> compile();
  bool empty() const;

  template <typename Stream>
  void transfer(Stream& stream) {
    std::vector<std::string> all = recoded();
    ShapeAutomaton automaton;
    if constexpr (!Stream::reads) automaton = ShapeAutomaton::of(all).value_or(ShapeAutomaton());
    stream(all);
    stream(automaton);
    if constexpr (Stream::reads) stream.failed = !fill(std::move(all), std::move(automaton)) || stream.failed;
  }

  /// The numbers of the expressions that match the whole token.
  std::vector<std::uint32_t> matching(std::string_view prepared) const;

 private:
  std::vector<std::string> recoded() const;
  /// Expressions that were added and compiled before; RE2 serves where there is no automaton. False where
  /// they cannot be compiled.
  bool fill(std::vector<std::string> recoded, ShapeAutomaton automaton);

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// An expression that matches a stretch of several tokens.
class Stretch {
 public:
  static std::variant<Stretch, Fault> compile(std::string_view utf8, Room& room);

  /// Matches nothing.
  Stretch();
  Stretch(Stretch&&) noexcept;
  Stretch& operator=(Stretch&&) noexcept;
  ~Stretch();

  /// How many bytes the longest match at the start of `prepared` has; 0 where there is none.
  std::size_t longest(std::string_view prepared) const;

  template <typename Stream>
  void transfer(Stream& stream) {
    std::string one = recoded();
    stream(one);
    if constexpr (Stream::reads) fill(std::move(one));
  }

 private:
  std::string recoded() const;
  /// An expression that was compiled before.
  void fill(std::string recoded);

  struct Impl;
  explicit Stretch(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace protokol::grammar

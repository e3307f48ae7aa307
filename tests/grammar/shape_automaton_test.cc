// The packed automaton of shapes finds what RE2 finds.
#include "grammar/shape_automaton.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

#include "grammar/expressions.h"

namespace protokol::grammar {

namespace {

/// Every word of at most `longest` letters of `letters`.
std::vector<std::string> words_of(const std::string& letters, std::size_t longest) {
  std::vector<std::string> words = {""};
  for (std::size_t from = 0; from < words.size() && words[from].size() < longest; ++from) {
    for (const char letter : letters) words.push_back(words[from] + letter);
  }
  return words;
}

std::string numbers(const auto& found) { return fmt::format("{}", fmt::join(found, " ")); }

}  // namespace

TEST_CASE("an automaton of shapes matches as RE2 does") {
  const std::vector<std::string> expressions = {
      "a",        "ab|ba",       "(a|b)*c", "a?b+",         "[ab]{2,3}", "[^a]",  ".+c",
      "(ab){2}",  "a{2,}",       "[a-c]*b", ".*([^a]|ab)c", "(a|b|)c",   "[-a]b", "[]a]",
      "\\.|\\(a", "(0?1|[12]0)", "a{0,2}b", "(a(b(c)?)?)?", "[:-]",      "c{0}a", "((a|b)c)+"};
  Shapes shapes;
  Room room;
  for (const std::string& one : expressions) {
    CAPTURE(one);
    REQUIRE(std::holds_alternative<std::uint32_t>(shapes.add(one, room)));
  }
  REQUIRE(!shapes.compile());
  const std::optional<ShapeAutomaton> automaton = ShapeAutomaton::of(expressions);
  REQUIRE(automaton);
  std::vector<std::string> words = words_of("abc", 6);
  for (std::string& more : words_of("a.(]-:012", 3)) words.push_back(std::move(more));
  for (const std::string& word : words) {
    CAPTURE(word);
    CHECK(numbers(automaton->matching(word)) == numbers(shapes.matching(word)));
  }
}

TEST_CASE("an automaton of shapes refuses what it does not know") {
  for (const std::string one : {"a+?", "^a", "a$", "\\d", "[[:alpha:]]", "(?i)a", "a{2", "(a", "a)", "[a",
                                "a**", "a{1000}", "\\", "[\\d]", "*a"}) {
    CAPTURE(one);
    CHECK(!ShapeAutomaton::of(std::vector{one}));
  }
}

}  // namespace protokol::grammar

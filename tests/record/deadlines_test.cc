// Deadlines, row by row: what is found, and what remains of the wording.
#include "record/deadlines.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <vector>

#include "rows.h"

using namespace protokol;

namespace {

struct Loaded {
  Dictionary dictionary;
  Grammar grammar;
};

const Loaded& loaded() {
  static const Loaded once = [] {
    std::filesystem::path data = PROTOKOL_DATA_DIR;
    Dictionary dictionary = Dictionary::open(data / "dictionary.bin");
    std::vector<std::filesystem::path> folders{data / "grammars"};
    Grammar grammar = Grammar::load(folders, dictionary);
    return Loaded{std::move(dictionary), std::move(grammar)};
  }();
  return once;
}

TokenText tokens_of(const std::string& text) {
  std::vector<Span> pieces{{0, static_cast<std::uint32_t>(text.size())}};
  return tokenize(prepare(text, pieces), text);
}

/// The wording without the removals, pieces joined by a space where a word follows.
std::string remaining(const TokenText& text, const std::string& source,
                      const std::vector<FoundDeadline>& found) {
  std::vector<bool> gone(text.size());
  for (const FoundDeadline& one : found) {
    for (std::uint32_t t = one.removal.from; one.cut && t < one.removal.to; ++t) gone[t] = true;
  }
  std::string rest;
  for (std::uint32_t from = 0; from < text.size();) {
    std::uint32_t to = from;
    while (to < text.size() && gone[to] == gone[from]) ++to;
    if (!gone[from]) {
      if (!rest.empty() && text.tokens[from].kind == TokenKind::word) rest += ' ';
      rest += wording(text, source, {from, to});
    }
    from = to;
  }
  return rest;
}

}  // namespace

TEST_CASE("deadlines") {
  for (const test::Row& row : test::rows("record/deadlines.tsv")) {
    CAPTURE(row.line);
    REQUIRE(row.cells.size() >= 4);
    const std::string& phrase = row.cells[2];
    TokenText text = tokens_of(phrase);
    Span all{0, text.size()};
    DeadlineContext context;
    context.document_date = parse_iso(row.cells[0]);
    if (row.cells[1] == "cell") {
      CHECK(dump(read_deadlines(text, phrase, all, context, loaded().grammar)) == row.cells[3]);
      continue;
    }
    REQUIRE(row.cells.size() == 5);
    auto found = find_deadlines(text, phrase, all, context, loaded().grammar, loaded().dictionary);
    CHECK(dump(found) == row.cells[3]);
    CHECK(remaining(text, phrase, found) == row.cells[4]);
  }
}

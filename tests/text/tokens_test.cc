// Tokens, row by row.
#include "text/tokens.h"

#include <doctest/doctest.h>

#include "escapes.h"
#include "rows.h"

using namespace protokol;

namespace {

TokenText tokens_of(const std::string& source) {
  const std::vector<Span> all{{0, static_cast<std::uint32_t>(source.size())}};
  return tokenize(prepare(source, all), source);
}

std::string shown(const TokenText& text, const std::string& source) {
  std::string all;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const Token& token = text.tokens[i];
    if (i > 0) all += ' ';
    if (token.space_before) all += '_';
    all += token.kind == TokenKind::word ? 'w' : token.kind == TokenKind::number ? 'n' : 's';
    if (token.capital) all += 'C';
    if (token.capitals) all += 'C';
    all += '|' + wording(text, source, {i, i + 1});
  }
  return all;
}

}  // namespace

TEST_CASE("tokens") {
  for (const test::Row& row : test::rows("text/tokens.tsv")) {
    REQUIRE(row.cells.size() == 2);
    const std::string source = test::unescape(row.cells[0]);
    CHECK(shown(tokens_of(source), source) == row.cells[1]);
  }
}

TEST_CASE("tokens lead back to the source") {
  const std::string source = "  **Срок:**  до 1 мая ";
  const TokenText text = tokens_of(source);
  REQUIRE(text.size() == 5);
  CHECK(text.tokens.front().opens);
  CHECK(text.tokens.back().closes);
  CHECK_FALSE(text.tokens[1].opens);
  const auto printed = [&](Span tokens) {
    const Span span = text.source(tokens);
    return source.substr(span.from, span.size());
  };
  CHECK(printed({0, 1}) == "Срок");
  CHECK(printed({2, 5}) == "до 1 мая");
  CHECK(text.source({5, 5}).empty());
  CHECK(wording(text, source, {2, 4}) == "до 1");
  CHECK(wording(text, source, {3, 3}).empty());
}

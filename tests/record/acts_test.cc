// Running text cut into acts, row by row.
#include <doctest/doctest.h>

#include "record/actions.h"
#include "record/readings.h"
#include "rows.h"

using namespace protokol;

TEST_CASE("acts") {
  for (const test::Row& row : test::rows("record/acts.tsv")) {
    CAPTURE(row.line);
    REQUIRE(row.cells.size() == 2);
    test::PreparedText phrase(row.cells[0]);
    Passage passage = phrase.passage();
    std::string acts;
    std::uint32_t end = passage.tokens.from;
    for (Span act : split_acts(passage, test::language())) {
      CHECK(act.from == end);
      end = act.to;
      if (!acts.empty()) acts += " | ";
      acts += wording(passage.within(act));
    }
    CHECK(end == passage.tokens.to);
    CHECK(acts == row.cells[1]);
  }
}

TEST_CASE("long paragraphs are cut in time") {
  std::string text;
  for (int i = 0; i < 20000; ++i)
    text += i % 2 == 0 ? "(«Купить краску до 5 мая " : "п. 5. Котову А. А. сдать ключи; ";
  test::PreparedText phrase(text);
  CHECK(!split_acts(phrase.passage(), test::language()).empty());
}

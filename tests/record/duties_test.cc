// Duties, row by row: who is marked, and what remains of the wording.
#include "record/duties.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "record/readings.h"
#include "rows.h"

using namespace protokol;

namespace {

/// The wording without the removals, pieces joined by a space where a word follows.
std::string remaining(const Passage& passage, const std::vector<FoundDuty>& found) {
  std::vector<bool> gone(passage.tokens.to);
  for (const FoundDuty& duty : found) {
    for (std::uint32_t t = duty.removal.from; t < duty.removal.to; ++t) gone[t] = true;
  }
  std::string rest;
  for (std::uint32_t from = 0; from < passage.tokens.to;) {
    std::uint32_t to = from;
    while (to < passage.tokens.to && gone[to] == gone[from]) ++to;
    if (!gone[from]) {
      if (!rest.empty() && is_word(*passage.text, from)) rest += ' ';
      rest += wording(passage.within({from, to}));
    }
    from = to;
  }
  return rest;
}

}  // namespace

TEST_CASE("duties") {
  for (const test::Row& row : test::rows("record/duties.tsv")) {
    CAPTURE(row.line);
    REQUIRE(row.cells.size() == 3);
    test::PreparedText phrase(row.cells[0]);
    std::vector<FoundDuty> found = find_duties(phrase.passage(), test::language());
    CHECK(dump(found) == row.cells[1]);
    CHECK(remaining(phrase.passage(), found) == row.cells[2]);
  }
}

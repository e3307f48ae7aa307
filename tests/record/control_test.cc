// Control sentences, row by row.
#include <doctest/doctest.h>

#include "record/duties.h"
#include "record/readings.h"
#include "rows.h"

using namespace protokol;

TEST_CASE("control sentences") {
  for (const test::Row& row : test::rows("record/control.tsv")) {
    CAPTURE(row.line);
    REQUIRE(row.cells.size() == 2);
    test::PreparedText phrase(row.cells[0]);
    CHECK(dump(read_control(phrase.passage(), test::language())) == row.cells[1]);
  }
}

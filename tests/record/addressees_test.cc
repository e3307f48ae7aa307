// Addressees, row by row.
#include "record/addressees.h"

#include <doctest/doctest.h>

#include "record/readings.h"
#include "rows.h"

using namespace protokol;

TEST_CASE("addressees") {
  for (const test::Row& row : test::rows("record/addressees.tsv")) {
    CAPTURE(row.line);
    REQUIRE(row.cells.size() == 3);
    test::PreparedText phrase(row.cells[1]);
    const Language& language = test::language();
    FoundAddressees found = row.cells[0] == "line" ? read_addressees(phrase.passage(), language)
                                                   : find_addressees(phrase.passage(), language);
    CHECK(dump(found) == row.cells[2]);
  }
}

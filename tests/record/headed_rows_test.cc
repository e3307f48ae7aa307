// Protocols that were laid out as a table of two columns.
#include "record/headed_rows.h"

#include <doctest/doctest.h>

#include <string>

#include "input/html.h"
#include "readings.h"
#include "record/outline.h"
#include "rows.h"

using namespace protokol;

TEST_CASE("rows under headings of their own") {
  for (const test::Row& row : test::rows("record/headed_rows.tsv")) {
    CAPTURE(row.line);
    REQUIRE(row.cells.size() == 2);
    const auto reading = read_html("<html><table>" + row.cells[0], {});
    REQUIRE(std::holds_alternative<Document>(reading));
    const Outline outline = outline_of(std::get<Document>(reading), test::language());
    std::string lines;
    for (const Unit& unit : outline.units) {
      const bool stays = unit.kind == UnitKind::row;
      lines += (lines.empty() ? "" : " / ") + (stays ? "row" : wording(outline.whole(unit)));
    }
    CHECK(lines == row.cells[1]);
  }
}

// Tables whose cells stand one under another, or were glued together; lines and rows that are one vote; lists
// laid out in columns.
#include <doctest/doctest.h>

#include <string>

#include "input/plain_text.h"
#include "readings.h"
#include "record/outline.h"
#include "record/same_people.h"
#include "rows.h"

using namespace protokol;

namespace {

Document document_of(const std::string& snippet) {
  Document document;
  for (std::size_t from = 0; from <= snippet.size();) {
    const std::size_t to = std::min(snippet.find(" / ", from), snippet.size());
    document.text += snippet.substr(from, to - from) + "\n";
    from = to + 3;
  }
  document.blocks = split_blocks(document.text);
  return document;
}

std::string rows_of(const std::string& snippet) {
  const Document document = document_of(snippet);
  const Outline outline = outline_of(document, test::language());
  std::string rows;
  for (const Unit& unit : outline.units) {
    if (unit.kind != UnitKind::row) continue;
    std::string cells;
    for (const Passage& cell : unit.cells) cells += (&cell == &unit.cells.front() ? "" : "|") + wording(cell);
    rows += (rows.empty() ? "" : " / ") + cells;
  }
  return rows;
}

std::string lines_of(const std::string& snippet) {
  const Document document = document_of(snippet);
  const Outline outline = outline_of(document, test::language());
  std::string lines;
  for (const Unit& unit : outline.units) {
    const bool row = unit.kind == UnitKind::row;
    lines += (lines.empty() ? "" : " / ") + (row ? "row" : wording(outline.whole(unit)));
  }
  return lines;
}

Party named(const std::string& name) {
  Party party;
  party.name = name;
  return party;
}

/// What the list of those present makes of a name that was read from an oblique case.
std::string settled(const std::string& present, const std::string& read) {
  Protocol protocol;
  protocol.attendees.push_back({Attendance::present, named(present), {}});
  Hearing hearing;
  hearing.speakers.push_back(named(read));
  protocol.hearings.push_back(hearing);
  return with_settled_names(protocol).hearings[0].speakers[0].name;
}

}  // namespace

TEST_CASE("tables without borders become rows again") {
  for (const test::Row& row : test::rows("record/lost_tables.tsv")) {
    CAPTURE(row.line);
    REQUIRE(row.cells.size() == 2);
    CHECK(rows_of(row.cells[0]) == row.cells[1]);
  }
}

TEST_CASE("votes over several lines or rows are one line") {
  for (const test::Row& row : test::rows("record/vote_lines.tsv")) {
    CAPTURE(row.line);
    REQUIRE(row.cells.size() == 2);
    CHECK(lines_of(row.cells[0]) == row.cells[1]);
  }
}

TEST_CASE("lists laid out in columns are lines") {
  for (const test::Row& row : test::rows("record/laid_out_lists.tsv")) {
    CAPTURE(row.line);
    REQUIRE(row.cells.size() == 2);
    CHECK(lines_of(row.cells[0]) == row.cells[1]);
  }
}

TEST_CASE("a long run of short lines is no trouble") {
  std::string text = "№ / Задание / Исполнитель / Срок";
  for (int i = 0; i < 3000; ++i) text += " / 7 / № / Срок";
  CHECK(rows_of(text).size() < text.size() * 2);
}

TEST_CASE("the list of those present settles a name") {
  CHECK(settled("Рогов А. А.", "Рогова А. А.") == "Рогов А. А.");
  CHECK(settled("Рогова А. А.", "Рогова А. А.") == "Рогова А. А.");
  CHECK(settled("Рогов А. Б.", "Рогова А. А.") == "Рогова А. А.");
  CHECK(settled("Рогов Антон Агапович", "Рогова А. А.") == "Рогов А. А.");
  CHECK(settled("Лесной А. А.", "Лесная А. А.") == "Лесной А. А.");
  CHECK(settled("Ли А. А.", "Лев А. А.") == "Лев А. А.");
}

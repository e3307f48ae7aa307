// Lists of a protocol, snippet by snippet: who was there, the agenda, who was heard.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "input/plain_text.h"
#include "record/agenda.h"
#include "record/attendance.h"
#include "record/hearings.h"
#include "rows.h"

using namespace protokol;

namespace {

const Language& language() {
  static const Language once = [] {
    std::filesystem::path data = PROTOKOL_DATA_DIR;
    std::vector<std::filesystem::path> folders{data / "grammars"};
    return load_language(data / "dictionary.bin", folders);
  }();
  return once;
}

void replace_all(std::string& text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
}

/// What `read` makes of the row's snippet and the `end` of its document, on one line.
template <typename Read>
std::string reading_of(std::string snippet, const std::string& end, Read read) {
  replace_all(snippet, " / ", "\n");
  replace_all(snippet, "\\t", "\t");
  replace_all(snippet, "\\n", "\n");
  Document document;
  document.text = "\n" + snippet + "\n\n" + end + "\n";
  document.blocks = split_blocks(document.text);
  Outline outline = outline_of(document, language());
  std::string text = dump(read(outline, sections_of(outline, language()), language()));
  if (!text.empty()) text.pop_back();
  replace_all(text, "\n", " / ");
  return text;
}

template <typename Read>
void check_rows(const std::string& path, const std::string& end, Read read) {
  for (const test::Row& row : test::rows(path)) {
    CAPTURE(row.line);
    REQUIRE(row.cells.size() == 2);
    CHECK(reading_of(row.cells[0], end, read) == row.cells[1]);
  }
}

}  // namespace

/// Without decisions the last lines of a document would be its signatures.
const std::string decisions = "РЕШИЛИ:\n1. Ждать весны.\n2. Чинить крышу до мая.\n3. Купить дрова.";

TEST_CASE("attendance") { check_rows("record/attendance.tsv", decisions, read_attendance); }

TEST_CASE("agenda") { check_rows("record/agenda.tsv", {}, read_agenda); }

TEST_CASE("hearings") {
  check_rows("record/hearings.tsv", {},
             [](const Outline& outline, const std::vector<Section>& sections, const Language& language) {
               return read_hearings(outline, sections, {}, language);
             });
}

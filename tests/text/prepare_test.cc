// Prepared text and the wording that leads back, row by row.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/utf8.h"
#include "escapes.h"
#include "rows.h"
#include "text/prepared.h"

using namespace protokol;

namespace {

std::vector<Span> lines_of(const std::string& text) {
  std::vector<Span> lines;
  std::size_t from = 0;
  while (from <= text.size()) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    lines.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
    from = to + 1;
  }
  return lines;
}

}  // namespace

TEST_CASE("prepared text") {
  for (const test::Row& row : test::rows("text/prepare.tsv")) {
    REQUIRE(row.cells.size() == 3);
    const std::string source = test::unescape(row.cells[0]);
    CAPTURE(source);
    const Prepared prepared = prepare(source, lines_of(source));
    CHECK(to_utf8(prepared.text) == utf8::to_nfc(test::unescape(row.cells[1])));
    const auto size = static_cast<std::uint32_t>(prepared.text.size());
    CHECK(wording(prepared, source, 0, size) == utf8::to_nfc(test::unescape(row.cells[2])));
    REQUIRE(prepared.source.size() == prepared.text.size() + 1);
    CHECK(std::is_sorted(prepared.source.begin(), prepared.source.end()));
    CHECK(prepared.source.back() <= source.size());
  }
}

TEST_CASE("recoding for rule files keeps signs") {
  CHECK(to_utf8(prepare("Срок*, [1] ~слово \\d ЁЖ")) == "срок*, [1] ~слово \\d еж");
  CHECK(prepare("") == "");
  CHECK(is_letter('\xE0'));
  CHECK(is_letter(other_letter));
  CHECK_FALSE(is_cyrillic('a'));
  CHECK(is_digit('7'));
  CHECK_FALSE(is_letter(' '));
}

TEST_CASE("a part of the wording") {
  const std::string source = "  «Ёлка» –  и\xCC\x86од**,";
  const std::vector<Span> all{{0, static_cast<std::uint32_t>(source.size())}};
  const Prepared prepared = prepare(source, all);
  CHECK(to_utf8(prepared.text) == "\"елка\" - йод,");
  CHECK(wording(prepared, source, 1, 5) == "Ёлка");
  CHECK(wording(prepared, source, 9, 12) == "йод");
  CHECK(wording(prepared, source, 0, 99) == "«Ёлка» – йод,");
}

TEST_CASE("nothing gives nothing") {
  const Prepared prepared = prepare("   ", std::vector<Span>{{0, 3}});
  CHECK(prepared.text.empty());
  CHECK(prepared.source.size() == 1);
  CHECK(prepare("", {}).source.size() == 1);
}

// DOCX files, put together from the parts that a case gives.
#include "input/docx.h"

#include <doctest/doctest.h>

#include "cases.h"
#include "escapes.h"
#include "input/office_parts.h"

using namespace protokol;

TEST_CASE("DOCX") {
  for (const test::Case& one : test::cases("input/docx.txt")) {
    CAPTURE(one.title);
    const auto result = read_docx(test::docx(test::unescape(one.text)), {});
    const auto* document = std::get_if<Document>(&result);
    REQUIRE(document != nullptr);
    CHECK(dump(*document) == one.dump);
  }
}

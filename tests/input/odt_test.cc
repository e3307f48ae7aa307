// ODT files, put together from the parts that a case gives.
#include "input/odt.h"

#include <doctest/doctest.h>

#include "cases.h"
#include "escapes.h"
#include "input/office_parts.h"

using namespace protokol;

TEST_CASE("ODT") {
  for (const test::Case& one : test::cases("input/odt.txt")) {
    CAPTURE(one.title);
    const auto result = read_odt(test::odt(test::unescape(one.text)), {});
    const auto* document = std::get_if<Document>(&result);
    REQUIRE(document != nullptr);
    CHECK(dump(*document) == one.dump);
  }
}

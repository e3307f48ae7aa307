// ODT files, put together from the parts that a case gives.
#include "input/odt.h"

#include <doctest/doctest.h>

#include "cases.h"
#include "escapes.h"
#include "input/office_parts.h"
#include "input/zip_file.h"

using namespace protokol;

namespace {

constexpr std::string_view spaces =
    R"( xmlns:text="t" xmlns:office="o" xmlns:style="s" xmlns:fo="f" xmlns:table="b")"
    R"( xmlns:draw="d" xmlns:svg="v" xmlns:loext="l")";

/// [automatic] stands in content.xml, [named] and [pages] in styles.xml.
std::string odt(const std::string& text) {
  std::string automatic, named, pages, body;
  for (const test::CasePart& part : test::case_parts(text)) {
    const std::string content = test::joined(part.lines, "<text:p>", "</text:p>");
    if (part.name == "body")
      body = test::element("office:body", "", test::element("office:text", "", content));
    if (part.name == "automatic") automatic = test::element("office:automatic-styles", "", content);
    if (part.name == "named") named = test::element("office:styles", "", content);
    if (part.name == "pages") pages = test::element("office:master-styles", "", content);
  }
  return test::zip_file({{"mimetype", "application/vnd.oasis.opendocument.text"},
                         {"content.xml", test::element("office:document-content", spaces, automatic + body)},
                         {"styles.xml", test::element("office:document-styles", spaces, named + pages)}});
}

}  // namespace

TEST_CASE("ODT") {
  for (const test::Case& one : test::cases("input/odt.txt")) {
    CAPTURE(one.title);
    const auto result = read_odt(odt(test::unescape(one.text)), {});
    const auto* document = std::get_if<Document>(&result);
    REQUIRE(document != nullptr);
    CHECK(dump(*document) == one.dump);
  }
}

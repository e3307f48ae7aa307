// Web pages.
#include "input/html.h"

#include <doctest/doctest.h>

#include "cases.h"
#include "escapes.h"

using namespace protokol;

namespace {

std::string text_of(std::string_view page, const InputOptions& options = {}) {
  const auto result = read_html(page, options);
  const auto* document = std::get_if<Document>(&result);
  return document == nullptr ? std::get<InputError>(result).code : document->encoding + ": " + document->text;
}

}  // namespace

TEST_CASE("HTML") {
  for (const test::Case& one : test::cases("input/html.txt")) {
    CAPTURE(one.title);
    const auto result = read_html(test::unescape(one.text), {});
    const auto* document = std::get_if<Document>(&result);
    REQUIRE(document != nullptr);
    CHECK(dump(*document) == one.dump);
  }
}

TEST_CASE("a page's encoding: as given, by its bytes, as it says") {
  const std::string koi8 = "\xF2\xE5\xFB\xE9\xEC\xE9";  // also letters of windows-1251
  CHECK(text_of("<meta charset='koi8-r'><p>" + koi8) == "KOI8-R: РЕШИЛИ\n");
  CHECK(text_of("<meta http-equiv=Content-Type content=\"text/html; Charset=koi8-r\"><p>" + koi8) ==
        "KOI8-R: РЕШИЛИ\n");
  CHECK(text_of("<meta charset=windows-1251><p>Решили") == "UTF-8: Решили\n");
  CHECK(text_of("<meta charset=klingon><p>Решили") == "UTF-8: Решили\n");
  CHECK(text_of("<p>" + koi8, {.encoding = "KOI8-R"}) == "KOI8-R: РЕШИЛИ\n");
}

TEST_CASE("pages that cannot be read, and pages that must not hurt") {
  CHECK(text_of("<html><script>1</script></html>") == "empty");
  CHECK(text_of("<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>А&x;").ends_with("А&x;\n"));
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += i % 3 == 0 ? "<div>" : "<b>";
  CHECK(text_of(deep + "Решили").find("Решили") != std::string::npos);
  std::string tables;
  for (int i = 0; i < 5'000; ++i) tables += "<table><tr><td>";
  CHECK(text_of(tables + "Решили").find("Решили") != std::string::npos);
  CHECK(text_of("<table><tr><td colspan=99999 rowspan=99999>А<td>Б<tr><td>В</table>").find("А") !=
        std::string::npos);
}

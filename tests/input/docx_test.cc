// DOCX files, put together from the parts that a case gives.
#include "input/docx.h"

#include <doctest/doctest.h>

#include "cases.h"
#include "escapes.h"
#include "input/office_parts.h"
#include "input/zip_file.h"

using namespace protokol;

namespace {

struct PartKind {
  std::string_view name, root;
};

constexpr PartKind part_kinds[] = {
    {"body", "w:document"},       {"styles", "w:styles"},     {"numbering", "w:numbering"},
    {"footnotes", "w:footnotes"}, {"endnotes", "w:endnotes"}, {"header", "w:hdr"},
    {"footer", "w:ftr"},
};

std::string docx(const std::string& text) {
  std::vector<test::ZipEntry> entries{{"[Content_Types].xml", "<Types/>"}};
  std::string relations;
  for (const test::CasePart& part : test::case_parts(text)) {
    std::string content = test::joined(part.lines, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>");
    if (part.name == "body") content = test::element("w:body", "", content);
    for (const PartKind& kind : part_kinds) {
      if (kind.name != part.name) continue;
      const std::string file = part.name == "body" ? "document.xml" : part.name + ".xml";
      entries.push_back(
          {"word/" + file, test::element(kind.root, R"( xmlns:w="w" xmlns:mc="mc" xmlns:m="m")", content)});
      relations += R"(<Relationship Id="r" Type="http://schemas.openxmlformats.org/)" + part.name +
                   R"(" Target=")" + file + R"("/>)";
    }
  }
  entries.push_back({"word/_rels/document.xml.rels", test::element("Relationships", "", relations)});
  return test::zip_file(entries);
}

}  // namespace

TEST_CASE("DOCX") {
  for (const test::Case& one : test::cases("input/docx.txt")) {
    CAPTURE(one.title);
    const auto result = read_docx(docx(test::unescape(one.text)), {});
    const auto* document = std::get_if<Document>(&result);
    REQUIRE(document != nullptr);
    CHECK(dump(*document) == one.dump);
  }
}

// Formats told by content, archives taken apart, and what comes of broken files.
#include "input/read.h"

#include <doctest/doctest.h>

#include "input/file_format.h"
#include "input/office_parts.h"
#include "input/zip_file.h"

using namespace protokol;
using namespace std::string_literals;

namespace {

std::string outcome(const std::variant<Document, InputError>& reading) {
  if (const auto* error = std::get_if<InputError>(&reading)) return error->stage + " " + error->code;
  const auto& document = std::get<Document>(reading);
  std::string text = document.format;
  for (const std::string& warning : document.warnings) text += " " + warning;
  return text;
}

std::string outcome(std::string bytes, const std::string& source) {
  return outcome(read_document(bytes, source, {}));
}

/// «source: what came of it» of every part.
std::string outcomes(const std::string& bytes, const InputOptions& options) {
  std::string text;
  for (const Part& part : unpack(bytes, "a.zip", options)) {
    const auto* content = std::get_if<std::string>(&part.bytes);
    text += part.source + ": ";
    text += content != nullptr ? outcome(read_document(*content, part.source, options))
                               : outcome(std::get<InputError>(part.bytes));
    text += "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("formats are told by content") {
  const std::string docx = test::docx("Решили:\n"), odt = test::odt("Решили:\n");
  CHECK(outcome("Решили:", "a.txt") == "text");
  CHECK(outcome("Решили:", "-") == "text");
  CHECK(outcome("Решили:", "a.DOC") == "text wrong_extension");
  CHECK(outcome("Решили:", "dir.doc/a") == "text");
  CHECK(outcome(docx, "a.docx") == "docx");
  CHECK(outcome(docx, "a.docm") == "docx");
  CHECK(outcome(docx, "a.doc") == "docx wrong_extension");
  CHECK(outcome(docx, "a.zip!b.txt") == "docx wrong_extension");
  CHECK(outcome(odt, "a.odt") == "odt");
  CHECK(outcome(odt, "a.docx") == "odt wrong_extension");
  CHECK(outcome("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s,
                "a.docx") == "read encrypted");
  CHECK(outcome("7z\xBC\xAF\x27\x1C....", "a.7z") == "read unknown_format");
  CHECK(outcome("", "a.docx") == "read empty");
  CHECK(outcome(test::zip_file({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<x/>"}}),
                "a.docx") == "read unknown_format");
  CHECK(detect_format("<!DOCTYPE html><p>") == FileFormat::html);
  CHECK(detect_format("%PDF-1.4") == FileFormat::pdf);
  CHECK(detect_format("{\\rtf1") == FileFormat::rtf);
}

TEST_CASE("archives") {
  const std::string docx = test::docx("Решили:\n");
  const auto names = "\xAF\xE0\xAE\xE2\xAE\xAA\xAE\xAB.txt"s;  // CP866
  CHECK(outcomes(
            test::zip_file({{names, "Решили:"}, {"папка/", ""}, {"папка/b.docx", docx}, {"__MACOSX/c", "x"}}),
            {}) == "a.zip!протокол.txt: text\na.zip!папка/b.docx: docx\n");
  const std::string inner = test::zip_file({{"c.txt", "Решили:"}});
  const std::string middle = test::zip_file({{"in.zip", inner}, {"b.txt", "Решили:"}});
  CHECK(outcomes(test::zip_file({{"m.zip", middle}}), {}) ==
        "a.zip!m.zip!in.zip!c.txt: text\na.zip!m.zip!b.txt: text\n");
  CHECK(outcomes(test::zip_file({{"o.zip", test::zip_file({{"m.zip", middle}})}}), {}) ==
        "a.zip!o.zip!m.zip!in.zip: unpack too_deep\na.zip!o.zip!m.zip!b.txt: text\n");
  CHECK(outcomes(test::zip_file({}), {}) == "a.zip: unpack empty\n");
  CHECK(outcomes(test::zip_file({{"../../etc/passwd", "Решили:"}, {"e.docx", ""}}), {}) ==
        "a.zip!../../etc/passwd: text\na.zip!e.docx: read empty\n");
  CHECK(outcomes(docx, {}) == "a.zip: docx wrong_extension\n");
}

TEST_CASE("limits") {
  const std::string two = test::zip_file({{"a.txt", "Решили: одно"}, {"b.txt", "Решили: другое"}});
  InputOptions options;
  options.archive.entries = 1;
  CHECK(outcomes(two, options) == "a.zip!a.txt: text\na.zip: unpack too_many_entries\n");
  options.archive = {.part_bytes = 24};
  CHECK(outcomes(two, options) == "a.zip!a.txt: text\na.zip!b.txt: unpack too_large\n");
  options.archive = {.whole_bytes = 30};
  CHECK(outcomes(two, options) == "a.zip!a.txt: text\na.zip!b.txt: unpack too_large\n");
  options.archive = {.part_bytes = 100};
  CHECK(outcome(read_document(test::docx("Решили:\n"), "a.docx", options)) == "unpack too_large");
}

TEST_CASE("broken office files") {
  const std::string docx = test::docx("Решили:\n"), odt = test::odt("Решили:\n");
  CHECK(outcome(test::docx("<w:p>\n"), "a.docx") == "decode damaged");
  CHECK(outcome(test::docx(""), "a.docx") == "read empty");
  CHECK(outcome(test::odt(""), "a.odt") == "read empty");
  CHECK(outcome(test::docx("Решили:\n[styles]\n<w:style>\n"), "a.docx") == "docx part_lost");
  CHECK(outcome(test::docx("Решили:\n[numbering]\n<w:num>\n"), "a.docx") == "docx numbering_lost");
  CHECK(outcome(test::zip_file({{"[Content_Types].xml", "x"}, {"word/x.xml", "x"}}), "a.docx") ==
        "unpack damaged");
  const auto doctype =
      R"(<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><w:document><w:body>&d;</w:body></w:document>)"s;
  CHECK(outcome(test::zip_file({{"[Content_Types].xml", "x"}, {"word/document.xml", doctype}}), "a.docx") ==
        "decode doctype");
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<w:p>";
  for (int i = 0; i < 200'000; ++i) deep += "</w:p>";
  CHECK(outcome(test::docx(deep + "\n"), "a.docx") == "decode too_deep");
  CHECK(outcome(test::odt(deep + "\n"), "a.odt") == "decode too_deep");
  for (std::size_t size = 4; size < docx.size(); size += 7) {
    const std::string cut = docx.substr(0, size);
    CHECK(outcomes(cut, {}) == "a.zip: unpack damaged\n");
  }
}

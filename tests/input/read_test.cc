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
  CHECK(detect_format("\xEF\xBB\xBF\n<P>Решили:</P>") == FileFormat::html);
  CHECK(detect_format("<table border=1>") == FileFormat::html);
  CHECK(detect_format("\xFF\xFE<\0h\0t\0m\0l\0>\0"s) == FileFormat::html);
  CHECK(detect_format("<<Решили>> <p>") == FileFormat::text);
  CHECK(detect_format("<проект> Решили: <b>") == FileFormat::text);
  CHECK(detect_format("%PDF-1.4") == FileFormat::pdf);
  CHECK(detect_format("{\\rtf1") == FileFormat::rtf);
  CHECK(detect_format("\xEF\xBB\xBF{\\rtf1") == FileFormat::rtf);
}

TEST_CASE("DOCX files of other programs: another name of the part, other prefixes of namespaces") {
  const std::string relations =
      R"(<Relationships><Relationship Type="x/officeDocument" Target="/word/document2.xml"/></Relationships>)";
  const std::string document =
      R"(<n:document xmlns:n="urn:w"><n:body><n:p><n:pPr><n:jc n:val="center"/></n:pPr><n:r><n:t>Решили:</n:t>)"
      "</n:r></n:p></n:body></n:document>";
  const auto reading = read_document(test::zip_file({{"[Content_Types].xml", "x"},
                                                     {"_rels/.rels", relations},
                                                     {"word/document.xml", "<x/>"},
                                                     {"word/document2.xml", document}}),
                                     "a.docx", {});
  REQUIRE(std::holds_alternative<Document>(reading));
  CHECK(dump(std::get<Document>(reading)) == "line indent=20 ends: Решили:\n");
}

TEST_CASE("office documents in one XML file") {
  const auto dumped = [](std::string_view bytes) {
    const auto reading = read_document(bytes, "a", {});
    const auto* document = std::get_if<Document>(&reading);
    return document == nullptr ? std::get<InputError>(reading).code
                               : document->format + "\n" + dump(*document);
  };
  const auto item = [](const std::string& number, const std::string& text) {
    return R"(<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><wx:t wx:val=")" + number +
           R"("/></w:listPr></w:pPr><w:r><w:t>)" + text + "</w:t></w:r></w:p>";
  };
  const std::string body = "<w:p><w:r><w:t>Решили:</w:t></w:r></w:p>";
  const std::string merged =
      R"(<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr>)" + body +
      R"(</w:tc></w:tr><w:tr><w:tc>)" + body +
      R"(</w:tc><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>)";
  const std::string deleted =
      R"(<w:p><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>не</w:delText></w:r></aml:content></aml:annotation><w:r><w:t>да</w:t></w:r></w:p>)";
  CHECK(dumped("<?xml version=\"1.0\"?><w:wordDocument><w:body><wx:sect>" + body + item("1.", "Вывезти") +
               item("\xEF\x82\xB7", "снег") + merged + deleted + "</wx:sect></w:body></w:wordDocument>") ==
        "word_xml\nline ends: Решили:\nline ends: 1. Вывезти\nline ends: • снег\n"
        "row table=1: |  | Решили:\nrow table=1: | Решили: | ^\nline ends: да\n");
  CHECK(dumped("<w:wordDocument/>") == "empty");
  CHECK(dumped("<w:wordDocument><w:body>") == "damaged");

  const auto part = [](const std::string& name, const std::string& xml) {
    return "<pkg:part pkg:name=\"/word/" + name + ".xml\"><pkg:xmlData>" + xml + "</pkg:xmlData></pkg:part>";
  };
  CHECK(
      dumped("<pkg:package>" + part("header1", "<w:hdr>" + body + "</w:hdr>") +
             part("document",
                  R"(<w:document><w:body><w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>)"
                  "<w:r><w:t>Вывезти</w:t></w:r></w:p></w:body></w:document>") +
             part("numbering",
                  R"(<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/>)"
                  R"x(<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1">)x"
                  R"(<w:abstractNumId w:val="0"/></w:num></w:numbering>)") +
             "</pkg:package>") == "word_xml\nline ends: 3) Вывезти\nline furniture ends: Решили:\n");

  CHECK(dumped("<office:document><office:master-styles><style:master-page><style:footer><text:p>1</text:p>"
               "</style:footer></style:master-page></office:master-styles><office:body><office:text>"
               "<text:p>Решили:</text:p></office:text></office:body></office:document>") ==
        "fodt\nline ends: Решили:\nline furniture ends: 1\n");
  CHECK(dumped("<?xml version='1.0'?><!DOCTYPE a><office:document/>") == "doctype");
}

TEST_CASE("pages saved in one file") {
  const auto outcome = [](std::string_view bytes) {
    const auto reading = read_document(bytes, "a.mht", {});
    const auto* document = std::get_if<Document>(&reading);
    return document == nullptr ? std::get<InputError>(reading).code
                               : document->format + " " + document->encoding + ": " + document->text;
  };
  const std::string head =
      "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"-_a\"\r\n\r\n";
  const std::string picture = "---_a\r\nContent-Type: image/png\r\n\r\n<p>x\r\n";
  CHECK(outcome(head + picture +
                "---_a\r\nContent-Type: text/html; charset=\"utf-8\"\r\n"
                "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                "<p class=3D\"a\">=D0=A0=D0=B5=\r\n=D1=88=D0=B8=D0=BB=D0=B8: 1=3D1 =ZZ</p>\r\n---_a--\r\n") ==
        "mht UTF-8: Решили: 1=1 =ZZ\n");
  // As Confluence does; the letter's charset is the page's.
  CHECK(outcome("Subject: x\nMime-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
                "Content-Type: text/html; charset=koi8-r\nContent-Transfer-Encoding: base64\n\n"
                "PHA+8uX7\n6ezpPC9w\nPg==\n--b--\n") == "mht KOI8-R: РЕШИЛИ\n");
  CHECK(outcome(head + picture) == "empty");
  CHECK(outcome("Тема: протокол\nMIME-Version: 1.0\n\nРешили:") ==
        "text UTF-8: Тема: протокол\nMIME-Version: 1.0\n\nРешили:");
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

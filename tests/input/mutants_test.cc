// Broken files of each format that is read here: an error or a sound document comes out, never a crash.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "cases.h"
#include "escapes.h"
#include "input/file_format.h"
#include "input/html.h"
#include "input/mutant.h"
#include "input/office_parts.h"
#include "input/page_layout.h"
#include "input/read.h"

using namespace protokol;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int mutants = 500;
#else
constexpr int mutants = 10'000;
#endif

std::vector<std::string> seeds(const std::string& file) {
  std::vector<std::string> texts;
  for (const test::Case& one : test::cases(file)) texts.push_back(test::unescape(one.text));
  return texts;
}

template <typename Check>
void with_mutants(const std::vector<std::string>& seeds, Check check) {
  std::mt19937 random(1);
  for (int i = 0; i < mutants; ++i) {
    CAPTURE(i);
    check(seeds[random() % seeds.size()], random);
  }
}

/// A mutant may have become a format that a program of somebody else's reads.
bool is_read_here(std::string_view bytes) {
  const FileFormat format = detect_format(bytes);
  return format != FileFormat::pdf && format != FileFormat::image && format != FileFormat::doc &&
         format != FileFormat::rtf;
}

void check_file(const std::string& file) {
  for (const Part& part : unpack(file, "a", {})) {
    const auto* bytes = std::get_if<std::string>(&part.bytes);
    if (bytes == nullptr || !is_read_here(*bytes)) continue;
    const auto reading = read_document(*bytes, part.source, {});
    if (const auto* document = std::get_if<Document>(&reading)) REQUIRE(test::is_sound(*document));
  }
}

std::string tsv_of_page() {
  std::string tsv = "1\t1\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t###PAGE###\n";
  const char* lines[] = {"РЕШИЛИ:", "1.  Вывезти  снег", "№   Дело   Срок", "1   Сдать   май", "- 1 -"};
  int top = 40;
  for (const std::string line : lines) {
    tsv += "4\t1\t0\t0\t0\t0\t40\t" + std::to_string(top) + "\t300\t12\t-1\t###LINE###\n";
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t from = std::min(line.find_first_not_of(' ', at), line.size());
      const std::size_t to = std::min(line.find(' ', from), line.size());
      tsv += "5\t1\t0\t0\t0\t0\t" + std::to_string(40 + 9 * from) + "\t" + std::to_string(top) + "\t" +
             std::to_string(3 * (to - from)) + "\t12\t100\t" + line.substr(from, to - from) + "\n";
      at = to;
    }
    top += 14;
  }
  return tsv;
}

}  // namespace

// In turn the XML is broken, and the ZIP file around it.
TEST_CASE("mutants of DOCX") {
  with_mutants(seeds("input/docx.txt"), [](const std::string& seed, std::mt19937& random) {
    check_file(random() % 4 > 0 ? test::docx(test::mutant(seed, random))
                                : test::mutant(test::docx(seed), random));
  });
}

TEST_CASE("mutants of documents in one file") {
  const std::vector<std::string> files{
      "<w:wordDocument><w:body><w:p><w:pPr><w:listPr><wx:t wx:val=\"1.\"/></w:listPr></w:pPr><w:r><w:t>Решили"
      "</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:wordDocument>",
      "<pkg:package><pkg:part "
      "pkg:name=\"/word/document.xml\"><pkg:xmlData><w:document><w:body><w:p><w:r><w:t>а"
      "</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>",
      "<office:document><office:body><office:text><text:p>Решили</text:p></office:text></office:body>"
      "</office:document>",
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: text/html\n"
      "Content-Transfer-Encoding: quoted-printable\n\n<p>=D0=A0=\nа</p>\n--b\nContent-Type: text/html\n"
      "Content-Transfer-Encoding: base64\n\nPHA+8uX7\n--b--\n"};
  with_mutants(files,
               [](const std::string& seed, std::mt19937& random) { check_file(test::mutant(seed, random)); });
}

TEST_CASE("mutants of ODT") {
  with_mutants(seeds("input/odt.txt"), [](const std::string& seed, std::mt19937& random) {
    check_file(random() % 4 > 0 ? test::odt(test::mutant(seed, random))
                                : test::mutant(test::odt(seed), random));
  });
}

TEST_CASE("mutants of HTML") {
  with_mutants(seeds("input/html.txt"), [](const std::string& seed, std::mt19937& random) {
    const auto reading = read_html(test::mutant(seed, random), {});
    if (const auto* document = std::get_if<Document>(&reading)) REQUIRE(test::is_sound(*document));
  });
}

TEST_CASE("mutants of ZIP") {
  const std::string inner = test::zip_file({{"c.txt", "Решили:"}, {"d.html", "<p>Решили:"}});
  const std::vector<std::string> archives{
      test::zip_file({{"a.txt", "Решили: вывезти снег"}, {"папка/in.zip", inner}}),
      test::zip_file({{"a.docx", test::docx("Решили:\n")}, {"b.odt", test::odt("Решили:\n")}})};
  with_mutants(archives,
               [](const std::string& seed, std::mt19937& random) { check_file(test::mutant(seed, random)); });
}

TEST_CASE("mutants of pages' words") {
  const std::string page = tsv_of_page();
  with_mutants({page, page + page}, [](const std::string& seed, std::mt19937& random) {
    const std::string tsv = test::mutant(seed, random);  // words are views of it
    REQUIRE(test::is_sound(lay_out_pages(read_tsv(tsv))));
  });
}

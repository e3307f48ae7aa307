// Words on pages laid out, tables of tools and pictures read.
#include <doctest/doctest.h>

#include <deque>

#include "base/utf8.h"
#include "cases.h"
#include "escapes.h"
#include "input/grid.h"
#include "input/page_furniture.h"
#include "input/page_layout.h"

using namespace protokol;

namespace {

constexpr double letter = 6, line_height = 14;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

void add_bar(double at, double top, Page& page) {
  for (Ruling& ruling : page.rulings.upright) {
    if (ruling.at == at && ruling.to == top) {
      ruling.to += line_height;
      return;
    }
  }
  page.rulings.upright.push_back({at, top, top + line_height});
}

/// The words of one line; bars are upright lines.
void add_words(std::string_view line, double top, Page& page) {
  double column = 0, from = 0;
  std::size_t begin = 0;
  const auto finish = [&](std::size_t end) {
    if (end > begin) {
      page.words.push_back({{from * letter, top + 2, column * letter, top + 12},
                            line.substr(begin, end - begin),
                            static_cast<std::uint32_t>(top),
                            100});
    }
  };
  for (std::size_t at = 0; at < line.size();) {
    const utf8::CodePoint next = utf8::decode(line, at);
    if (next.value == ' ' || next.value == '|') {
      finish(at);
      if (next.value == '|') add_bar(column * letter + 3, top, page);
      begin = at + next.size;
      from = column + 1;
    }
    at += next.size;
    ++column;
  }
  finish(line.size());
}

/// Pages as they are drawn in a case; a frame's line takes no height.
std::vector<Page> pages_of(const std::vector<std::string>& lines) {
  std::vector<Page> pages;
  double top = 0;
  for (const std::string& line : lines) {
    if (line == "page") {
      pages.push_back({595, 842, {}, {}});
      top = 40;
    } else if (line.starts_with('+')) {
      pages.back().rulings.horizontal.push_back({top, 3, static_cast<double>(line.size()) * letter - 3});
    } else {
      add_words(line, top, pages.back());
      top += line_height;
    }
  }
  return pages;
}

}  // namespace

TEST_CASE("pages") {
  for (const test::Case& one : test::cases("input/pages.txt")) {
    CAPTURE(one.title);
    const std::vector<std::string> lines = lines_of(test::unescape(one.text));
    CHECK(dump(lay_out_pages(pages_of(lines))) == one.dump);
  }
}

TEST_CASE("tables of pdftotext and tesseract") {
  const auto pages = read_tsv(
      "level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
      "1\t1\t0\t0\t0\t0\t0.000000\t0.000000\t595.3\t841.9\t-1\t###PAGE###\n"
      "4\t1\t0\t0\t0\t0\t56.8\t56.5\t306.7\t13.0\t-1\t###LINE###\n"
      "5\t1\t0\t0\t0\t0\t56.8\t56.5\t78.2\t13.0\t95\tПРОТОКОЛ\n"
      "5\t1\t0\t0\t0\t1\tno\tnumbers\n"
      "5\t1\t0\t0\t0\t1\t140\t56.5\t1e999\tnan\t\t№\n"
      "1\t2\t0\t0\t0\t0\t0\t0\t595.3\t841.9\t-1\t\n");
  REQUIRE(pages.size() == 2);
  REQUIRE(pages[0].words.size() == 2);
  CHECK(pages[0].words[0].text == "ПРОТОКОЛ");
  CHECK(pages[0].words[0].box.right == doctest::Approx(135.0));
  CHECK(pages[0].words[0].confidence == doctest::Approx(95.0));
  CHECK(pages[0].words[1].text == "№");
  CHECK(read_tsv("").empty());
}

TEST_CASE("lines drawn in pictures") {
  constexpr std::size_t width = 300, height = 80;
  std::string pixels(width * height, '\xFF');
  const auto draw = [&](std::size_t left, std::size_t top, std::size_t right, std::size_t bottom) {
    for (std::size_t y = top; y < bottom; ++y)
      std::fill_n(pixels.begin() + static_cast<long>(y * width + left), right - left, '\0');
  };
  for (const std::size_t y : {10U, 30U, 50U}) draw(10, y, 110, y + 1);
  for (const std::size_t x : {10U, 60U, 109U}) draw(x, 10, x + 1, 51);
  draw(20, 60, 100, 75);                                               // a picture is no line
  const std::string picture = "P5\n300 80\n255\n" + pixels + "P5 1 ";  // images point into it
  const auto images = read_pgm(picture);
  REQUIRE(images.size() == 1);
  const auto found = find_grids(find_rulings(images[0], 595), 1);
  REQUIRE(found.size() == 1);
  CHECK(found[0].columns() == 2);
  CHECK(found[0].rows() == 2);
  CHECK(found[0].cells.size() == 4);
  CHECK(read_pgm("P5 9999999 9999999 255\n").empty());
}

TEST_CASE("cells that no line parts") {
  // ┌──┬──┐
  // │  ├──┤
  // ├──┴──┤
  // └─────┘
  const Rulings rulings{{{0, 0, 100}, {20, 50, 100}, {40, 0, 100}, {60, 0, 100}},
                        {{0, 0, 60}, {50, 0, 40}, {100, 0, 60}}};
  const auto grids = find_grids(rulings, 1);
  REQUIRE(grids.size() == 1);
  REQUIRE(grids[0].cells.size() == 4);
  CHECK(grids[0].cells[0].rows == 2);
  CHECK(grids[0].cells[3].columns == 2);
  CHECK(cell_at(grids[0], 10, 30) == 0);
  CHECK(cell_at(grids[0], 80, 30) == 2);
  CHECK(cell_at(grids[0], 80, 50) == 3);
  CHECK(!cell_at(grids[0], 120, 50));
}

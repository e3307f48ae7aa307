// Which lines are one paragraph.
#include "record/paragraphs.h"

#include <doctest/doctest.h>

#include <string>

#include "input/plain_text.h"
#include "rows.h"

using namespace protokol;

namespace {

/// A few of the words that the grammar lists.
const LineWords words{
    [](std::string_view word) {
      return word == "\u0441\u0440\u043E\u043A" ||
             word == "\u043E\u0442\u0432\u0435\u0442\u0441\u0442\u0432\u0435\u043D\u043D\u044B\u0439";
    },
    [](std::string_view word) { return word == "\u0441\u0440\u043E\u043A"; },
    [](std::string_view word) { return word == "\u043F"; },
    [](std::string_view word) { return word == "\u043E\u0442"; }};

/// The row as text: both parting signs are line ends.
std::string text_of(std::string row) {
  for (std::size_t at = 0; (at = row.find_first_of("/~", at)) != std::string::npos; ++at) {
    if (at == 0 || row[at - 1] != ' ' || at + 1 >= row.size() || (row[at + 1] != ' ' && row[at + 1] != '/'))
      continue;
    if (row[at + 1] == '/')
      row.replace(at - 1, 4, "\n\n");
    else
      row.replace(at - 1, 3, "\n");
  }
  return row;
}

std::string joined(const std::string& text) {
  const std::vector<Block> blocks = split_blocks(text);
  std::string row;
  for (const Paragraph& paragraph : join_lines(text, blocks, words)) {
    for (const JoinedLine& line : paragraph) {
      const Block& block = blocks[line.block];
      const bool first = line.block == paragraph.front().block;
      if (!row.empty()) row += !first ? " ~ " : block.blank_before > 0 ? " // " : " / ";
      const Span piece = block.pieces.front();
      row += text.substr(piece.from, piece.size());
    }
  }
  return row;
}

}  // namespace

TEST_CASE("lines are joined into paragraphs") {
  for (const test::Row& row : test::rows("record/paragraphs.tsv")) {
    CAPTURE(row.line);
    CHECK(joined(text_of(row.cells[0])) == row.cells[0]);
  }
}

TEST_CASE("one word a line") {
  const auto paragraphs = [](const std::string& parting, int words_of_text) {
    std::string text;
    for (int i = 0; i < words_of_text; ++i)
      text += "word" + (i % 10 == 9 ? "\n" + parting : std::string("\n"));
    return join_lines(text, split_blocks(text), words).size();
  };
  CHECK(paragraphs("", 60) == 1);
  CHECK(paragraphs("\n", 60) == 6);  // blank lines part paragraphs
  CHECK(paragraphs("", 20) > 1);     // a short list
  std::string apart;
  for (int i = 0; i < 60; ++i) apart += "word\n\n";
  CHECK(join_lines(apart, split_blocks(apart), words).size() == 1);
}

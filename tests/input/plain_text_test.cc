// Texts cut into blocks, and files that cannot be read.
#include "input/plain_text.h"

#include <doctest/doctest.h>

#include "cases.h"
#include "escapes.h"

using namespace protokol;

namespace {

std::vector<test::Case> cases() { return test::cases("input/blocks.txt"); }

Document read(std::string_view bytes) {
  auto result = read_plain_text(bytes, "a file", {});
  REQUIRE(std::holds_alternative<Document>(result));
  return std::get<Document>(std::move(result));
}

std::string error(std::string_view bytes, std::optional<std::string> encoding = {}) {
  const auto result = read_plain_text(bytes, "a file", {std::move(encoding)});
  const auto* error = std::get_if<InputError>(&result);
  return error == nullptr ? "none" : error->stage + " " + error->code;
}

}  // namespace

TEST_CASE("blocks") {
  for (const test::Case& one : cases()) {
    CAPTURE(one.title);
    const Document document = read(test::unescape(one.text));
    CHECK(dump(document) == one.dump);
  }
}

TEST_CASE("pieces lie in the text, in order, without white space at their ends") {
  for (const test::Case& one : cases()) {
    CAPTURE(one.title);
    const Document document = read(test::unescape(one.text));
    for (const Block& block : document.blocks) {
      REQUIRE(!block.pieces.empty());
      std::size_t in_cells = 0;
      for (const Cell& cell : block.cells) in_cells += cell.pieces.size();
      if (block.kind == BlockKind::row) CHECK(in_cells == block.pieces.size());
      for (const Span piece : block.pieces) {
        REQUIRE(piece.from < piece.to);
        REQUIRE(piece.to <= document.text.size());
        CHECK(document.text[piece.from] != ' ');
        CHECK(document.text[piece.to - 1] != ' ');
      }
    }
  }
}

TEST_CASE("reading") {
  const Document document = read("\xCF\xF0\xEE\xF2\xEE\xEA\xEE\xEB\r\n\xE2\xF2\xEE\xF0\xEE\xE9");
  CHECK(document.source == "a file");
  CHECK(document.encoding == "windows-1251");
  CHECK(document.text == "Протокол\nвторой");
  CHECK(document.warnings.empty());
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[1].width == 6);
  CHECK(read("Протокол \xFF\n").warnings == std::vector<std::string>{"invalid_bytes"});
}

TEST_CASE("inputs that cannot be read") {
  CHECK(error("") == "read empty");
  CHECK(error(" \n\t\n") == "read empty");
  CHECK(error("\xB3\xB3\xFF\xFF\xFF\xB3\xB3\xB3\xB3\xB3\xFF\xFF\xFF") ==
        "read empty");  // a table's lines alone
  CHECK(error("PK\x03\x04") == "decode binary");
  CHECK(error("text", "klingon") == "decode encoding");
}

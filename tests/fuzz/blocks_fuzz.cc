// Text of any kind as a document: its blocks lie in the text, and so do their pieces, in order, none over another.
#include <algorithm>
#include <vector>

#include "fuzz/fuzz.h"
#include "input/plain_text.h"

namespace protokol::fuzz {
namespace {

void check_order(const std::vector<Span>& pieces, std::string_view text) {
  std::uint32_t end = 0;
  for (const Span piece : pieces) {
    require(end <= piece.from && piece.from <= piece.to, "pieces are in order and do not overlap");
    end = piece.to;
  }
  require(end <= text.size(), "pieces lie in the text");
}

/// The lines of cells that were wrapped side by side take turns in the text: «| Завершить | Ким С. А. |», then
/// «| сверку | отделы |». So a row's pieces, which go cell by cell, are in order within a cell only.
void check_row(const Block& row, std::string_view text) {
  std::vector<Span> of_cells;
  for (const Cell& cell : row.cells) {
    check_order(cell.pieces, text);
    of_cells.insert(of_cells.end(), cell.pieces.begin(), cell.pieces.end());
  }
  require(of_cells == row.pieces, "a row's pieces are those of its cells");
  std::ranges::sort(of_cells, {}, &Span::from);
  check_order(of_cells, text);
}

void check(std::string_view bytes) {
  const auto reading = read_plain_text(bytes, "fuzz", {});
  const auto* document = std::get_if<Document>(&reading);
  if (document == nullptr) return;
  for (const Block& block : document->blocks) {
    require(block.kind == BlockKind::row || block.cells.empty(), "only rows have cells");
    if (block.kind == BlockKind::row) {
      check_row(block, document->text);
    } else {
      check_order(block.pieces, document->text);
    }
  }
  dump(*document);
}

}  // namespace
}  // namespace protokol::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  protokol::fuzz::check(protokol::fuzz::view(data, size));
  return 0;
}

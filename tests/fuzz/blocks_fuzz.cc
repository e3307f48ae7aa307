// Text of any kind as a document: its blocks lie in the text, and a line's pieces in order.
#include "fuzz/fuzz.h"
#include "input/plain_text.h"

namespace protokol::fuzz {
namespace {

void check(std::string_view bytes) {
  const auto reading = read_plain_text(bytes, "fuzz", {});
  const auto* document = std::get_if<Document>(&reading);
  if (document == nullptr) return;
  for (const Block& block : document->blocks) {
    require(block.kind == BlockKind::row || block.cells.empty(), "only rows have cells");
    std::uint32_t end = 0;
    for (const Span piece : block.pieces) {
      require(piece.from <= piece.to, "pieces do not run backwards");
      // A row's pieces go cell by cell, and cells may be wrapped side by side.
      require(block.kind == BlockKind::row || end <= piece.from, "pieces of a line are in order");
      require(piece.to <= document->text.size(), "pieces lie in the text");
      end = piece.to;
    }
    for (const Cell& cell : block.cells) {
      for (const Span piece : cell.pieces)
        require(piece.from <= piece.to && piece.to <= document->text.size(), "cells lie in the text");
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

#include "record/row_blocks.h"

#include <algorithm>
#include <utility>

namespace protokol {

Block line_of(const Block& row, std::vector<Span> pieces) {
  Block line;
  line.pieces = std::move(pieces);
  line.indent = row.indent;
  line.width = row.width;
  line.emphasis = row.emphasis;
  line.ends_paragraph = true;
  return line;
}

Block row_of(const Block& line, std::uint16_t table, const std::vector<std::vector<Span>>& cells) {
  Block row = line;
  row.kind = BlockKind::row;
  row.table = table;
  row.pieces.clear();
  row.cells.clear();
  for (const std::vector<Span>& pieces : cells) {
    row.pieces.insert(row.pieces.end(), pieces.begin(), pieces.end());
    row.cells.push_back({pieces, false});
  }
  return row;
}

std::size_t table_end(const std::vector<Block>& blocks, std::size_t from) {
  std::size_t end = from + 1;
  if (blocks[from].kind != BlockKind::row) return end;
  while (end < blocks.size() && blocks[end].kind == BlockKind::row && blocks[end].table == blocks[from].table)
    ++end;
  return end;
}

TableNumbers::TableNumbers(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) last_ = std::max(last_, block.table);
}

std::uint16_t TableNumbers::next() {
  if (last_ < UINT16_MAX) ++last_;
  return last_;
}

}  // namespace protokol

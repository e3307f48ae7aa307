// Rows made into lines, and lines into rows: what is made reads like a block of the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "input/document.h"

namespace protokol {

/// A line of some of a row's pieces, laid out as the row was; a paragraph ends with it.
Block line_of(const Block& row, std::vector<Span> pieces);

/// A row of cells, each with the pieces of its lines, in the place of a line.
Block row_of(const Block& line, std::uint16_t table, const std::vector<std::vector<Span>>& cells);

/// Behind the last row of the table that block `from` is of; behind the block itself where it is a line.
std::size_t table_end(const std::vector<Block>& blocks, std::size_t from);

/// Gives numbers to tables that the file does not know of.
class TableNumbers {
 public:
  explicit TableNumbers(const std::vector<Block>& blocks);
  /// The same number again when there are no more.
  std::uint16_t next();

 private:
  std::uint16_t last_ = 0;
};

}  // namespace protokol

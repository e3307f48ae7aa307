// A web page's table, cell by cell, with cells that reach over several rows and columns.
#pragma once

#include <cstdint>
#include <vector>

#include "input/content.h"

namespace protokol {

class HtmlTable {
 public:
  void begin_row();
  void add_cell(Content content, std::uint16_t columns, std::uint16_t rows);
  /// The table; what it holds, one after the other, where it only places things on the page.
  Content take();

 private:
  struct Reach {
    std::uint16_t rows = 0;     ///< further ones that the cell above goes on in
    std::uint16_t columns = 0;  ///< that it takes; 0 at its further columns
  };

  void fill_from_above();

  Table table_;
  std::vector<Reach> reach_;  ///< for each column
  std::size_t column_ = 0;    ///< of the next cell
};

}  // namespace protokol

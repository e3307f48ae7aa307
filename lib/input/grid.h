// Tables on a page, told by the lines that are drawn around their cells.
#pragma once

#include <cstddef>
#include <vector>

#include "input/page.h"

namespace protokol {

/// A cell of a grid, or several that no line parts.
struct GridCell {
  std::size_t row = 0, column = 0;
  std::size_t rows = 1, columns = 1;
};

struct Grid {
  std::vector<double> xs, ys;   ///< where columns and rows end, ascending; one more than there are of them
  std::vector<GridCell> cells;  ///< row by row, from left to right; together they cover the grid

  std::size_t rows() const { return ys.size() - 1; }
  std::size_t columns() const { return xs.size() - 1; }
  Box box() const { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
};

/// The grids of a page from the top down. `unit`: a point of A4 in the rulings' unit.
std::vector<Grid> find_grids(const Rulings& rulings, double unit);

/// The place in `grid.cells` of what covers this point; nothing outside of the grid.
std::optional<std::size_t> cell_at(const Grid& grid, double x, double y);

}  // namespace protokol

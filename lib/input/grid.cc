#include "input/grid.h"

#include <algorithm>
#include <numeric>

namespace protokol {
namespace {

constexpr double touch = 1.3;  ///< points between lines that meet; a letter between two lines is further off
constexpr double narrowest = 4.5;  ///< lines closer than this are one, drawn double
constexpr std::size_t most_lines = 4000, most_columns = 60, most_rows = 400;

bool lies_within(double place, const Ruling& ruling, double slack) {
  return ruling.from - slack <= place && place <= ruling.to + slack;
}

bool meet(const Ruling& horizontal, const Ruling& upright, double slack) {
  return lies_within(upright.at, horizontal, slack) && lies_within(horizontal.at, upright, slack);
}

/// An upright line of a table ends in horizontal ones; a stroke of a letter does not.
bool is_held(const Ruling& upright, const std::vector<Ruling>& horizontal, double slack) {
  bool above = false, below = false;
  for (const Ruling& line : horizontal) {
    if (!lies_within(upright.at, line, slack)) continue;
    above |= line.at >= upright.from - slack && line.at <= upright.from + slack;
    below |= line.at >= upright.to - slack && line.at <= upright.to + slack;
  }
  return above && below;
}

class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t of(std::size_t item) {
    while (parent_[item] != item) item = parent_[item] = parent_[parent_[item]];
    return item;
  }
  void join(std::size_t a, std::size_t b) { parent_[of(a)] = of(b); }

 private:
  std::vector<std::size_t> parent_;
};

/// Sorted places; those that stand close together as one.
std::vector<double> distinct(std::vector<double> places, double least) {
  std::sort(places.begin(), places.end());
  std::vector<double> result;
  for (const double place : places) {
    if (result.empty() || place - result.back() > least) result.push_back(place);
  }
  return result;
}

std::vector<double> places_of(const std::vector<Ruling>& rulings) {
  std::vector<double> places;
  for (const Ruling& ruling : rulings) places.push_back(ruling.at);
  return places;
}

/// Whether a line at `at` covers `place`.
bool is_drawn(const std::vector<Ruling>& rulings, double at, double place, double slack) {
  return std::any_of(rulings.begin(), rulings.end(), [&](const Ruling& ruling) {
    return ruling.at >= at - slack && ruling.at <= at + slack && lies_within(place, ruling, 0);
  });
}

/// Grows each cell to the right and then down as far as no line stops it.
void find_cells(Grid& grid, const Rulings& lines, double slack) {
  std::vector<char> taken(grid.rows() * grid.columns(), 0);
  const auto middle = [](const std::vector<double>& ends, std::size_t i) {
    return (ends[i] + ends[i + 1]) / 2;
  };
  const auto is_free = [&](std::size_t row, std::size_t column) {
    return taken[row * grid.columns() + column] == 0;
  };
  for (std::size_t row = 0; row < grid.rows(); ++row) {
    for (std::size_t column = 0; column < grid.columns(); ++column) {
      if (!is_free(row, column)) continue;
      GridCell cell{row, column, 1, 1};
      while (column + cell.columns < grid.columns() && is_free(row, column + cell.columns) &&
             !is_drawn(lines.upright, grid.xs[column + cell.columns], middle(grid.ys, row), slack)) {
        ++cell.columns;
      }
      const auto parted_below = [&](std::size_t at) {
        for (std::size_t c = column; c < column + cell.columns; ++c) {
          if (is_drawn(lines.horizontal, grid.ys[at], middle(grid.xs, c), slack) || !is_free(at, c))
            return true;
        }
        return false;
      };
      while (row + cell.rows < grid.rows() && !parted_below(row + cell.rows)) ++cell.rows;
      for (std::size_t r = row; r < row + cell.rows; ++r) {
        for (std::size_t c = column; c < column + cell.columns; ++c) taken[r * grid.columns() + c] = 1;
      }
      grid.cells.push_back(cell);
    }
  }
}

}  // namespace

std::vector<Grid> find_grids(const Rulings& rulings, double unit) {
  const double slack = touch * unit;
  std::vector<Grid> grids;
  if (rulings.horizontal.size() > most_lines || rulings.upright.size() > most_lines) return grids;
  Rulings lines{rulings.horizontal, {}};
  for (const Ruling& upright : rulings.upright) {
    if (is_held(upright, rulings.horizontal, slack)) lines.upright.push_back(upright);
  }

  const std::size_t across = lines.horizontal.size();
  Groups groups(across + lines.upright.size());
  for (std::size_t i = 0; i < across; ++i) {
    for (std::size_t j = 0; j < lines.upright.size(); ++j) {
      if (meet(lines.horizontal[i], lines.upright[j], slack)) groups.join(i, across + j);
    }
  }
  std::vector<Rulings> tables(across + lines.upright.size());
  for (std::size_t i = 0; i < across; ++i) tables[groups.of(i)].horizontal.push_back(lines.horizontal[i]);
  for (std::size_t j = 0; j < lines.upright.size(); ++j)
    tables[groups.of(across + j)].upright.push_back(lines.upright[j]);

  for (const Rulings& table : tables) {
    Grid grid{distinct(places_of(table.upright), narrowest * unit),
              distinct(places_of(table.horizontal), narrowest * unit),
              {}};
    if (grid.xs.size() < 2 || grid.ys.size() < 2) continue;
    if (grid.columns() > most_columns || grid.rows() > most_rows) continue;
    find_cells(grid, table, narrowest * unit);
    grids.push_back(std::move(grid));
  }
  std::sort(grids.begin(), grids.end(),
            [](const Grid& a, const Grid& b) { return a.ys.front() < b.ys.front(); });
  return grids;
}

std::optional<std::size_t> cell_at(const Grid& grid, double x, double y) {
  const auto place = [](const std::vector<double>& ends, double at) {
    return static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), at) - ends.begin());
  };
  const std::size_t column = place(grid.xs, x), row = place(grid.ys, y);
  if (column == 0 || row == 0 || column == grid.xs.size() || row == grid.ys.size()) return std::nullopt;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    const bool in_row = cell.row < row && row <= cell.row + cell.rows;
    if (in_row && cell.column < column && column <= cell.column + cell.columns) return i;
  }
  return std::nullopt;
}

}  // namespace protokol

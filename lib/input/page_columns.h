// Tables without drawn lines: gaps that stand one beneath the other.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "input/page_items.h"

namespace protokol {

using Stretch = std::pair<double, double>;  ///< [left, right] of a column

/// Consecutive lines whose gaps stand one beneath the other.
struct Columns {
  std::size_t lines = 0;  ///< 0: no columns begin here
  std::vector<Stretch> columns;
};

/// The columns that begin with the item `from`.
Columns columns_from(const PageItems& items, std::size_t from);

/// The line with its columns parted by tabs, so that the reader of plain text finds the table.
std::string tabbed(const PageLine& line, const std::vector<Stretch>& columns);

}  // namespace protokol

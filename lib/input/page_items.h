// What stands on a page: lines of text and drawn tables, from the top down.
#pragma once

#include <variant>
#include <vector>

#include "input/grid.h"
#include "input/page.h"
#include "input/page_lines.h"

namespace protokol {

/// A drawn table whose cells have their words.
struct PageTable {
  Grid grid;
  std::vector<std::vector<PageWord>> words;  ///< one for each of grid.cells
};

using PageItem = std::variant<PageLine, PageTable>;
using PageItems = std::vector<PageItem>;

PageItems items_of(const Page& page);

double top_of(const PageItem& item);

}  // namespace protokol

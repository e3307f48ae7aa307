// The cells of a table row whose borders were lost: which pieces of text stand in which column.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "record/columns.h"

namespace protokol {

/// `pieces`: lines of one row in reading order, as bytes of the document; a cell may take several. Gives for each
/// column the pieces it holds, as a range of places in `pieces`; the ranges follow one another, may be empty, and
/// leave no piece out. Deadlines, people and counts go to the columns that ask for such; the rest is the task.
std::vector<Span> fit_cells(std::string_view document, const std::vector<Span>& pieces,
                            const std::vector<Column>& columns, const Language& language);

}  // namespace protokol

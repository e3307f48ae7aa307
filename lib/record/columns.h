// The columns of a table, told by its heading row.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "record/outline.h"

namespace protokol {

enum class Column : std::uint8_t {
  number,
  task,
  responsible,
  partner,  ///< co-executors
  addressee,
  deadline,
  duty,  ///< who and until when, in one cell
  control,
  status,
  in_favour,
  against,
  abstained,
  name,
  role,
  talk,
  agenda,
  other,
};

/// The columns that a row names, one a cell; nothing where it is no heading row: at least two of its cells have
/// to be names of columns, and most of those that hold anything.
std::optional<std::vector<Column>> columns_of(const Unit& row, const Language& language);

/// The column that a cell of a heading row names; `other` where it names none.
Column column_of(const Passage& cell, const Language& language);

bool has(const std::vector<Column>& columns, Column wanted);

}  // namespace protokol

// Records as rows of a table: what csv.cc prints, before any quoting.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emit/emit.h"

namespace protokol {

enum class CellKind : std::uint8_t {
  text,    ///< free wording
  number,  ///< a figure to count with
  day,     ///< an ISO 8601 day
  choice,  ///< one of the fixed English words of the records: «assign», «present», «true»
};

struct TableCell {
  std::string value;
  CellKind kind = CellKind::text;
};
using TableRow = std::vector<TableCell>;

/// The table's column keys, in order.
std::span<const std::string_view> table_columns(CsvTable table);

/// The rows that one result adds, one cell a column. An error adds a row to `documents` only.
std::vector<TableRow> table_rows(CsvTable table, const Result& result);

}  // namespace protokol

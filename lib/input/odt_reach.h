// Cells of an OpenDocument table that reach over rows and columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace protokol {

/// Which of a table's columns cells of rows above reach into.
class OdtReach {
 public:
  /// A cell that takes `columns` and `rows`, from column `at` on.
  void take(std::size_t at, std::uint32_t columns, std::uint32_t rows) {
    span_end_ = at + columns;
    if (rows_below_.size() < span_end_) rows_below_.resize(span_end_);
    for (std::size_t i = at; i < span_end_; ++i) rows_below_[i] = rows - 1;
  }
  void begin_row() { span_end_ = 0; }
  /// Whether a covered cell is covered from above, not from its left.
  bool from_above(std::size_t at) {
    if (at < span_end_ || at >= rows_below_.size() || rows_below_[at] == 0) return false;
    --rows_below_[at];
    return true;
  }

 private:
  std::vector<std::uint32_t> rows_below_;
  std::size_t span_end_ = 0;  ///< of the row's last cell
};

}  // namespace protokol

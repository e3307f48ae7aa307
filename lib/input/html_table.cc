#include "input/html_table.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace protokol {
namespace {

constexpr std::size_t most_columns = 1000;
// A table with a cell like this holds a page's layout, not records.
constexpr std::size_t letters_of_layout = 3000, paragraphs_of_layout = 25, rows_of_layout = 8;

bool is_layout(const Table& table) {
  if (table.rows.size() > rows_of_layout) return false;
  const auto holds_page = [](const TableCell& cell) {
    std::size_t letters = 0, paragraphs = 0;
    for (const auto& item : cell.content) {
      const auto* paragraph = std::get_if<Paragraph>(&item);
      if (paragraph == nullptr || paragraph->text.empty()) continue;
      letters += utf8::count(paragraph->text);
      ++paragraphs;
    }
    return letters > letters_of_layout || paragraphs > paragraphs_of_layout;
  };
  return std::any_of(table.rows.begin(), table.rows.end(), [&](const TableRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), holds_page);
  });
}

}  // namespace

void HtmlTable::begin_row() {
  if (!table_.rows.empty()) fill_from_above();
  table_.rows.emplace_back();
  column_ = 0;
}

/// Passes over the columns that a cell above takes.
void HtmlTable::fill_from_above() {
  while (column_ < reach_.size() && reach_[column_].rows > 0) {
    Reach& above = reach_[column_];
    --above.rows;
    TableCell cell;
    cell.columns = std::max<std::uint16_t>(above.columns, 1);
    cell.merged = true;
    table_.rows.back().cells.push_back(std::move(cell));
    column_ += std::max<std::uint16_t>(above.columns, 1);
  }
}

void HtmlTable::add_cell(Content content, std::uint16_t columns, std::uint16_t rows) {
  if (table_.rows.empty()) begin_row();
  fill_from_above();
  if (column_ + columns > most_columns) columns = 1;
  TableCell cell;
  cell.content = std::move(content);
  cell.columns = columns;
  table_.rows.back().cells.push_back(std::move(cell));
  if (column_ + columns <= most_columns) {
    reach_.resize(std::max(reach_.size(), column_ + columns));
    reach_[column_] = {static_cast<std::uint16_t>(rows - 1), columns};
    for (std::size_t i = column_ + 1; i < column_ + columns; ++i) reach_[i] = {};
  }
  column_ += columns;
}

Content HtmlTable::take() {
  if (!table_.rows.empty()) fill_from_above();
  Content content;
  if (!is_layout(table_)) {
    content.emplace_back(std::move(table_));
    return content;
  }
  for (TableRow& row : table_.rows) {
    for (TableCell& cell : row.cells)
      std::move(cell.content.begin(), cell.content.end(), std::back_inserter(content));
  }
  return content;
}

}  // namespace protokol

#include "input/page_columns.h"

#include <algorithm>

namespace protokol {
namespace {

constexpr std::size_t fewest_columns = 3, fewest_column_lines = 2, most_column_lines = 500;

void cover(std::vector<Stretch>& columns, Stretch by) {
  std::vector<Stretch> result;
  for (const Stretch& column : columns) {
    if (column.second < by.first || by.second < column.first) {
      result.push_back(column);
    } else {
      by = {std::min(by.first, column.first), std::max(by.second, column.second)};
    }
  }
  result.push_back(by);
  std::sort(result.begin(), result.end());
  columns = std::move(result);
}

}  // namespace

Columns columns_from(const PageItems& items, std::size_t from) {
  Columns found;
  std::vector<Stretch> columns;
  std::size_t most_segments = 0, full_lines = 0;
  for (std::size_t i = from; i < items.size() && i - from < most_column_lines; ++i) {
    const auto* line = std::get_if<PageLine>(&items[i]);
    if (line == nullptr || (i == from && line->is_one_piece())) break;
    std::vector<Stretch> wider = columns;
    for (const PageSegment& segment : line->segments) cover(wider, {segment.box.left, segment.box.right});
    most_segments = std::max(most_segments, line->segments.size());
    if (wider.size() < most_segments) break;
    columns = std::move(wider);
    full_lines += line->segments.size() >= fewest_columns;
    // A single segment goes on with a cell, but not with one of the first column at the end of all.
    const bool in_first = line->is_one_piece() && line->segments[0].box.left <= columns.front().second;
    if (!in_first) found = {i - from + 1, columns};
  }
  const bool enough = found.columns.size() >= fewest_columns && full_lines >= fewest_column_lines;
  return enough ? found : Columns();
}

std::string tabbed(const PageLine& line, const std::vector<Stretch>& columns) {
  std::string text;
  std::size_t at = 0;
  for (const PageSegment& segment : line.segments) {
    for (; at + 1 < columns.size() && columns[at].second < segment.box.left; ++at) text += '\t';
    if (!text.empty() && text.back() != '\t') text += ' ';
    text += segment.text;
  }
  return text;
}

}  // namespace protokol

#include "input/page_table.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace protokol {
namespace {

constexpr double widest_letter = 1.7;  ///< to the usual one

/// A word that was too wide for its cell was broken: it fills a line, and the next line goes on with it.
bool breaks_word(const PageLine& line, const PageLine& next, double right) {
  const PageSegment& last = line.segments.back();
  if (line.segments.size() > 1 || last.text.find(' ') != std::string::npos) return false;
  const char32_t first = utf8::decode(next.segments.front().text, 0).value;
  if (!utf8::is_small(first) && !utf8::is_digit(first)) return false;
  const double letter = last.box.width() / static_cast<double>(utf8::count(last.text));
  return right - last.box.right < widest_letter * letter;
}

/// The lines of a cell that reaches from `left` to `right`.
Paragraph cell_text(const std::vector<PageWord>& words, double left, double right) {
  const std::vector<PageLine> lines = lines_of(words);
  double inset = right - left;
  for (const PageLine& line : lines) inset = std::min(inset, line.box.left - left);
  Paragraph paragraph;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && !breaks_word(lines[i - 1], lines[i], right - inset)) paragraph.text += '\n';
    for (const PageSegment& segment : lines[i].segments) {
      if (&segment != &lines[i].segments.front()) paragraph.text += ' ';
      paragraph.text += segment.text;
    }
  }
  return paragraph;
}

std::string text_of(const TableCell& cell) {
  std::string text;
  for (const auto& item : cell.content) text += std::get<Paragraph>(item).text;
  return text;
}

bool same_text(const TableRow& a, const TableRow& b) {
  return std::equal(
      a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(),
      [](const TableCell& one, const TableCell& other) { return text_of(one) == text_of(other); });
}

/// A page break went through a row: its cells go on, and the number in front does not.
bool goes_on(const TableRow& row, const TableRow& next) {
  if (row.cells.size() != next.cells.size() || next.cells.empty()) return false;
  return text_of(next.cells.front()).empty() && !next.cells.front().merged &&
         !text_of(row.cells.front()).empty();
}

}  // namespace

Table table_of(const PageTable& page_table) {
  const Grid& grid = page_table.grid;
  Table table;
  table.rows.resize(grid.rows());
  std::vector<std::pair<GridCell, std::size_t>> cells;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) cells.emplace_back(grid.cells[i], i);
  std::stable_sort(cells.begin(), cells.end(),
                   [](const auto& a, const auto& b) { return a.first.column < b.first.column; });
  for (const auto& [cell, place] : cells) {
    for (std::size_t row = cell.row; row < cell.row + cell.rows; ++row) {
      TableCell made;
      made.columns = static_cast<std::uint16_t>(cell.columns);
      made.merged = row > cell.row;
      if (!made.merged) {
        made.content.emplace_back(
            cell_text(page_table.words[place], grid.xs[cell.column], grid.xs[cell.column + cell.columns]));
      }
      table.rows[row].cells.push_back(std::move(made));
    }
  }
  return table;
}

void extend(Table& table, Table more) {
  auto first = more.rows.begin();
  if (first != more.rows.end() && same_text(*first, table.rows.front())) ++first;
  if (first != more.rows.end() && goes_on(table.rows.back(), *first)) {
    TableRow& broken = table.rows.back();
    for (std::size_t i = 0; i < broken.cells.size(); ++i) {
      Content& rest = first->cells[i].content;
      std::move(rest.begin(), rest.end(), std::back_inserter(broken.cells[i].content));
    }
    ++first;
  }
  std::move(first, more.rows.end(), std::back_inserter(table.rows));
}

}  // namespace protokol

// Tables drawn with bars and rules: rows over several lines, cells merged downwards, rows without outer bars.
#include <algorithm>

#include "input/barred_line.h"
#include "input/tables.h"

namespace protokol {
namespace {

constexpr std::size_t tallest_merge = 256;  ///< rows that one cell may go through

std::string_view cut(std::string_view text, Span span) { return text.substr(span.from, span.size()); }

/// A number and nothing else: «3», «1.2.», «4)».
bool is_number(std::string_view cell) {
  return !cell.empty() && cell[0] >= '0' && cell[0] <= '9' &&
         cell.find_first_not_of("0123456789.)") == std::string_view::npos;
}

struct Line {
  BarredLine barred;
  std::size_t place = 0;  ///< among the text's lines
};

/// A row in the making: its cells with the columns they stand in.
struct Row {
  std::vector<Cell> cells;
  std::vector<Segment> edges;
  std::size_t line = 0;
};

/// A rule that leaves some cells open, and runs nowhere above these columns.
bool is_open(const BarredLine& rule, const Segment& columns) {
  bool open = false, above = false;
  for (const Segment& segment : rule.segments) {
    open |= !segment.rule && segment.column < segment.end_column;
    above |= segment.rule && segment.column < columns.end_column && columns.column < segment.end_column;
  }
  return open && !above;
}

class Table {
 public:
  Table(std::string_view text, const std::vector<TextLine>& lines, std::size_t from)
      : text_(text), lines_(lines), from_(from) {}

  TableSearch search();

 private:
  void collect();
  bool is_table() const;
  void drop_outer_edges();
  void take_group(std::size_t from, std::size_t to, const Line* above);
  bool begins_row(std::size_t line, std::size_t group_from) const;
  bool completes_row(const BarredLine& line) const;
  void complete_row(const BarredLine& line);
  void add_row(const Line& line, const Line* above);
  void extend_row(const Line& line);
  void add_open_cells(const Line& rule);
  Cell* owner(const Segment& segment, std::size_t rows);
  bool has_text(std::size_t line, std::size_t segment) const {
    return !table_[line].barred.segments[segment].content.empty();
  }

  std::string_view text_;
  const std::vector<TextLine>& lines_;
  std::size_t from_;
  std::vector<Line> table_;
  std::vector<Row> rows_;
  std::size_t groups_ = 0;   ///< stretches of rows between rules
  std::size_t columns_ = 0;  ///< cells of the usual row
};

void Table::collect() {
  for (std::size_t i = from_; i < lines_.size(); ++i) {
    if (i > from_ && lines_[i].blank_before > 0) break;
    if (!may_be_barred(cut(text_, lines_[i].content))) break;
    BarredLine barred = read_barred_line(text_, lines_[i]);
    if (barred.kind == BarredKind::other) break;
    table_.push_back({std::move(barred), i});
  }
}

bool Table::is_table() const {
  std::size_t rows = 0, rules = 0, framed = 0, wide = 0, blanks_to_fill = 0;
  for (const Line& line : table_) {
    const BarredLine& barred = line.barred;
    if (barred.kind == BarredKind::rule) {
      ++rules;
      continue;
    }
    ++rows;
    framed += barred.bar_first && barred.bar_last && barred.bars() >= 3;
    wide += barred.bars() >= 2;
    blanks_to_fill +=
        std::any_of(barred.segments.begin(), barred.segments.end(), [&](const Segment& segment) {
          return segment.content.size() > 3 &&
                 cut(text_, segment.content).find_first_not_of("_ ") == std::string_view::npos;
        });
  }
  if (blanks_to_fill * 2 > rows) return false;  // signatures: «post |_______| name»
  return rows > 0 && (rules > 0 || framed > 0 || (wide >= 2 && wide == rows));
}

// Outer bars make an empty segment at either end; a table without them begins with its first cell.
void Table::drop_outer_edges() {
  std::size_t rows = 0, first = 0, last = 0;
  for (const Line& line : table_) {
    if (line.barred.kind != BarredKind::row) continue;
    ++rows;
    first += line.barred.bar_first;
    last += line.barred.bar_last;
  }
  const bool framed_left = first * 2 > rows;
  const bool framed_right = last == rows || (framed_left && last * 2 > rows);
  for (Line& line : table_) {
    std::vector<Segment>& segments = line.barred.segments;
    if (framed_left && line.barred.bar_first) segments.erase(segments.begin());
    if (framed_right && line.barred.bar_last && !segments.empty()) segments.pop_back();
  }
}

TableSearch Table::search() {
  collect();
  TableSearch found{from_ + std::max<std::size_t>(table_.size(), 1), 0, {}};
  found.end = found.plain;
  if (table_.empty() || !is_table()) return found;
  drop_outer_edges();
  for (std::size_t i = 0; i < table_.size(); ++i) {
    const bool row = table_[i].barred.kind == BarredKind::row;
    if (row) columns_ = std::max(columns_, table_[i].barred.segments.size());
    groups_ += row && (i == 0 || table_[i - 1].barred.kind == BarredKind::rule);
  }
  const Line* above = nullptr;
  for (std::size_t i = 0; i < table_.size();) {
    if (table_[i].barred.kind == BarredKind::rule) {
      add_open_cells(table_[i]);
      above = &table_[i++];
      continue;
    }
    std::size_t to = i;
    while (to < table_.size() && table_[to].barred.kind == BarredKind::row) ++to;
    take_group(i, to, above);
    i = to;
  }
  found.plain = from_;
  for (Row& row : rows_) {
    Block block = row_of(std::move(row.cells), lines_[row.line]);
    if (!block.pieces.empty()) found.rows.push_back(std::move(block));
  }
  return found;
}

void Table::take_group(std::size_t from, std::size_t to, const Line* above) {
  for (std::size_t i = from; i < to; ++i) {
    if (i > from && completes_row(table_[i].barred)) {
      complete_row(table_[i].barred);
    } else if (begins_row(i, from)) {
      add_row(table_[i], i == from ? above : nullptr);
    } else {
      extend_row(table_[i]);
    }
  }
}

// Rules between all rows: a row is what stands between two of them, unless numbers tell more rows. Else every
// line is a row, unless its first cell is empty as in the further lines of a wrapped row.
bool Table::begins_row(std::size_t line, std::size_t group_from) const {
  if (line == group_from) return true;
  const std::vector<Segment>& segments = table_[line].barred.segments;
  if (segments.empty() || segments.size() != rows_.back().cells.size()) return true;
  const std::string_view first = cut(text_, segments[0].content);
  if (groups_ >= 3) {
    const std::vector<Span>& pieces = rows_.back().cells[0].pieces;
    return is_number(first) && !pieces.empty() && is_number(cut(text_, pieces[0]));
  }
  const std::vector<Segment>& edges = rows_.back().edges;
  const bool aligned = std::equal(segments.begin(), segments.end(), edges.begin(), edges.end(),
                                  [](const Segment& a, const Segment& b) { return a.column == b.column; });
  const bool only_last = segments.size() > 2 && !segments.back().content.empty() &&
                         std::all_of(segments.begin(), segments.end() - 1,
                                     [](const Segment& segment) { return segment.content.empty(); });
  return !(only_last || (first.empty() && aligned));
}

// A line end inside a cell has cut the row in two: together the parts have the row's cells.
bool Table::completes_row(const BarredLine& line) const {
  const std::size_t have = rows_.back().cells.size(), more = line.segments.size();
  return have > 1 && more > 1 && more < columns_ && have + more - 1 == columns_ &&
         !line.segments[0].content.empty();
}

void Table::complete_row(const BarredLine& line) {
  Row& row = rows_.back();
  row.cells.back().pieces.push_back(line.segments[0].content);
  for (std::size_t i = 1; i < line.segments.size(); ++i) {
    row.edges.push_back(line.segments[i]);
    row.cells.emplace_back();
    if (!line.segments[i].content.empty()) row.cells.back().pieces.push_back(line.segments[i].content);
  }
}

void Table::add_row(const Line& line, const Line* above) {
  Row row;
  row.line = line.place;
  row.edges = line.barred.segments;
  row.cells.resize(row.edges.size());
  for (std::size_t i = 0; i < row.edges.size() && above != nullptr && !rows_.empty(); ++i) {
    row.cells[i].merged = is_open(above->barred, row.edges[i]);
  }
  rows_.push_back(std::move(row));
  extend_row(line);
}

void Table::extend_row(const Line& line) {
  const std::size_t here = rows_.size() - 1;
  for (std::size_t i = 0; i < line.barred.segments.size(); ++i) {
    const Segment& segment = line.barred.segments[i];
    if (segment.content.empty() || i >= rows_[here].cells.size()) continue;
    Cell* cell = &rows_[here].cells[i];
    if (cell->merged) {
      Cell* above = owner(segment, here);
      if (above != nullptr) cell = above;
    }
    cell->pieces.push_back(segment.content);
  }
}

// Text that stands in the gap of a rule belongs to the cell that goes through it.
void Table::add_open_cells(const Line& rule) {
  for (const Segment& segment : rule.barred.segments) {
    if (segment.rule || segment.content.empty()) continue;
    if (Cell* cell = owner(segment, rows_.size())) cell->pieces.push_back(segment.content);
  }
}

/// The unmerged cell in the columns of `segment`, in the lowest of the first `rows` rows that has one.
Cell* Table::owner(const Segment& segment, std::size_t rows) {
  for (std::size_t r = rows; r-- > 0 && rows - r <= tallest_merge;) {
    Row& row = rows_[r];
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Segment& edge = row.edges[i];
      if (edge.column >= segment.end_column || segment.column >= edge.end_column) continue;
      if (!row.cells[i].merged) return &row.cells[i];
      break;
    }
  }
  return nullptr;
}

}  // namespace

bool may_be_barred(std::string_view content) {
  if (content.find('|') != std::string_view::npos) return true;
  const bool crossed =
      content.find("+-") != std::string_view::npos || content.find("+=") != std::string_view::npos;
  if (content.starts_with('+') && crossed) return true;
  const bool ruled = content.starts_with("---") || content.starts_with("===");
  if (ruled && content.find('+') != std::string_view::npos) return true;
  for (std::size_t at = content.find('\xE2'); at != std::string_view::npos;
       at = content.find('\xE2', at + 1)) {
    if (at + 1 < content.size() && (content[at + 1] == '\x94' || content[at + 1] == '\x95')) return true;
  }
  return false;
}

TableSearch find_barred_table(std::string_view text, const std::vector<TextLine>& lines, std::size_t from) {
  return Table(text, lines, from).search();
}

}  // namespace protokol

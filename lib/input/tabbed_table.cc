// Tables whose cells are parted by tabs.
#include <algorithm>

#include "base/utf8.h"
#include "input/tables.h"

namespace protokol {
namespace {

constexpr std::size_t longest_bridge = 3;  ///< lines without a tab inside a table
constexpr std::size_t longest_join = 12;   ///< lines that one row may be wrapped over

std::string_view cut(std::string_view text, Span span) { return text.substr(span.from, span.size()); }

std::size_t tabs_in(std::string_view part) {
  return static_cast<std::size_t>(std::count(part.begin(), part.end(), '\t'));
}

std::string_view content_of(std::string_view text, const TextLine& line) { return cut(text, line.content); }

std::size_t leading_tabs(std::string_view text, const TextLine& line) {
  return tabs_in(text.substr(line.all.from, line.content.from - line.all.from));
}

/// Tabs after the first word: those that part cells.
std::size_t inner_tabs(std::string_view text, const TextLine& line) {
  return tabs_in(text.substr(line.content.from, line.all.to - line.content.from));
}

bool only_signs(std::string_view cell) {
  return std::all_of(cell.begin(), cell.end(), [](char c) { return c == '_' || c == ' ' || c == '.'; });
}

/// «1.», «2)», «-», «а)»: what stands before an item, parted from it by a tab.
bool is_list_mark(std::string_view cell) {
  if (cell.empty() || utf8::count(cell) > 8) return false;
  std::size_t letters = 0;
  bool closed = false, digits = false;
  for (std::size_t at = 0; at < cell.size();) {
    const utf8::CodePoint next = utf8::decode(cell, at);
    at += next.size;
    letters += utf8::is_letter(next.value);
    digits |= next.value >= '0' && next.value <= '9';
    closed = next.value == '.' || next.value == ')';
  }
  if (letters == 0) return true;
  return closed && ((letters == 1 && !digits) || letters < 5) && cell.find(' ') == std::string_view::npos &&
         utf8::count(cell) == letters + 1;
}

class Table {
 public:
  Table(std::string_view text, const std::vector<TextLine>& lines, std::size_t from)
      : text_(text), lines_(lines), from_(from) {}

  TableSearch search();

 private:
  std::size_t cells_in(std::size_t line) const;
  std::size_t run_end() const;
  bool tabbed(std::size_t line) const { return cells_in(line) > 1; }
  bool follows_after_gap(std::size_t line) const;
  std::size_t usual_cells(std::size_t end) const;
  std::size_t filled_cells(std::size_t line) const;
  std::size_t without_foot(std::size_t end) const;
  bool is_table(std::size_t end) const;
  bool is_pair_table(std::size_t end) const;
  std::vector<Span> split(std::size_t line) const;
  std::size_t joined_end(std::size_t line, std::size_t end) const;
  void take_row(std::size_t line, std::size_t end);
  bool continues_above(std::size_t line) const;
  bool continues_column(const std::vector<Span>& cells) const;

  std::string_view text_;
  const std::vector<TextLine>& lines_;
  std::size_t from_;
  std::size_t margin_ = 0;  ///< tabs before every row
  std::size_t columns_ = 0;
  std::vector<Block> rows_;
};

std::size_t Table::cells_in(std::size_t line) const {
  const std::size_t inner = inner_tabs(text_, lines_[line]);
  const std::size_t leading = leading_tabs(text_, lines_[line]);
  return inner + 1 + (leading > margin_ ? leading - margin_ : 0);
}

// A blank line may part rows where both neighbours have the same three or more cells.
bool Table::follows_after_gap(std::size_t line) const {
  if (lines_[line].blank_before == 0) return true;
  return lines_[line].blank_before == 1 && inner_tabs(text_, lines_[line]) >= 2 &&
         cells_in(line) == cells_in(line - 1);
}

std::size_t Table::run_end() const {
  std::size_t end = from_ + 1, at = end;
  while (at < lines_.size() && follows_after_gap(at)) {
    const bool row = inner_tabs(text_, lines_[at]) > 0 || leading_tabs(text_, lines_[at]) > margin_ + 1;
    ++at;
    if (row) end = at;
    if (at - end > longest_bridge) break;
  }
  return end;
}

/// The most frequent number of cells, the larger of two; 0 where no two lines agree.
std::size_t Table::usual_cells(std::size_t end) const {
  std::vector<std::size_t> counts;
  for (std::size_t i = from_; i < end; ++i) counts.push_back(cells_in(i));
  std::sort(counts.begin(), counts.end());
  std::size_t best = 0, best_lines = 1;
  for (std::size_t i = 0, same = 1; i < counts.size(); i += same) {
    for (same = 1; i + same < counts.size() && counts[i + same] == counts[i];) ++same;
    if (counts[i] < 2 || same < 2 || same < best_lines) continue;
    best = counts[i];
    best_lines = same;
  }
  return best;
}

std::size_t Table::filled_cells(std::size_t line) const {
  const std::vector<Span> cells = split(line);
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [](Span cell) { return !cell.empty(); }));
}

/// «Контроль за исполнением – … / Директор<tab>И. И. Котов» right below the last row: a line of words that
/// begins anew, and behind it no more than pairs.
std::size_t Table::without_foot(std::size_t end) const {
  std::size_t last = end;
  while (last > from_ && filled_cells(last - 1) <= 2) --last;
  for (std::size_t line = last; line < end; ++line) {
    const std::string_view words = content_of(text_, lines_[line]);
    const std::string_view above = line > from_ ? content_of(text_, lines_[line - 1]) : std::string_view();
    const bool begins = !tabbed(line) && words.find(' ') != std::string_view::npos &&
                        utf8::is_capital(utf8::decode(words, 0).value);
    if (begins && !above.ends_with(',') && !above.ends_with('-')) return line;
  }
  return end;
}

bool Table::is_table(std::size_t end) const {
  if (columns_ == 0) return false;
  if (columns_ == 2) return is_pair_table(end);
  for (std::size_t i = from_; i < end; ++i) {
    std::size_t filled = 0;
    for (const Span cell : split(i)) filled += !only_signs(cut(text_, cell));
    if (filled >= 3) return true;
  }
  return false;
}

// Two columns may also be labels with their values, or numbers with their items: those are lines.
bool Table::is_pair_table(std::size_t end) const {
  std::size_t labels = 0, marks = 0, filled = 0, pairs = 0;
  bool heading = true;
  for (std::size_t i = from_; i < end; ++i) {
    const std::vector<Span> cells = split(i);
    if (cells.size() != 2) continue;
    const std::string_view first = cut(text_, cells[0]), second = cut(text_, cells[1]);
    if (pairs++ == 0) heading = !is_list_mark(first) || first == "№";
    labels += first.ends_with(':');
    marks += is_list_mark(first);
    filled += !only_signs(first) && !only_signs(second);
  }
  return filled >= 2 && labels * 2 < pairs && (marks * 2 < pairs || heading);
}

std::vector<Span> Table::split(std::size_t line) const {
  const TextLine& source = lines_[line];
  std::uint32_t from = source.all.from;
  for (std::size_t skipped = 0; skipped < margin_ && from < source.content.from; ++from) {
    skipped += text_[from] == '\t';
  }
  std::vector<Span> cells;
  for (std::uint32_t at = from; at <= source.all.to; ++at) {
    if (at < source.all.to && text_[at] != '\t') continue;
    cells.push_back(utf8::trim(text_, {from, at}));
    from = at + 1;
  }
  return cells;
}

// Where a cell holds line ends its row comes in several lines; together they have the row's cells.
std::size_t Table::joined_end(std::size_t line, std::size_t end) const {
  std::size_t cells = cells_in(line);
  if (cells >= columns_ || cells < 2) return line + 1;
  for (std::size_t next = line + 1; next < end && next - line < longest_join; ++next) {
    if (lines_[next].blank_before > 0 || leading_tabs(text_, lines_[next]) > margin_) break;
    cells += cells_in(next) - 1;
    if (cells > columns_) break;
    if (cells == columns_) return cells_in(next) > 1 ? next + 1 : line + 1;
  }
  return line + 1;
}

// A line without tabs goes on with the last cell above it, where it begins small or the cell is not at an
// end.
bool Table::continues_above(std::size_t line) const {
  if (rows_.empty() || rows_.back().cells.back().pieces.empty()) return false;
  const std::string_view above = cut(text_, rows_.back().cells.back().pieces.back());
  return above.ends_with(',') || above.ends_with('-') ||
         utf8::is_small(utf8::decode(content_of(text_, lines_[line]), 0).value);
}

/// One filled cell, not the first, with nothing after it: a further line of that column.
bool Table::continues_column(const std::vector<Span>& cells) const {
  if (rows_.empty() || cells.size() < 3 || cells.size() > rows_.back().cells.size()) return false;
  const bool empty_before =
      std::all_of(cells.begin(), cells.end() - 1, [](Span cell) { return cell.empty(); });
  return empty_before && !cells.back().empty();
}

/// A row's pieces go cell by cell.
void extend_cell(Block& row, std::size_t cell, Span piece) {
  std::size_t before = 0;
  for (std::size_t i = 0; i <= cell; ++i) before += row.cells[i].pieces.size();
  row.cells[cell].pieces.push_back(piece);
  row.pieces.insert(row.pieces.begin() + static_cast<std::ptrdiff_t>(before), piece);
}

void Table::take_row(std::size_t line, std::size_t end) {
  if (!tabbed(line) && continues_above(line)) {
    return extend_cell(rows_.back(), rows_.back().cells.size() - 1, lines_[line].content);
  }
  std::vector<Cell> cells;
  for (std::size_t i = line; i < end; ++i) {
    const std::vector<Span> parts = split(i);
    if (i == line && continues_column(parts)) {
      return extend_cell(rows_.back(), parts.size() - 1, parts.back());
    }
    for (std::size_t k = 0; k < parts.size(); ++k) {
      if (i == line || k > 0) cells.emplace_back();
      if (!parts[k].empty()) cells.back().pieces.push_back(parts[k]);
    }
  }
  rows_.push_back(row_of(std::move(cells), lines_[line]));
}

TableSearch Table::search() {
  margin_ = leading_tabs(text_, lines_[from_]);
  std::size_t end = run_end();
  for (std::size_t i = from_; i < end; ++i) {
    if (inner_tabs(text_, lines_[i]) > 0) margin_ = std::min(margin_, leading_tabs(text_, lines_[i]));
  }
  columns_ = usual_cells(end);
  for (std::size_t i = from_; columns_ == 2 && i < end; ++i) {
    if (!tabbed(i)) end = i;  // two columns are too little to trust in what stands between them
  }
  if (columns_ > 2) end = without_foot(end);
  TableSearch found{end, end, {}};
  if (!is_table(end)) return found;
  found.plain = from_;
  while (found.plain < end && cells_in(found.plain) != columns_) ++found.plain;
  for (std::size_t i = found.plain; i < end;) {
    const std::size_t next = joined_end(i, end);
    take_row(i, next);
    i = next;
  }
  found.rows = std::move(rows_);
  return found;
}

}  // namespace

bool may_be_tabbed(std::string_view text, const TextLine& line) { return inner_tabs(text, line) > 0; }

TableSearch find_tabbed_table(std::string_view text, const std::vector<TextLine>& lines, std::size_t from) {
  return Table(text, lines, from).search();
}

Block row_of(std::vector<Cell> cells, const TextLine& line) {
  Block row;
  row.kind = BlockKind::row;
  for (const Cell& cell : cells) row.pieces.insert(row.pieces.end(), cell.pieces.begin(), cell.pieces.end());
  row.cells = std::move(cells);
  row.indent = line.indent;
  row.width = line.width;
  row.blank_before = line.blank_before;
  return row;
}

}  // namespace protokol

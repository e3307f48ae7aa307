#include "input/page_layout.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include "base/utf8.h"
#include "input/content.h"
#include "input/grid.h"
#include "input/page_furniture.h"
#include "input/page_lines.h"

namespace protokol {
namespace {

constexpr double usual_width = 595;  ///< of an A4 page, in points
constexpr double blank_line = 1.7;   ///< from line to line, in usual distances: an empty one stands between
constexpr std::size_t most_blank = 3;
constexpr double paragraph_indent = 2.5, centred = 3;  ///< columns
constexpr std::size_t most_uprights = 4000;
constexpr std::size_t most_grids = 64;  ///< on one page; more are a drawing

/// A table whose cells have their words.
struct PageTable {
  Grid grid;
  std::vector<std::vector<PageWord>> words;  ///< one for each of grid.cells
};

using Item = std::variant<PageLine, PageTable>;

const Box& box_of(const PageLine& line) { return line.box; }
Box box_of(const PageTable& table) { return table.grid.box(); }
double top_of(const Item& item) {
  return std::visit([](const auto& one) { return box_of(one).top; }, item);
}

/// Strokes of letters are upright lines, too.
Rulings without_strokes(Rulings rulings, const std::vector<PageWord>& words) {
  if (rulings.upright.size() > most_uprights) return {};
  const auto is_stroke = [&](const Ruling& ruling) {
    return std::any_of(words.begin(), words.end(), [&](const PageWord& word) {
      const bool inside = word.box.left < ruling.at && ruling.at < word.box.right &&
                          word.box.top <= (ruling.from + ruling.to) / 2 &&
                          (ruling.from + ruling.to) / 2 <= word.box.bottom;
      return inside && ruling.to - ruling.from <= word.box.height();
    });
  };
  auto& upright = rulings.upright;
  upright.erase(std::remove_if(upright.begin(), upright.end(), is_stroke), upright.end());
  return rulings;
}

/// The tool joins words of two narrow cells: cut where the line between them goes through.
std::vector<PageWord> cut_at_lines(const PageWord& word, const Grid& grid) {
  const std::size_t letters = utf8::count(word.text);
  const auto first = std::upper_bound(grid.xs.begin(), grid.xs.end(), word.box.left);
  if (letters < 2 || first == grid.xs.end() || *first >= word.box.right) return {word};
  const double letter = word.box.width() / static_cast<double>(letters);
  const auto before = static_cast<std::size_t>(std::round((*first - word.box.left) / letter));
  const auto cell = cell_at(grid, word.box.left, word.box.middle_y());
  const bool same_cell = !cell || cell == cell_at(grid, word.box.right, word.box.middle_y());
  if (same_cell || before == 0 || before >= letters) return {word};
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < before; ++i) bytes += utf8::decode(word.text, bytes).size;
  PageWord left = word, right = word;
  left.text = word.text.substr(0, bytes);
  right.text = word.text.substr(bytes);
  left.box.right = right.box.left = *first;
  return {left, right};
}

/// What stands on one page, from the top down.
std::vector<Item> items_of(const Page& page) {
  const double unit = std::min(page.width, page.height) / usual_width;
  std::vector<PageTable> tables;
  for (Grid& grid : find_grids(without_strokes(page.rulings, page.words), unit)) {
    // A frame around text is no table.
    if (grid.columns() < 2 || grid.cells.size() < 2 || tables.size() == most_grids) continue;
    std::vector<std::vector<PageWord>> words(grid.cells.size());
    tables.push_back({std::move(grid), std::move(words)});
  }
  std::vector<PageWord> loose;
  for (const PageWord& word : page.words) {
    const auto place_in = [&](PageTable& table) {
      if (!cell_at(table.grid, word.box.middle_x(), word.box.middle_y())) return false;
      for (const PageWord& part : cut_at_lines(word, table.grid)) {
        const auto cell = cell_at(table.grid, part.box.middle_x(), part.box.middle_y());
        if (cell) table.words[*cell].push_back(part);
      }
      return true;
    };
    if (std::none_of(tables.begin(), tables.end(), place_in)) loose.push_back(word);
  }
  std::vector<Item> items;
  for (PageLine& line : lines_of(std::move(loose))) items.emplace_back(std::move(line));
  for (PageTable& table : tables) {
    const bool filled =
        std::any_of(table.words.begin(), table.words.end(), [](const auto& cell) { return !cell.empty(); });
    if (filled) items.emplace_back(std::move(table));
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const Item& a, const Item& b) { return top_of(a) < top_of(b); });
  return items;
}

// ---- margins
// ------------------------------------------------------------------------------------------------

/// The margins of a document's text, and what a letter takes.
struct Margins {
  double left = 0, right = 0, column = 1, leading = 1;

  std::uint16_t columns(double place) const {
    return static_cast<std::uint16_t>(std::clamp(std::round((place - left) / column), 0.0, 999.0));
  }
  bool is_centred(const Box& box) const {
    return std::abs((box.left - left) - (right - box.right)) < centred * column;
  }
};

/// The value at this share of the sorted values: of few values the outermost.
double share_of(std::vector<double> values, double share, double otherwise) {
  if (values.empty()) return otherwise;
  const double place = share * static_cast<double>(values.size() - 1);
  const auto at = static_cast<std::ptrdiff_t>(share > 0.5 ? std::ceil(place) : std::floor(place));
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}

Margins measure(const std::vector<std::vector<Item>>& pages) {
  std::vector<double> lefts, rights, distances;
  double widths = 0, letters = 0;
  for (const auto& items : pages) {
    const PageLine* last = nullptr;
    for (const Item& item : items) {
      const auto* line = std::get_if<PageLine>(&item);
      if (line != nullptr) {
        lefts.push_back(line->box.left);
        rights.push_back(line->box.right);
        for (const PageSegment& segment : line->segments) {
          widths += segment.box.width();
          letters += static_cast<double>(utf8::count(segment.text));
        }
        if (last != nullptr) distances.push_back(line->box.bottom - last->box.bottom);
      }
      last = line;
    }
  }
  Margins margins{share_of(lefts, 0.02, 0), share_of(rights, 0.98, 0), widths / std::max(letters, 1.0),
                  share_of(distances, 0.5, 0)};
  margins.column = std::max(margins.column, 0.1);
  margins.leading = std::max(margins.leading, 0.1);
  return margins;
}

/// A word was split at the line's end.
bool splits_word(const PageLine& line, const PageLine& next) {
  const std::string& text = line.segments.back().text;
  const bool hyphen = text.ends_with('-') || text.ends_with("\xC2\xAD") || text.ends_with("\xE2\x80\x90");
  return hyphen && text.size() > 2 && text[text.size() - 2] != ' ' &&
         utf8::is_small(utf8::decode(next.segments.front().text, 0).value);
}

/// Whether a new paragraph begins with `next`: its first word had room on the line before, or it is indented.
bool ends_paragraph(const PageLine& line, const PageLine& next, const Margins& margins) {
  if (splits_word(line, next)) return false;
  const bool in_middle = margins.is_centred(line.box);
  const double room =
      in_middle ? margins.right - margins.left - line.box.width() : margins.right - line.box.right;
  if (next.first_word + margins.column < room) return true;
  return !in_middle && !margins.is_centred(next.box) &&
         next.box.left - line.box.left > paragraph_indent * margins.column;
}

// ---- lines that are one paragraph

constexpr std::size_t longest_label = 40;  ///< bytes before the colon

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

/// «25.03», «25.03.2024»: no number of an item.
bool is_day(std::string_view word) {
  const auto digits = [&](std::size_t at) {
    return at + 2 <= word.size() && utf8::is_digit(static_cast<unsigned char>(word[at])) &&
           utf8::is_digit(static_cast<unsigned char>(word[at + 1]));
  };
  return digits(0) && digits(3) && word[2] == '.';
}

/// «2022-»: the other year stands on the next line.
bool ends_in_range(std::string_view text) {
  return text.size() > 1 && text.back() == '-' &&
         utf8::is_digit(static_cast<unsigned char>(text[text.size() - 2]));
}

/// Whether the lines, which the margin may have parted, are one sentence or two of one paragraph. Where that
/// is open they stay apart, as do halves of a word: whoever reads the words knows more.
bool are_joined(std::string_view before, const PageLine& line, const PageLine& next) {
  if (!line.is_one_piece() || !next.is_one_piece() || splits_word(line, next)) return false;
  constexpr std::string_view never = ";:|", signs = ".!?";
  const std::string_view after = next.segments.front().text;
  if (never.find(before.back()) != never.npos || after.front() == '|' || after.front() == '_') return false;
  const bool sentence_ends = signs.find(before.back()) != signs.npos;
  if (is_list_mark(first_word(after)) && (sentence_ends || !is_day(first_word(after)))) return false;
  const std::size_t colon = after.substr(0, longest_label).find(':');
  if (colon != after.npos && utf8::is_capital(utf8::decode(after, 0).value)) return false;
  return !sentence_ends || before.back() == '.';
}

// ---- lines in columns without rules
// -------------------------------------------------------------------------

using Stretch = std::pair<double, double>;  ///< [left, right] of a column

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

/// Consecutive lines whose gaps stand one beneath the other.
struct Columns {
  std::size_t lines = 0;  ///< 0: no columns begin here
  std::vector<Stretch> columns;
};

constexpr std::size_t fewest_columns = 3, fewest_column_lines = 2, most_column_lines = 500;

Columns columns_from(const std::vector<Item>& items, std::size_t from) {
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

/// Parted by tabs, so that the reader of plain text finds the table.
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

// ---- the document
// -------------------------------------------------------------------------------------------

/// A word that was too wide for its cell was broken: it fills a line, and the next line goes on with it.
bool breaks_word(const PageLine& line, const PageLine& next, double right) {
  const PageSegment& last = line.segments.back();
  if (line.segments.size() > 1 || last.text.find(' ') != std::string::npos) return false;
  const char32_t first = utf8::decode(next.segments.front().text, 0).value;
  if (!utf8::is_small(first) && !utf8::is_digit(first)) return false;
  const double letter = last.box.width() / static_cast<double>(utf8::count(last.text));
  return right - last.box.right < letter;
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

/// Adds the table's part on the next page: without the repeated heading, a broken row mended.
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

class Pages {
 public:
  explicit Pages(std::vector<std::vector<Item>> pages)
      : pages_(std::move(pages)), margins_(measure(pages_)) {}

  Content content() {
    for (const auto& items : pages_) {
      last_line_on_page_ = nullptr;
      for (std::size_t at = 0; at < items.size();) at = take(items, at);
    }
    return std::move(content_);
  }

 private:
  std::size_t take(const std::vector<Item>& items, std::size_t at) {
    if (const auto* table = std::get_if<PageTable>(&items[at])) {
      take_table(*table, at == 0);
      return at + 1;
    }
    const Columns columns = columns_from(items, at);
    if (columns.lines == 0) {
      take_line(std::get<PageLine>(items[at]));
      return at + 1;
    }
    for (std::size_t i = at; i < at + columns.lines; ++i) {
      Paragraph paragraph;
      paragraph.text = tabbed(std::get<PageLine>(items[i]), columns.columns);
      add(std::move(paragraph));
    }
    last_line_on_page_ = &std::get<PageLine>(items[at + columns.lines - 1]);
    return at + columns.lines;
  }

  void take_line(const PageLine& line) {
    if (last_line_on_page_ != nullptr) add_blank_lines(line.box.bottom - last_line_on_page_->box.bottom);
    if (last_line_ != nullptr && !ends_paragraph(*last_line_, line, margins_)) {
      auto& paragraph = std::get<Paragraph>(content_[last_place_]);
      if (are_joined(paragraph.text, *last_line_, line)) {
        if (!ends_in_range(paragraph.text)) paragraph.text += ' ';
        paragraph.text += line.segments.front().text;
        paragraph.width = margins_.columns(line.box.right);
        last_line_on_page_ = last_line_ = &line;
        return;
      }
      paragraph.continues = true;
    }
    Paragraph paragraph;
    paragraph.text = text_of(line, margins_.column);
    paragraph.indent = margins_.columns(line.box.left);
    paragraph.width = margins_.columns(line.box.right);
    add(std::move(paragraph));
    last_line_on_page_ = last_line_ = &line;
    last_place_ = content_.size() - 1;
  }

  void add_blank_lines(double distance) {
    const double lines = distance / margins_.leading;
    if (lines < blank_line) return;
    const auto blank = static_cast<std::size_t>(std::round(lines)) - 1;
    for (std::size_t i = 0; i < std::clamp(blank, std::size_t{1}, most_blank); ++i)
      content_.emplace_back(Paragraph());
    last_line_ = nullptr;
  }

  void take_table(const PageTable& page_table, bool at_head) {
    Table table = table_of(page_table);
    auto* before = content_.empty() ? nullptr : std::get_if<Table>(&content_.back());
    if (at_head && before != nullptr && same_columns(page_table.grid)) {
      extend(*before, std::move(table));
    } else {
      content_.emplace_back(std::move(table));
    }
    table_columns_ = page_table.grid.xs;
    last_line_ = last_line_on_page_ = nullptr;
  }

  bool same_columns(const Grid& grid) const {
    return std::equal(grid.xs.begin(), grid.xs.end(), table_columns_.begin(), table_columns_.end(),
                      [this](double a, double b) { return std::abs(a - b) < margins_.column; });
  }

  void add(Paragraph paragraph) {
    content_.emplace_back(std::move(paragraph));
    last_line_ = nullptr;
  }

  std::vector<std::vector<Item>> pages_;
  Margins margins_;
  Content content_;
  std::vector<double> table_columns_;            ///< of the last table
  const PageLine* last_line_on_page_ = nullptr;  ///< null behind a table and at the head of a page
  const PageLine* last_line_ = nullptr;          ///< null behind whatever is no running text
  std::size_t last_place_ = 0;                   ///< where it stands in content_
};

/// Takes the furniture's lines out of the pages.
Content take_furniture(std::vector<std::vector<Item>>& pages) {
  std::vector<EdgeLine> lines;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    std::vector<Item>& items = pages[page];
    for (std::size_t i = 0; i < items.size(); ++i) {
      const std::size_t edge = std::min(i, items.size() - 1 - i);
      if (edge >= furniture_depth) continue;
      if (const auto* line = std::get_if<PageLine>(&items[i]))
        lines.push_back({page, i, edge, line->box.top, text_of(*line, line->box.height())});
    }
  }
  Content furniture;
  const std::vector<bool> is_furniture = find_furniture(lines, pages.size());
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (!is_furniture[i]) continue;
    Paragraph paragraph;
    paragraph.text = lines[i].text;
    furniture.emplace_back(std::move(paragraph));
    auto& items = pages[lines[i].page];
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(lines[i].place));
  }
  std::reverse(furniture.begin(), furniture.end());
  return furniture;
}

}  // namespace

Document lay_out_pages(const std::vector<Page>& pages) {
  std::vector<std::vector<Item>> items;
  for (const Page& page : pages) items.push_back(items_of(page));
  const Content furniture = take_furniture(items);
  return lay_out(Pages(std::move(items)).content(), furniture);
}

}  // namespace protokol

// The head names the columns; numbers alone on their lines, counting on, begin the rows.
#include "record/stacked_table.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "base/utf8.h"
#include "record/cell_fitting.h"
#include "record/columns.h"
#include "record/groups.h"
#include "record/headings.h"
#include "record/markers.h"
#include "record/piece_text.h"
#include "record/row_blocks.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_number = 16;  // bytes of a line that holds a number alone
constexpr std::size_t longest_name = 64;      // bytes of a line in the head
constexpr std::size_t most_name_lines = 3;
constexpr std::size_t fewest_columns = 3, most_columns = 10;
constexpr std::size_t longest_head = (most_columns + 1) * most_name_lines;  // lines, a part's name with them
constexpr std::size_t longest_row = 40;                                     // lines
constexpr std::size_t longest_last_row = 14;

using Path = std::vector<std::uint32_t>;

/// «3», «3.», «2.1»: the numbers of a line that holds nothing else; empty for every other line.
Path number_alone(std::string_view line) {
  if (line.size() > longest_number) return {};
  while (!line.empty() && (line.back() == '.' || line.back() == ')')) line.remove_suffix(1);
  Path path;
  while (!line.empty()) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
    const auto digits = static_cast<std::size_t>(end - line.data());
    if (error != std::errc() || digits == 0 || digits > 3) return {};
    path.push_back(number);
    line.remove_prefix(digits);
    if (line.empty()) break;
    if (line.front() != '.' || line.size() == 1) return {};
    line.remove_prefix(1);
  }
  return path;
}

/// Whether a row numbered `next` may stand right under the row `last`.
bool counts_on(const Path& last, const Path& next) {
  if (last.empty()) return !next.empty();
  std::size_t same = 0;
  while (same < last.size() && same < next.size() && last[same] == next[same]) ++same;
  if (same == next.size()) return false;
  const std::uint32_t wanted = same < last.size() ? last[same] + 1 : 1;
  const bool begins_anew = std::all_of(next.begin() + static_cast<std::ptrdiff_t>(same) + 1, next.end(),
                                       [](std::uint32_t number) { return number == 1; });
  return next[same] == wanted && begins_anew;
}

class Unstacking {
 public:
  Unstacking(std::string_view document, const std::vector<Block>& blocks, const Language& language)
      : document_(document),
        given_(blocks),
        language_(language),
        offices_(group_named(language.grammar, "office")),
        tables_(blocks) {
    for (std::size_t at = 0; at < given_.size(); ++at) {
      if (is_line(at) && !number_alone(line(at)).empty()) numbers_.push_back(at);
    }
  }

  std::optional<std::vector<Block>> run() {
    for (std::size_t at = 0; at < given_.size();) {
      const std::size_t end = may_head(at) ? take_table(at) : at;
      if (end == at && found_) blocks_.push_back(given_[at]);
      at = std::max(end, at + 1);
    }
    if (!found_) return std::nullopt;
    return std::move(blocks_);
  }

 private:
  struct Head {
    std::vector<Column> columns;
    std::vector<std::vector<Span>> names;
    std::size_t end = 0;
  };

  const Block& block(std::size_t at) const { return given_[at]; }
  bool is_line(std::size_t at) const {
    return at < given_.size() && block(at).kind == BlockKind::line && block(at).pieces.size() == 1;
  }
  bool is_furniture(std::size_t at) const { return block(at).page_furniture; }
  std::string_view line(std::size_t at) const {
    const Span piece = block(at).pieces.front();
    return document_.substr(piece.from, piece.size());
  }

  /// Cheap: a short line before short lines, and a number alone not far below.
  bool may_head(std::size_t at) const {
    return is_line(at) && line(at).size() <= longest_number && is_line(at + 1) &&
           line(at + 1).size() <= longest_name && is_line(at + 2) && line(at + 2).size() <= longest_name &&
           next_number_alone(at) < at + longest_head;
  }

  std::size_t next_number_alone(std::size_t at) const {
    const auto next = std::ranges::lower_bound(numbers_, at);
    return next != numbers_.end() ? *next : given_.size();
  }

  // ---- the head

  Column column_in(const std::vector<Span>& pieces) const {
    return column_of(PieceText(document_, pieces).whole(), language_);
  }

  /// Whether a name of another column than the lines above begins in this line.
  bool begins_name(std::size_t at, Column above) const {
    std::vector<Span> lines;
    for (std::size_t i = at; i < at + most_name_lines && may_name(i); ++i) {
      lines.push_back(block(i).pieces.front());
      const Column named = column_in(lines);
      if (named != Column::other) return named != above;
    }
    return false;
  }

  bool may_name(std::size_t at) const { return is_line(at) && line(at).size() <= longest_name; }

  Head head_at(std::size_t at) const {
    Head head;
    while (head.columns.size() < most_columns) {
      std::vector<Span> lines, name;
      Column column = Column::other;
      for (std::size_t i = at; i < at + most_name_lines && may_name(i); ++i) {
        if (!lines.empty() && begins_name(i, column)) break;
        lines.push_back(block(i).pieces.front());
        const Column named = column_in(lines);
        if (named == Column::other) continue;
        column = named;
        name = lines;
      }
      if (column == Column::other || (head.columns.empty() && column != Column::number)) break;
      head.columns.push_back(column);
      at += name.size();
      head.names.push_back(std::move(name));
    }
    head.end = at;
    return head;
  }

  // ---- the rows

  /// Takes the table that begins at `at`; gives where it ends, `at` itself where there is none.
  std::size_t take_table(std::size_t at) {
    const Head head = head_at(at);
    if (head.columns.size() < fewest_columns || !has(head.columns, Column::task)) return at;
    const std::size_t across = behind_column_numbers(head);
    const std::size_t first = first_number(across);
    if (first == across + most_name_lines) return at;
    begin(at);
    blocks_.push_back(row_of(block(at), table_, head.names));
    if (across < first) push_across(across, first, head.columns.size());
    std::size_t row = first;
    while (row < given_.size()) row = take_row(row, head.columns);
    return std::exchange(table_end_, 0);
  }

  /// «1», «2», «3», «4»: the columns counted, under their names.
  std::size_t behind_column_numbers(const Head& head) const {
    for (std::size_t i = 0; i < head.columns.size(); ++i) {
      if (!is_line(head.end + i) ||
          number_alone(line(head.end + i)) != Path{static_cast<std::uint32_t>(i + 1)}) {
        return head.end;
      }
    }
    return head.end + head.columns.size();
  }

  /// The number of the first row, over which the name of a part may stand.
  std::size_t first_number(std::size_t from) const {
    std::size_t at = from;
    while (at < from + most_name_lines && !(is_line(at) && !number_alone(line(at)).empty())) ++at;
    return at;
  }

  void begin(std::size_t at) {
    if (!found_) blocks_.assign(given_.begin(), given_.begin() + static_cast<std::ptrdiff_t>(at));
    found_ = true;
    table_ = tables_.next();
    last_.clear();
    blank_within_ = false;
  }

  /// Takes the row whose number stands at `at`; gives the next row's place, or the number of blocks at the
  /// end.
  std::size_t take_row(std::size_t at, const std::vector<Column>& columns) {
    last_ = number_alone(line(at));
    const std::size_t next = next_number(at + 1);
    const bool goes_on = next < given_.size();
    const std::size_t end = goes_on ? next : end_of_last(at + 1);
    const std::size_t across = goes_on ? heading_within(at + 1, end) : end;
    std::vector<Span> pieces;
    for (std::size_t i = at + 1; i < across; ++i) {
      if (is_furniture(i)) continue;
      pieces.push_back(block(i).pieces.front());
      blank_within_ = blank_within_ || block(i).blank_before > 0;
    }
    push_cells(at, pieces, columns);
    for (std::size_t i = at + 1; i < end; ++i) {
      if (is_furniture(i)) blocks_.push_back(block(i));
    }
    if (across < end) push_across(across, end, columns.size());
    if (goes_on) return next;
    table_end_ = end;
    return given_.size();
  }

  std::size_t next_number(std::size_t from) const {
    for (std::size_t i = from; i < std::min(from + longest_row, given_.size()) && is_line(i); ++i) {
      if (is_furniture(i)) continue;
      if (may_head(i) && head_at(i).columns.size() >= fewest_columns)
        break;  // the head repeated on a new page
      if (counts_on(last_, number_alone(line(i)))) return i;
    }
    return given_.size();
  }

  /// The last row ends at a blank line, at a heading, at the signatures.
  std::size_t end_of_last(std::size_t from) const {
    std::size_t i = from;
    for (; i < std::min(from + longest_last_row, given_.size()) && is_line(i); ++i) {
      if (is_furniture(i) || (block(i).blank_before > 0 && !blank_within_)) break;
      if (i > from && (opens_foot(i) || opens_section(i))) break;
    }
    return i;
  }

  /// A line that names a question or opens a part, between two rows.
  std::size_t heading_within(std::size_t from, std::size_t end) const {
    for (std::size_t i = from + 1; i < end; ++i) {
      if (!is_furniture(i) && opens_section(i)) return i;
    }
    const bool lead = end > from + 1 && !is_furniture(end - 1) && line(end - 1).ends_with(':');
    return lead ? end - 1 : end;
  }

  bool opens_section(std::size_t at) const {
    const PieceText text(document_, block(at).pieces);
    const Passage passage = text.whole();
    if (marker_at(passage).kind == MarkerKind::roman) return true;
    const auto headings = find_headings(passage, language_);
    return !headings.empty() && headings.front().tokens.from == 0 && !headings.front().leads;
  }

  bool opens_foot(std::size_t at) const {
    if (offices_.empty()) return false;
    const PieceText text(document_, block(at).pieces);
    const Span whole = text.whole().tokens;
    const auto marks = language_.grammar.find(text.text(), whole, offices_);
    return !marks.empty() && marks.front().tokens == whole;
  }

  // ---- blocks

  void push_cells(std::size_t number, const std::vector<Span>& pieces, const std::vector<Column>& columns) {
    std::vector<std::vector<Span>> cells;
    const std::vector<Span> places = fit_cells(document_, pieces, columns, language_);
    for (const Span place : places) {
      cells.emplace_back(pieces.begin() + place.from, pieces.begin() + place.to);
    }
    cells.front() = {block(number).pieces.front()};
    blocks_.push_back(row_of(block(number), table_, cells));
  }

  void push_across(std::size_t from, std::size_t to, std::size_t columns) {
    std::vector<std::vector<Span>> cells(columns);
    for (std::size_t i = from; i < to; ++i) {
      if (!is_furniture(i)) cells.front().push_back(block(i).pieces.front());
    }
    blocks_.push_back(row_of(block(from), table_, cells));
  }

  std::string_view document_;
  const std::vector<Block>& given_;
  const Language& language_;
  std::string_view offices_;
  std::vector<std::size_t> numbers_;  ///< the lines that hold a number alone
  std::vector<Block> blocks_;
  bool found_ = false;
  TableNumbers tables_;
  std::uint16_t table_ = 0;    ///< the one that is read
  Path last_;                  ///< the number of the row above
  bool blank_within_ = false;  ///< blank lines stand within rows of this table
  std::size_t table_end_ = 0;
};

}  // namespace

std::optional<std::vector<Block>> with_stacked_tables(std::string_view document,
                                                      const std::vector<Block>& blocks,
                                                      const Language& language) {
  return Unstacking(document, blocks, language).run();
}

}  // namespace protokol

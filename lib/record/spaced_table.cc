// A head of column names, then numbered lines that are cut where people and time phrases begin and end.
#include "record/spaced_table.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "base/utf8.h"
#include "record/cell_fitting.h"
#include "record/columns.h"
#include "record/duty_marks.h"
#include "record/parties.h"
#include "record/piece_text.h"
#include "record/row_blocks.h"
#include "record/wrap_width.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_head = 200;  // bytes
constexpr std::uint32_t longest_name = 6;    // tokens of a column's name
constexpr std::uint32_t longest_row = 4000;  // bytes
constexpr std::size_t fewest_columns = 3;
constexpr std::size_t most_lines = 12;   // of one row
constexpr std::size_t most_pieces = 48;  // of one row

class SpacedTables {
 public:
  SpacedTables(std::string_view document, const std::vector<Block>& blocks, const Language& language)
      : document_(document), blocks_(blocks), language_(language), tables_(blocks) {}

  std::optional<std::vector<Block>> rows() {
    bool found = false;
    for (std::size_t i = 0; i < blocks_.size();) {
      const std::size_t end = take_table(i);
      found = found || end > i;
      if (end == i) out_.push_back(blocks_[i++]);
      i = std::max(i, end);
    }
    return found ? std::optional(std::move(out_)) : std::nullopt;
  }

  bool may_hold_table() const {
    for (std::size_t i = 0; i + 1 < blocks_.size(); ++i) {
      if (row_number(blocks_[i + 1]) == 1 && !head_of(blocks_[i]).empty()) return true;
    }
    return false;
  }

 private:
  struct Name {
    Column column = Column::other;
    Span place;  ///< bytes of the document
  };

  /// The names of columns that the line is made of; none where it holds anything else.
  std::vector<Name> head_of(const Block& block) const {
    if (!is_text_line(block) || block.pieces.size() != 1 || block.pieces[0].size() > longest_head) return {};
    const PieceText text(document_, block.pieces);
    const Passage line = text.whole();
    std::vector<Name> names;
    for (std::uint32_t from = 0; from < line.tokens.to;) {
      const std::uint32_t end = name_end(text.text(), from);
      const Span place = source(line.within({from, end}));
      names.push_back({column_at(place), place});
      if (names.back().column == Column::other || end - from > longest_name) return {};
      from = end;
    }
    const auto has = [&names](std::initializer_list<Column> wanted) {
      return std::ranges::any_of(
          names, [&](const Name& name) { return std::ranges::find(wanted, name.column) != wanted.end(); });
    };
    const bool tasks = names.size() >= fewest_columns && names.front().column == Column::number &&
                       has({Column::task}) && has({Column::responsible, Column::addressee, Column::deadline});
    return tasks ? names : std::vector<Name>();
  }

  /// A capitalised word begins the next column's name: «№ п/п | Ответственный исполнитель | Срок».
  static std::uint32_t name_end(const TokenText& text, std::uint32_t from) {
    std::uint32_t to = from + 1;
    while (to < text.size() && !text.tokens[to].capital) ++to;
    return to;
  }

  /// As of a cell that holds nothing else.
  Column column_at(Span place) const { return column_of(PieceText(document_, {place}).whole(), language_); }

  /// «3» or «3.» before a space; 0 where the line begins otherwise.
  std::uint32_t row_number(const Block& block) const {
    if (!is_text_line(block) || block.pieces.size() != 1) return 0;
    const std::string_view line = document_.substr(block.pieces[0].from, block.pieces[0].size());
    std::uint32_t number = 0;
    const auto [end, error] =
        std::from_chars(line.data(), line.data() + std::min<std::size_t>(line.size(), 3), number);
    auto digits = static_cast<std::size_t>(end - line.data());
    if (error != std::errc()) return 0;
    if (digits < line.size() && line[digits] == '.') ++digits;
    return digits < line.size() && line[digits] == ' ' ? number : 0;
  }

  /// Takes the table whose head is block `i`; gives the first block behind it, `i` where none begins.
  std::size_t take_table(std::size_t i) {
    if (i + 1 >= blocks_.size() || row_number(blocks_[i + 1]) != 1) return i;
    const std::vector<Name> head = head_of(blocks_[i]);
    if (head.empty()) return i;
    const std::uint16_t table = tables_.next();
    std::vector<std::vector<Span>> cells;
    for (const Name& name : head) cells.push_back({name.place});
    out_.push_back(row_of(blocks_[i], table, cells));
    std::vector<Column> columns;
    for (std::size_t c = 1; c < head.size(); ++c) columns.push_back(head[c].column);
    std::size_t next = i + 1;
    for (std::uint32_t number = 1; next < blocks_.size() && row_number(blocks_[next]) == number; ++number) {
      const std::size_t end = row_end(next, number);
      take_row(next, end, columns, table);
      next = end;
    }
    return next;
  }

  /// Lines up to the next number; behind the last row only those that begin small or with a digit.
  std::size_t row_end(std::size_t from, std::uint32_t number) const {
    std::size_t sure = from + 1;
    for (std::size_t i = from + 1; i < blocks_.size() && i < from + most_lines; ++i) {
      if (!is_text_line(blocks_[i]) || blocks_[i].blank_before > 0) break;
      if (row_number(blocks_[i]) == number + 1) return i;
      const char32_t first = utf8::decode(document_, blocks_[i].pieces[0].from).value;
      if (sure == i && (utf8::is_small(first) || utf8::is_digit(first))) sure = i + 1;
    }
    return sure;
  }

  void take_row(std::size_t from, std::size_t to, const std::vector<Column>& columns, std::uint16_t table) {
    std::vector<Span> lines;
    for (std::size_t i = from; i < to; ++i) lines.push_back(blocks_[i].pieces[0]);
    const PieceText text(document_, lines);
    const std::vector<Span> pieces = pieces_of(text.whole());
    if (pieces.size() < 2 || pieces.size() > most_pieces ||
        lines.back().to - lines.front().from > longest_row) {
      for (std::size_t i = from; i < to; ++i) out_.push_back(blocks_[i]);
      return;
    }
    std::vector<std::vector<Span>> cells{{pieces.front()}};
    const std::vector<Span> inner(pieces.begin() + 1, pieces.end());
    for (const Span place : fit_cells(document_, inner, columns, language_)) {
      cells.emplace_back(inner.begin() + place.from, inner.begin() + place.to);
    }
    out_.push_back(row_of(blocks_[from], table, cells));
  }

  /// The number, and what people and time phrases part behind it.
  std::vector<Span> pieces_of(const Passage& row) const {
    std::vector<std::uint32_t> cuts{row.tokens.from, row.tokens.to};
    std::uint32_t number = 1;
    if (is_sign(*row.text, number, ".")) ++number;
    cuts.push_back(number);
    for (const FoundParty& person : find_persons(row, Case::nominative, language_)) {
      cuts.insert(cuts.end(), {person.tokens.from, person.tokens.to});
    }
    for (const Mark& mark : time_marks(row, language_))
      cuts.insert(cuts.end(), {mark.tokens.from, mark.tokens.to});
    std::ranges::sort(cuts);
    std::vector<Span> pieces;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      const Passage piece = row.within({cuts[i], cuts[i + 1]});
      if (!piece.empty()) pieces.push_back(source(piece));
    }
    return pieces;
  }

  std::string_view document_;
  const std::vector<Block>& blocks_;
  const Language& language_;
  std::vector<Block> out_;
  TableNumbers tables_;
};

}  // namespace

std::optional<std::vector<Block>> with_spaced_tables(std::string_view document,
                                                     const std::vector<Block>& blocks,
                                                     const Language& language) {
  SpacedTables tables(document, blocks, language);
  return tables.may_hold_table() ? tables.rows() : std::nullopt;
}

}  // namespace protokol

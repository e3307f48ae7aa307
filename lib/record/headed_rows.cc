// Each row by itself; lines are looked at only to know whether the talk has begun.
#include "record/headed_rows.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "record/columns.h"
#include "record/groups.h"
#include "record/headings.h"
#include "record/piece_text.h"
#include "record/row_blocks.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_label = 120;       // bytes
constexpr std::uint32_t longest_letterhead = 800;  // bytes, of one cell
constexpr std::size_t most_letterhead_rows = 2, most_letterhead_cells = 3, fewest_letterhead_lines = 3;

bool is_of_talk(SectionKind kind) {
  using enum SectionKind;
  return kind == agenda || kind == heard || kind == spoke || kind == discussion || kind == decisions;
}

bool heads_rows(SectionKind kind) {
  using enum SectionKind;
  return is_of_talk(kind) || kind == present || kind == absent || kind == invited || kind == vote;
}

class HeadedRows {
 public:
  HeadedRows(std::string_view document, const std::vector<Block>& blocks, const Language& language)
      : document_(document), blocks_(blocks), language_(language) {}

  std::optional<std::vector<Block>> lines() {
    for (std::size_t i = 0; i < blocks_.size();) {
      if (blocks_[i].kind == BlockKind::row) {
        i = take_table(i);
        continue;
      }
      if (const auto section = heading_of(blocks_[i].pieces)) note(*section);
      lines_.push_back(blocks_[i++]);
    }
    return found_ ? std::optional(std::move(lines_)) : std::nullopt;
  }

 private:
  /// Returns the block behind it.
  std::size_t take_table(std::size_t from) {
    const std::size_t to = table_end(blocks_, from);
    const bool columns = std::any_of(blocks_.begin() + static_cast<std::ptrdiff_t>(from),
                                     blocks_.begin() + static_cast<std::ptrdiff_t>(to),
                                     [this](const Block& row) { return names_columns(row); });
    const bool letterhead = !columns && !headed_ && is_letterhead(from, to);
    bool headed = false;
    for (std::size_t i = from; i < to; ++i) {
      headed = letterhead ? take_columns(blocks_[i]) : !columns && take_row(blocks_[i], headed);
      if (!headed) lines_.push_back(blocks_[i]);
    }
    talked_ = talked_ || columns;
    return to;
  }

  void note(SectionKind section) {
    headed_ = headed_ || heads_rows(section);
    talked_ = talked_ || is_of_talk(section);
  }

  /// Before all headings: who issued the document, and beside it who approved it, each on lines of its own.
  bool is_letterhead(std::size_t from, std::size_t to) const {
    if (to - from > most_letterhead_rows) return false;
    for (std::size_t i = from; i < to; ++i) {
      const Block& row = blocks_[i];
      if (row.cells.size() > most_letterhead_cells || row.page_furniture) return false;
      for (const Cell& cell : row.cells) {
        if (cell.pieces.size() >= fewest_letterhead_lines && extent(cell.pieces) <= longest_letterhead)
          return true;
      }
    }
    return false;
  }

  bool take_columns(const Block& row) {
    for (const Cell& cell : row.cells) {
      for (std::size_t i = 0; i < cell.pieces.size(); ++i) {
        lines_.push_back(line_of(row, {cell.pieces[i]}));
        if (i == 0) lines_.back().blank_before = 1;
      }
    }
    return found_ = true;
  }

  /// Whether the row became lines; `headed`: the row above did.
  bool take_row(const Block& row, bool headed) {
    std::vector<const Cell*> told;
    for (const Cell& cell : row.cells) {
      if (tells(cell)) told.push_back(&cell);
    }
    if (told.empty() || told.size() > 2) return false;
    const bool goes_on = headed && told.size() == 1 && !tells(row.cells.front());
    if (!goes_on) {
      const auto section = heading_of(told.front()->pieces);
      const bool office = !talked_ && told.size() == 2 && is_office(told.front()->pieces);
      if (!(section && heads_rows(*section)) && !office) return false;
      if (told.size() == 2 && heading_of(told.back()->pieces)) return false;
      if (section) note(*section);
      lines_.push_back(line_of(row, told.front()->pieces));
    }
    if (goes_on || told.size() == 2) {
      for (const Span piece : told.back()->pieces) lines_.push_back(line_of(row, {piece}));
    }
    return found_ = true;
  }

  /// A dash between label and value tells nothing.
  bool tells(const Cell& cell) const {
    return extent(cell.pieces) > longest_label || !PieceText(document_, cell.pieces).only_signs();
  }

  bool names_columns(const Block& row) const {
    std::size_t known = 0;
    for (const Cell& cell : row.cells) {
      if (cell.pieces.empty() || extent(cell.pieces) > longest_label) continue;
      const PieceText name(document_, cell.pieces);
      known += column_of(name.whole(), language_) != Column::other ? 1 : 0;
    }
    return known >= 2;
  }

  /// What the text heads, where it is nothing but a heading.
  std::optional<SectionKind> heading_of(const std::vector<Span>& pieces) const {
    if (pieces.empty() || extent(pieces) > longest_label) return std::nullopt;
    const PieceText text(document_, pieces);
    const Passage whole = text.whole();
    const std::vector<Heading> headings = find_headings(whole, language_);
    if (headings.empty() || headings.front().tokens.from > 0) return std::nullopt;
    for (std::uint32_t t = headings.front().tokens.to; t < whole.tokens.to; ++t) {
      if (whole.token(t).kind != TokenKind::sign) return std::nullopt;
    }
    return headings.front().section;
  }

  bool is_office(const std::vector<Span>& pieces) const {
    if (extent(pieces) > longest_label) return false;
    const std::string_view offices = group_named(language_.grammar, "office");
    if (offices.empty()) return false;
    const PieceText text(document_, pieces);
    return std::ranges::any_of(language_.grammar.find(text.text(), text.whole().tokens, offices),
                               [](const Mark& mark) { return mark.tokens.from == 0; });
  }

  std::string_view document_;
  const std::vector<Block>& blocks_;
  const Language& language_;
  std::vector<Block> lines_;
  bool found_ = false;
  bool headed_ = false;  ///< headings were there
  bool talked_ = false;  ///< headings of agenda, talk or decisions were there, or a table of tasks
};

}  // namespace

std::optional<std::vector<Block>> with_headed_rows(std::string_view document,
                                                   const std::vector<Block>& blocks,
                                                   const Language& language) {
  const bool has_rows =
      std::ranges::any_of(blocks, [](const Block& block) { return block.kind == BlockKind::row; });
  return has_rows ? HeadedRows(document, blocks, language).lines() : std::nullopt;
}

}  // namespace protokol

// A table at a time: each row is judged, and all of them turn into lines or none.
#include "record/listed_rows.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "record/cell_names.h"
#include "record/list_marks.h"
#include "record/piece_text.h"
#include "record/row_blocks.h"
#include "record/wrap_width.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_label = 160;  // bytes
constexpr std::uint32_t longest_cell = 4000;  // bytes; lists of many names stand in one

enum class RowForm : std::uint8_t { other, empty, label, labelled, person };

std::vector<const Cell*> filled_cells(const Block& row) {
  std::vector<const Cell*> filled;
  for (const Cell& cell : row.cells) {
    if (!cell.pieces.empty()) filled.push_back(&cell);
  }
  return filled;
}

class ListedRows {
 public:
  ListedRows(std::string_view document, const std::vector<Block>& blocks, const Language& language)
      : document_(document), blocks_(blocks), language_(language) {}

  std::optional<std::vector<Block>> lines() {
    bool found = false;
    for (std::size_t i = 0; i < blocks_.size();) {
      const std::size_t end = table_end(blocks_, i);
      const bool listed = blocks_[i].kind == BlockKind::row && is_list(i, end);
      found = found || listed;
      for (; i < end; ++i) {
        if (listed)
          add_lines(blocks_[i]);
        else
          lines_.push_back(blocks_[i]);
      }
    }
    return found ? std::optional(std::move(lines_)) : std::nullopt;
  }

 private:
  bool is_list(std::size_t from, std::size_t to) const {
    bool told = from > 0 && is_text_line(blocks_[from - 1]) && tells(blocks_[from - 1].pieces, true);
    bool people = false;
    for (std::size_t i = from; i < to; ++i) {
      const RowForm form = form_of(blocks_[i]);
      if (form == RowForm::other) return false;
      people = people || form == RowForm::person || form == RowForm::labelled;
      if (form != RowForm::label && form != RowForm::labelled) continue;
      if (!told && !tells(filled_cells(blocks_[i]).front()->pieces, false)) return false;
      told = true;
    }
    return told && people;
  }

  RowForm form_of(const Block& row) const {
    const std::vector<const Cell*> cells = filled_cells(row);
    if (cells.empty()) return RowForm::empty;
    const std::vector<Span>& first = cells.front()->pieces;
    if (cells.size() == 1) return is_short(first) ? RowForm::label : RowForm::other;
    if (extent(first) > longest_cell || extent(cells[1]->pieces) > longest_cell) return RowForm::other;
    const PieceText left(document_, first);
    const PieceText right(document_, cells[1]->pieces);
    if (holds_only_names(left.whole(), language_)) {
      return holds_only_names(right.whole(), language_) ? RowForm::other : RowForm::person;
    }
    const bool label = cells.size() == 2 && is_short(first) && left.ends_with_colon();
    return label && begins_with_name(right.whole(), language_) ? RowForm::labelled : RowForm::other;
  }

  static bool is_short(const std::vector<Span>& pieces) { return extent(pieces) <= longest_label; }

  /// Does a label say who was there, who chaired, who kept the minutes?
  bool tells(const std::vector<Span>& pieces, bool needs_colon) const {
    if (!is_short(pieces)) return false;
    const PieceText label(document_, pieces);
    if (needs_colon && !label.ends_with_colon()) return false;
    const MarkList marks = list_marks(label.whole(), "attendance", language_.grammar);
    return has_kind(marks, "status") || has_kind(marks, "chair") || has_kind(marks, "secretary");
  }

  void add_lines(const Block& row) {
    const RowForm form = form_of(row);
    const std::vector<const Cell*> cells = filled_cells(row);
    if (form == RowForm::labelled) {
      lines_.push_back(line_of(row, cells[0]->pieces));
      for (const Span piece : cells[1]->pieces) lines_.push_back(line_of(row, {piece}));
    } else if (!row.pieces.empty()) {
      lines_.push_back(line_of(row, row.pieces));
    }
  }

  std::string_view document_;
  const std::vector<Block>& blocks_;
  const Language& language_;
  std::vector<Block> lines_;
};

}  // namespace

std::optional<std::vector<Block>> with_listed_rows(std::string_view document,
                                                   const std::vector<Block>& blocks,
                                                   const Language& language) {
  const bool has_rows =
      std::ranges::any_of(blocks, [](const Block& block) { return block.kind == BlockKind::row; });
  return has_rows ? ListedRows(document, blocks, language).lines() : std::nullopt;
}

}  // namespace protokol

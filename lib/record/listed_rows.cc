// A table at a time: each row is judged, and all of them turn into lines or none.
#include "record/listed_rows.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "record/cell_names.h"
#include "record/list_marks.h"
#include "record/wrap_width.h"
#include "text/prepared.h"
#include "text/tokens.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_label = 160;  // bytes
constexpr std::uint32_t longest_cell = 4000;  // bytes; lists of many names stand in one

enum class RowForm : std::uint8_t { other, empty, label, labelled, person };

/// A cell's text, prepared on its own.
class CellText {
 public:
  CellText(std::string_view document, const std::vector<Span>& pieces) : document_(document) {
    if (!pieces.empty() && pieces.back().to - pieces.front().from <= longest_cell)
      text_ = tokenize(prepare(document, pieces), document);
  }
  Passage whole() const { return {&text_, document_, {0, text_.size()}}; }
  bool ends_with_colon() const { return text_.size() > 0 && is_sign(text_, text_.size() - 1, ":"); }

 private:
  std::string_view document_;
  TokenText text_;
};

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
      const std::size_t end = table_end(i);
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
  std::size_t table_end(std::size_t i) const {
    std::size_t end = i + 1;
    if (blocks_[i].kind != BlockKind::row) return end;
    while (end < blocks_.size() && blocks_[end].kind == BlockKind::row &&
           blocks_[end].table == blocks_[i].table)
      ++end;
    return end;
  }

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
    const CellText left(document_, first);
    const CellText right(document_, cells[1]->pieces);
    if (holds_only_names(left.whole(), language_)) {
      return holds_only_names(right.whole(), language_) ? RowForm::other : RowForm::person;
    }
    const bool label = cells.size() == 2 && is_short(first) && left.ends_with_colon();
    return label && begins_with_name(right.whole(), language_) ? RowForm::labelled : RowForm::other;
  }

  static bool is_short(const std::vector<Span>& pieces) {
    return pieces.back().to - pieces.front().from <= longest_label;
  }

  /// Does a label say who was there, who chaired, who kept the minutes?
  bool tells(const std::vector<Span>& pieces, bool needs_colon) const {
    if (!is_short(pieces)) return false;
    const CellText label(document_, pieces);
    if (needs_colon && !label.ends_with_colon()) return false;
    const MarkList marks = list_marks(label.whole(), "attendance", language_.grammar);
    return has_kind(marks, "status") || has_kind(marks, "chair") || has_kind(marks, "secretary");
  }

  void add_lines(const Block& row) {
    const RowForm form = form_of(row);
    const std::vector<const Cell*> cells = filled_cells(row);
    if (form == RowForm::labelled) {
      add_line(row, cells[0]->pieces);
      for (const Span piece : cells[1]->pieces) add_line(row, {piece});
    } else if (!row.pieces.empty()) {
      add_line(row, row.pieces);
    }
  }

  void add_line(const Block& row, std::vector<Span> pieces) {
    Block line;
    line.pieces = std::move(pieces);
    line.indent = row.indent;
    line.width = row.width;
    line.emphasis = row.emphasis;
    line.ends_paragraph = true;
    lines_.push_back(std::move(line));
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
